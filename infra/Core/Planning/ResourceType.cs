using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Planning;

/// <summary>What must be known of a type of resource in order to declare it.</summary>
/// <param name="Name">As CloudFormation calls it: <c>AWS::Bedrock::Prompt</c>.</param>
/// <param name="Token">As its Pulumi provider calls it: <c>aws-native:bedrock:Prompt</c>.</param>
/// <param name="Words">As sentences call it: <c>the prompt's draft</c>.</param>
/// <param name="Tags">How its tags are written.</param>
public sealed record ResourceType(string Name, string Token, string Words, TagStyle Tags)
{
    /// <summary>Properties that a resource gets once: changing one means another resource.</summary>
    public ImmutableArray<string> CreateOnly { get; init; } = [];

    /// <summary>The type without which, or this one itself, nobody gets the rights for it, since only stacks with one
    /// have it; null where every stack does.</summary>
    public string? With { get; init; }

    /// <summary>The properties that name it, in their order; none where the service makes its identifier up.</summary>
    public ImmutableArray<string> NamedBy { get; init; } = [];

    /// <summary>The attribute that is its identifier; null where none is.</summary>
    public string? Identifier { get; init; }

    /// <summary>Inputs that its Pulumi provider does not spell by rule.</summary>
    public FrozenDictionary<string, string> Inputs { get; init; } = Spelt();

    /// <summary>Outputs that its Pulumi provider does not spell by rule.</summary>
    public FrozenDictionary<string, string> Outputs { get; init; } = Spelt();

    /// <summary>Documents that its Pulumi provider takes as one text.</summary>
    public ImmutableArray<string> JsonTexts { get; init; } = [];

    /// <summary>Names of CloudFormation with those of Pulumi.</summary>
    internal static FrozenDictionary<string, string> Spelt(params (string CloudFormation, string Pulumi)[] names) =>
        names.ToFrozenDictionary(name => name.CloudFormation, name => name.Pulumi, StringComparer.Ordinal);
}

/// <summary>How CloudFormation writes the tags of a type.</summary>
public enum TagStyle
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>A map from key to value.</summary>
    Map,

    /// <summary>A list of pairs of <c>Key</c> and <c>Value</c>.</summary>
    List,
}
