using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Targets;

/// <summary>The Pulumi type that stands for a CloudFormation type.</summary>
/// <param name="Token">As the provider calls it.</param>
internal sealed record PulumiType(string Token)
{
    /// <summary>A resource of any CloudFormation type, its properties sent as they are.</summary>
    public static readonly PulumiType Extension = new("aws-native:index:ExtensionResource")
    {
        Outputs = Spelt(("Arn", "id")),
    };

    /// <summary>
    /// Bedrock's types are aws-native's, which follow CloudFormation's spelling by rule. The others are the classic
    /// provider's: it needs no copy of them in CloudFormation's registry, and it shows plain values in previews.
    /// </summary>
    /// <remarks>
    /// Sources: package schemas of Pulumi.AwsNative 1.79.0 and Pulumi.Aws 7.48.0, read 2026-11-21. A resource's id is
    /// its ARN for Prompt, PromptVersion and Flow, and stays known where outputs do not.
    /// </remarks>
    private static readonly FrozenDictionary<string, PulumiType> All = new Dictionary<string, PulumiType>
    {
        ["AWS::Bedrock::Prompt"] = new("aws-native:bedrock:Prompt") { Outputs = Spelt(("Arn", "id")) },
        ["AWS::Bedrock::PromptVersion"] = new("aws-native:bedrock:PromptVersion") { Outputs = Spelt(("Arn", "id")) },
        ["AWS::Bedrock::Flow"] = new("aws-native:bedrock:Flow") { Outputs = Spelt(("Arn", "id")) },
        ["AWS::Bedrock::FlowVersion"] = new("aws-native:bedrock:FlowVersion"),
        ["AWS::Bedrock::FlowAlias"] = new("aws-native:bedrock:FlowAlias"),
        ["AWS::IAM::ManagedPolicy"] = new("aws:iam/policy:Policy")
        {
            Inputs = Spelt(("ManagedPolicyName", "name"), ("PolicyDocument", "policy")),
            Outputs = Spelt(("PolicyArn", "arn")),
            JsonTexts = ["PolicyDocument"],
        },
        ["AWS::IAM::Role"] = new("aws:iam/role:Role")
        {
            Inputs = Spelt(("RoleName", "name"), ("AssumeRolePolicyDocument", "assumeRolePolicy")),
            Outputs = Spelt(("RoleName", "name")),
            JsonTexts = ["AssumeRolePolicyDocument"],
        },
        ["AWS::IAM::RolePolicy"] = new("aws:iam/rolePolicy:RolePolicy")
        {
            Inputs = Spelt(("PolicyName", "name"), ("PolicyDocument", "policy"), ("RoleName", "role")),
            JsonTexts = ["PolicyDocument"],
        },
        ["AWS::SSM::Parameter"] = new("aws:ssm/parameter:Parameter")
        {
            // The provider hides value as if it were secret; what an alias leads to is what a preview must show.
            Inputs = Spelt(("Value", "insecureValue")),
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the provider is aws-native, which follows CloudFormation.</summary>
    public bool IsNative => Token.StartsWith("aws-native:", StringComparison.Ordinal);

    /// <summary>Inputs that are not spelt by rule.</summary>
    public FrozenDictionary<string, string> Inputs { get; init; } = Spelt();

    /// <summary>Outputs that are not spelt by rule.</summary>
    public FrozenDictionary<string, string> Outputs { get; init; } = Spelt();

    /// <summary>Documents that are sent as one text.</summary>
    public ImmutableArray<string> JsonTexts { get; init; } = [];

    /// <summary>The type for a CloudFormation type that plans declare.</summary>
    public static PulumiType Of(string type) => All[type];

    /// <summary>An input's name.</summary>
    public string Input(string property) => Inputs.GetValueOrDefault(property) ?? PulumiNames.Property(property);

    /// <summary>The name under which an attribute comes back.</summary>
    public string Output(string attribute) => Outputs.GetValueOrDefault(attribute) ?? PulumiNames.Property(attribute);

    private static FrozenDictionary<string, string> Spelt(params (string CloudFormation, string Pulumi)[] names) =>
        names.ToFrozenDictionary(name => name.CloudFormation, name => name.Pulumi, StringComparer.Ordinal);
}
