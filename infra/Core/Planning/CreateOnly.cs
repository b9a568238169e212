using System.Collections.Frozen;

namespace Infra.Planning;

/// <summary>Properties that a resource gets once: changing one means another resource.</summary>
/// <remarks>Source: <c>createOnlyProperties</c> of the CloudFormation schemas, read 2026-08-07;
/// a test compares them.</remarks>
public static class CreateOnly
{
    private static readonly FrozenDictionary<string, string[]> Properties =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["AWS::Bedrock::Flow"] = [],
            ["AWS::Bedrock::FlowAlias"] = ["FlowArn"],
            ["AWS::Bedrock::FlowVersion"] = ["Description", "FlowArn"],
            ["AWS::Bedrock::Prompt"] = [],
            ["AWS::Bedrock::PromptVersion"] = ["Description", "PromptArn", "Tags"],
            ["AWS::IAM::ManagedPolicy"] = ["Description", "ManagedPolicyName", "Path"],
            ["AWS::IAM::Role"] = ["Path", "RoleName"],
            ["AWS::IAM::RolePolicy"] = ["PolicyName", "RoleName"],
            ["AWS::SSM::Parameter"] = ["Name"],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The types that are declared.</summary>
    public static IEnumerable<string> Types => Properties.Keys.Order(StringComparer.Ordinal);

    /// <summary>The create-only properties of a type, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(string type) => Properties.GetValueOrDefault(type, []);

    /// <summary>Whether a property is create-only.</summary>
    public static bool Has(string type, string property) => Of(type).Contains(property);
}
