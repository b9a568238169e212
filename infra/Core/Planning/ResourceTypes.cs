using System.Collections.Frozen;
using static Infra.Planning.ResourceType;

namespace Infra.Planning;

/// <summary>
/// Every type of resource that plans declare, and the only place with their names. A new type needs a row here, its
/// calls in <c>deployment-permissions.json</c> with a scope for each, and a type of the local Bedrock; a test names
/// what is missing.
/// </summary>
/// <remarks>
/// Bedrock's types and those for watching are aws-native's, whose names follow CloudFormation's by rule; the classic
/// provider has other names for alarms and makes two resources of a rule. IAM's and SSM's types are the classic
/// provider's: it does not depend on their versions in CloudFormation's registry, and it shows plain values in
/// previews. Sources: <c>createOnlyProperties</c> and <c>primaryIdentifier</c> of the CloudFormation schemas, read
/// 2026-08-07; package schemas of Pulumi.AwsNative 1.79.0 and Pulumi.Aws 7.48.0, read 2026-11-21. On Pulumi a
/// resource's id is its ARN for Prompt, PromptVersion and Flow, which is known even when outputs are not.
/// </remarks>
public static class ResourceTypes
{
    /// <summary>A prompt: the draft that versions are cut from.</summary>
    public const string Prompt = "AWS::Bedrock::Prompt";

    /// <summary>A version of a prompt.</summary>
    public const string PromptVersion = "AWS::Bedrock::PromptVersion";

    /// <summary>An application inference profile, by which the calls of one prompt to one model are metered.</summary>
    public const string InferenceProfile = "AWS::Bedrock::ApplicationInferenceProfile";

    /// <summary>A flow: the draft that versions are cut from.</summary>
    public const string Flow = "AWS::Bedrock::Flow";

    /// <summary>A version of a flow.</summary>
    public const string FlowVersion = "AWS::Bedrock::FlowVersion";

    /// <summary>The alias that callers of a flow invoke.</summary>
    public const string FlowAlias = "AWS::Bedrock::FlowAlias";

    /// <summary>A policy for callers.</summary>
    public const string ManagedPolicy = "AWS::IAM::ManagedPolicy";

    /// <summary>The role of a flow.</summary>
    public const string Role = "AWS::IAM::Role";

    /// <summary>The policy of a role.</summary>
    public const string RolePolicy = "AWS::IAM::RolePolicy";

    /// <summary>The parameter that applications look up.</summary>
    public const string Parameter = "AWS::SSM::Parameter";

    /// <summary>An alarm on CloudWatch metrics.</summary>
    public const string Alarm = "AWS::CloudWatch::Alarm";

    /// <summary>An alarm on other alarms.</summary>
    public const string CompositeAlarm = "AWS::CloudWatch::CompositeAlarm";

    /// <summary>A dashboard of CloudWatch metrics.</summary>
    public const string Dashboard = "AWS::CloudWatch::Dashboard";

    /// <summary>A saved query over logs.</summary>
    public const string QueryDefinition = "AWS::Logs::QueryDefinition";

    /// <summary>A rule that reacts to AWS's events.</summary>
    public const string Rule = "AWS::Events::Rule";

    /// <summary>An address outside AWS that rules call.</summary>
    public const string ApiDestination = "AWS::Events::ApiDestination";

    private static readonly FrozenDictionary<string, string> ArnIsId = Spelt(("Arn", "id"));

    private static readonly FrozenDictionary<string, ResourceType> Known = new ResourceType[]
    {
        new(Prompt, "aws-native:bedrock:Prompt", "the prompt's draft", TagStyle.Map)
        {
            Identifier = "Arn",
            Outputs = ArnIsId,
        },
        new(PromptVersion, "aws-native:bedrock:PromptVersion", "the version", TagStyle.Map)
        {
            CreateOnly = ["Description", "PromptArn", "Tags"],
            Identifier = "Arn",
            Outputs = ArnIsId,
        },
        new(
            InferenceProfile,
            "aws-native:bedrock:ApplicationInferenceProfile",
            "the inference profile of its model",
            TagStyle.List)
        {
            With = InferenceProfile,
            CreateOnly = ["Description", "InferenceProfileName", "ModelSource"],
        },
        new(Flow, "aws-native:bedrock:Flow", "the flow's draft", TagStyle.Map)
        {
            With = Flow,
            Identifier = "Arn",
            Outputs = ArnIsId,
        },
        new(FlowVersion, "aws-native:bedrock:FlowVersion", "the version", TagStyle.None)
        {
            With = Flow,
            CreateOnly = ["Description", "FlowArn"],
        },
        new(FlowAlias, "aws-native:bedrock:FlowAlias", "the flow's alias 'live'", TagStyle.Map)
        {
            With = Flow,
            CreateOnly = ["FlowArn"],
        },
        new(ManagedPolicy, "aws:iam/policy:Policy", "the callers' policy", TagStyle.None)
        {
            CreateOnly = ["Description", "ManagedPolicyName", "Path"],
            Identifier = "PolicyArn",
            Inputs = Spelt(("ManagedPolicyName", "name"), ("PolicyDocument", "policy")),
            Outputs = Spelt(("PolicyArn", "arn")),
            JsonTexts = ["PolicyDocument"],
        },
        new(Role, "aws:iam/role:Role", "the flow's role", TagStyle.List)
        {
            With = Flow,
            CreateOnly = ["Path", "RoleName"],
            Identifier = "RoleName",
            NamedBy = ["RoleName"],
            Inputs = Spelt(("RoleName", "name"), ("AssumeRolePolicyDocument", "assumeRolePolicy")),
            Outputs = Spelt(("RoleName", "name")),
            JsonTexts = ["AssumeRolePolicyDocument"],
        },
        new(RolePolicy, "aws:iam/rolePolicy:RolePolicy", "the policy of the flow's role", TagStyle.None)
        {
            With = Flow,
            CreateOnly = ["PolicyName", "RoleName"],
            NamedBy = ["PolicyName", "RoleName"],
            Inputs = Spelt(("PolicyName", "name"), ("PolicyDocument", "policy"), ("RoleName", "role")),
            JsonTexts = ["PolicyDocument"],
        },
        new(Parameter, "aws:ssm/parameter:Parameter", "the parameter", TagStyle.Map)
        {
            CreateOnly = ["Name"],
            NamedBy = ["Name"],

            // The provider hides 'value' as if it were secret, but a preview must show what an alias leads to.
            Inputs = Spelt(("Value", "insecureValue")),
        },
        new(Alarm, "aws-native:cloudwatch:Alarm", "the alarm", TagStyle.List)
        {
            With = Alarm,
            CreateOnly = ["AlarmName"],
            NamedBy = ["AlarmName"],
        },
        new(CompositeAlarm, "aws-native:cloudwatch:CompositeAlarm", "the alarm over alarms", TagStyle.List)
        {
            With = Alarm,
            CreateOnly = ["AlarmName"],
            NamedBy = ["AlarmName"],
        },
        // Dashboards have had tags only recently: older versions in the registry refuse them.
        new(Dashboard, "aws-native:cloudwatch:Dashboard", "the dashboard", TagStyle.None)
        {
            With = Dashboard,
            CreateOnly = ["DashboardName"],
            NamedBy = ["DashboardName"],
        },
        new(QueryDefinition, "aws-native:logs:QueryDefinition", "the saved query", TagStyle.None)
        {
            With = QueryDefinition,
            Identifier = "QueryDefinitionId",
        },
        new(Rule, "aws-native:events:Rule", "the rule", TagStyle.None)
        {
            With = Rule,
            CreateOnly = ["Name"],
            Identifier = "Arn",
        },
        new(ApiDestination, "aws-native:events:ApiDestination", "the API destination", TagStyle.None)
        {
            With = Rule,
            CreateOnly = ["Name"],
            NamedBy = ["Name"],
        },
    }.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>All types, in ordinal order.</summary>
    public static IEnumerable<ResourceType> All => Known.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>A type by its name in CloudFormation.</summary>
    public static ResourceType Of(string type) => Known[type];

    /// <summary>Whether a property can only be set when a resource is created.</summary>
    public static bool IsCreateOnly(string type, string property) =>
        Known.TryGetValue(type, out var known) && known.CreateOnly.Contains(property);
}
