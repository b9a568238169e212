using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Planning;

/// <summary>What must be known about a type of resource in order to declare it.</summary>
/// <param name="Name">The name in CloudFormation, as in <c>AWS::Bedrock::Prompt</c>.</param>
/// <param name="Token">The type in its Pulumi provider, as in <c>aws-native:bedrock:Prompt</c>.</param>
/// <param name="Words">The words for it in sentences, as in <c>the prompt's draft</c>.</param>
/// <param name="Tags">The form of its tags.</param>
public sealed record ResourceType(string Name, string Token, string Words, TagStyle Tags)
{
    /// <summary>Properties that can only be set when a resource is created: changing one replaces the
    /// resource.</summary>
    public ImmutableArray<string> CreateOnly { get; init; } = [];

    /// <summary>The type, possibly this one itself, that a stack must have before its deployer gets permissions for
    /// this type; null where every deployer gets them.</summary>
    public string? With { get; init; }

    /// <summary>The properties that make up its identifier, in order; empty where the service assigns one.</summary>
    public ImmutableArray<string> NamedBy { get; init; } = [];

    /// <summary>The attribute with its identifier; null for none.</summary>
    public string? Identifier { get; init; }

    /// <summary>Inputs whose name in the Pulumi provider does not follow the rule.</summary>
    public FrozenDictionary<string, string> Inputs { get; init; } = Spelt();

    /// <summary>Outputs whose name in the Pulumi provider does not follow the rule.</summary>
    public FrozenDictionary<string, string> Outputs { get; init; } = Spelt();

    /// <summary>Documents that the Pulumi provider takes as a single text.</summary>
    public ImmutableArray<string> JsonTexts { get; init; } = [];

    /// <summary>CloudFormation's names with Pulumi's.</summary>
    internal static FrozenDictionary<string, string> Spelt(params (string CloudFormation, string Pulumi)[] names) =>
        names.ToFrozenDictionary(name => name.CloudFormation, name => name.Pulumi, StringComparer.Ordinal);
}

/// <summary>The form of a type's tags in CloudFormation.</summary>
public enum TagStyle
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>A map from key to value.</summary>
    Map,

    /// <summary>A list of pairs of <c>Key</c> and <c>Value</c>.</summary>
    List,
}
