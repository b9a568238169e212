using System.Collections.Immutable;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>The permissions for reading a stack's status, including the states of its alarms.</summary>
/// <remarks>
/// Cloud Control calls the services with the caller's permissions; its own actions are CloudFormation's and have no
/// resource types. Sources: <c>handlers.read</c> and <c>handlers.list</c> of the resource schemas in the CloudFormation
/// registry, read 2026-08-07; service authorization reference of AWS CloudFormation, Amazon Bedrock, IAM and Systems
/// Manager, read 2026-11-21.
/// </remarks>
public static class ReaderAccess
{
    private static readonly ImmutableArray<string> Lists =
    [
        "bedrock:ListFlowAliases", "bedrock:ListFlowVersions", "bedrock:ListFlows", "bedrock:ListPrompts",
        "bedrock:ListTagsForResource",
    ];

    private static readonly ImmutableArray<string> Reads =
        ["bedrock:GetFlow", "bedrock:GetFlowAlias", "bedrock:GetFlowVersion", "bedrock:GetPrompt"];

    private static readonly ImmutableArray<string> Policies =
        ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListEntitiesForPolicy", "iam:ListPolicyVersions"];

    /// <summary>CloudWatch returns composite alarms only to callers who may read all alarms.</summary>
    private static readonly ImmutableArray<string> States = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"];

    private static readonly ImmutableArray<string> Roles =
    [
        "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies", "iam:ListRoleTags",
    ];

    private static readonly ImmutableArray<string> Alarms =
        ["cloudwatch:GetDashboard", "cloudwatch:ListTagsForResource"];

    private static readonly ImmutableArray<string> Rules =
    [
        "events:DescribeApiDestination", "events:DescribeRule", "events:ListTagsForResource",
        "events:ListTargetsByRule",
    ];

    /// <summary>The policy.</summary>
    /// <param name="plan">The stack's plan.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="account">The account's id; <c>*</c> when it is not known.</param>
    public static Value Policy(Plan plan, StackSettings settings, string account)
    {
        var place = new Place(settings.Region ?? "*", account);
        var path = AccessNames.Path(settings);
        IEnumerable<Statement> statements =
        [
            new("AskCloudControl", ["cloudformation:GetResource", "cloudformation:ListResources"], ["*"]),
            new("List", Lists, ["*"]),
            new("Read", Reads, [In("bedrock", "prompt/*"), In("bedrock", "flow/*")]),
            new("ListProfiles", ["bedrock:ListInferenceProfiles"], ["*"]),
            new("ReadProfiles", ["bedrock:GetInferenceProfile"], [In("bedrock", "application-inference-profile/*")]),
            new("ReadAliases", ["ssm:GetParametersByPath"],
                [In("ssm", $"parameter{settings.ParameterPath}"), In("ssm", $"parameter{settings.ParameterPath}/*")]),
            new("ReadPolicies", Policies, [Global($"policy{path}*")]),
            new("ReadRoles", Roles, [Global($"role{path}*")]),
            new("ReadAlarms", Alarms, [.. WatchNames.Arns(settings).Select(Here)]),
            new("ReadStates", States, ["*"]),
            new("ReadQueries", ["logs:DescribeQueryDefinitions"], ["*"]),
            new("ReadRules", Rules, [.. WatchNames.Reacting(settings).Select(Here)]),
        ];
        return Statement.Policy(statements.Where(statement => statement.Sid switch
        {
            "ReadRoles" => Has(ResourceTypes.Role),
            "ReadAlarms" => Has(ResourceTypes.Alarm) || Has(ResourceTypes.Dashboard),
            "ReadStates" => Has(ResourceTypes.Alarm),
            "ReadQueries" => Has(ResourceTypes.QueryDefinition),
            "ReadRules" => Has(ResourceTypes.Rule),
            "ListProfiles" or "ReadProfiles" => Has(ResourceTypes.InferenceProfile),
            _ => true,
        })).Content;

        bool Has(string type) => plan.Resources.Any(resource => resource.Type == type);

        Value Here(Value arn) => place.Text(arn, reference => reference.Resource);

        Value In(string service, string resource) => Here(Arns.InAccount(service, resource));

        Value Global(string resource) => $"arn:{place.Partition}:iam::{account}:{resource}";
    }
}
