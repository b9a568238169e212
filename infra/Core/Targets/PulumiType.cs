using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Targets;

/// <summary>The Pulumi type for a CloudFormation type.</summary>
/// <param name="Token">The provider's name for it.</param>
/// <param name="Inputs">Inputs whose name does not follow the rule.</param>
/// <param name="Outputs">Outputs whose name does not follow the rule.</param>
/// <param name="JsonTexts">Documents that are sent as a single text.</param>
internal sealed record PulumiType(
    string Token,
    FrozenDictionary<string, string> Inputs,
    FrozenDictionary<string, string> Outputs,
    ImmutableArray<string> JsonTexts)
{
    /// <summary>A resource of any CloudFormation type, whose properties are sent unchanged.</summary>
    public static readonly PulumiType Extension = new(
        "aws-native:index:ExtensionResource", ResourceType.Spelt(), ResourceType.Spelt(("Arn", "id")), []);

    private static readonly FrozenDictionary<string, PulumiType> Known = ResourceTypes.All.ToFrozenDictionary(
        type => type.Name,
        type => new PulumiType(type.Token, type.Inputs, type.Outputs, type.JsonTexts),
        StringComparer.Ordinal);

    /// <summary>Whether the provider is aws-native, which follows CloudFormation.</summary>
    public bool IsNative => Token.StartsWith("aws-native:", StringComparison.Ordinal);

    /// <summary>The type for a CloudFormation type that plans declare.</summary>
    public static PulumiType Of(string type) => Known[type];

    /// <summary>An input's name.</summary>
    public string Input(string property) => Inputs.GetValueOrDefault(property) ?? PulumiNames.Property(property);

    /// <summary>The output's name for an attribute.</summary>
    public string Output(string attribute) => Outputs.GetValueOrDefault(attribute) ?? PulumiNames.Property(attribute);
}
