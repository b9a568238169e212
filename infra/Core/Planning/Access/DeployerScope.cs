using System.Collections.Immutable;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What a deployer's action may be done to.</summary>
/// <param name="Sid">What it is for.</param>
/// <param name="Resources">ARNs; <c>*</c> where the action knows no resources.</param>
/// <param name="Condition">Under which condition; null for none.</param>
internal sealed record DeployerScope(string Sid, ImmutableArray<Value> Resources, Value.Map? Condition)
{
    private static readonly Value Prompts = Arns.InAccount("bedrock", "prompt/*");

    private static readonly Value Flows = Arns.InAccount("bedrock", "flow/*");

    private static readonly Value Profiles = Arns.InAccount("bedrock", "application-inference-profile/*");

    /// <summary>What profiles are copied from.</summary>
    private static readonly ImmutableArray<Value> Sources =
        [Arns.FoundationModel("*"), Arns.InAccount("bedrock", "inference-profile/*")];

    private static readonly Value Aliases = Arns.InAccount("bedrock", "flow/*/alias/*");

    /// <summary>The scope of an action in a stack; null for one that our resources never need.</summary>
    /// <param name="action">The action.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="types">The types of resources that the stack has.</param>
    public static DeployerScope? Of(string action, StackSettings settings, IReadOnlySet<string> types) => action switch
    {
        "bedrock:CreatePrompt" or "bedrock:CreateFlow" => new("Create", ["*"], BecomesOurs(settings)),
        "bedrock:CreateInferenceProfile" => new("CreateProfiles", [Profiles, .. Sources], BecomesOurs(settings)),
        "bedrock:TagResource" or "bedrock:UntagResource" or "bedrock:ListTagsForResource" =>
            new("Tags", Tagged(types), IsOurs(settings)),
        "bedrock:GetFlowAlias" or "bedrock:UpdateFlowAlias" or "bedrock:DeleteFlowAlias" =>
            new("FlowAliases", [Aliases], IsOurs(settings)),
        "iam:PassRole" => new("PassRoles", [Iam("role", settings)], Map(
            ("StringEquals", Map(("iam:PassedToService", List(Passed(types))))))),
        "iam:CreateRole" or "iam:PutRolePermissionsBoundary" or "iam:PutRolePolicy" or "iam:UpdateAssumeRolePolicy" =>
            OfRoles(action, settings),
        "ssm:DescribeParameters" => new("ListParameters", ["*"], null),
        _ when Names(action, "ssm:") =>
            new("Parameters", [Arns.InAccount("ssm", $"parameter{settings.ParameterPath}/*")], null),
        _ when Names(action, "events:") => new("React", [.. WatchNames.Reacting(settings)], null),
        _ when Names(action, "logs:", "QueryDefinition") => new("SavedQueries", ["*"], null),
        _ when Names(action, "cloudwatch:") => new("Watch", [.. WatchNames.Arns(settings)], null),
        _ when Names(action, "iam:", "Role") => new("Roles", [Iam("role", settings)], null),
        _ when Names(action, "iam:") => new("Policies", [Callers(settings)], null),
        _ when Names(action, "bedrock:", "InferenceProfile") => new("Profiles", [Profiles], IsOurs(settings)),
        _ when Names(action, "bedrock:", "Prompt") => new("Prompts", [Prompts], IsOurs(settings)),
        _ when Names(action, "bedrock:", "Flow") => new("Flows", [Flows], IsOurs(settings)),

        // Definitions are sent, not fetched from S3; guardrails are only referred to; keys have their own statements.
        _ => null,
    };

    /// <summary>What is tagged while it is being made has no tags yet; nothing else may be claimed.</summary>
    public static DeployerScope New(StackSettings settings, IReadOnlySet<string> types) => new(
        "TagNew",
        Tagged(types),
        Map(
            ("StringEquals", Map((ResourceTags.OfRequest, List(settings.Stack)))),
            ("Null", Map((ResourceTags.OfResource, List("true"))))));

    /// <summary>Using the stack's key for whatever it encrypts.</summary>
    public static IEnumerable<Statement> Keys(StackSettings settings, IReadOnlySet<string> types) =>
    [
        .. KeyAccess.OfPrompts(settings, [Prompts], KeyAccess.Read, KeyAccess.Write),
        .. KeyAccess.OfFlows(
            settings, types.Contains(ResourceTypes.Flow) ? [Flows] : [], KeyAccess.Read, KeyAccess.Write),
    ];

    /// <summary>
    /// What makes a role, or makes one do more: only within the stack's boundary, which may be set and never removed.
    /// </summary>
    private static DeployerScope? OfRoles(string action, StackSettings settings) =>
        settings.PermissionsBoundary is { } boundary
            ? new("RolesWithinBounds", [Iam("role", settings)], Map(
                ("StringEquals", Map(("iam:PermissionsBoundary", List(boundary))))))
            : action is "iam:PutRolePermissionsBoundary" ? null
            : new("RolesWithoutBounds", [Iam("role", settings)], null);

    /// <summary>The policies of callers; a boundary is none of them, so nobody may rewrite it.</summary>
    private static Value Callers(StackSettings settings) => Join(
        "arn:", Partition, ":iam::", Account,
        $":policy{AccessNames.Path(settings)}{CallerAccess.NameOnAws("*", settings)}");

    private static ImmutableArray<Value> Tagged(IReadOnlySet<string> types) =>
    [
        Prompts,
        .. types.Contains(ResourceTypes.Flow) ? [Flows, Aliases] : (Value[])[],
        .. types.Contains(ResourceTypes.InferenceProfile) ? [Profiles] : (Value[])[],
    ];

    /// <summary>The services that take on roles of the stack.</summary>
    private static IEnumerable<Value> Passed(IReadOnlySet<string> types) =>
    [
        .. types.Contains(ResourceTypes.Flow) ? ["bedrock.amazonaws.com"] : Array.Empty<Value>(),
        .. types.Contains(ResourceTypes.Rule) ? ["events.amazonaws.com"] : Array.Empty<Value>(),
    ];

    internal static Value.Map IsOurs(StackSettings settings) =>
        Map(("StringEquals", Map((ResourceTags.OfResource, List(settings.Stack)))));

    private static Value.Map BecomesOurs(StackSettings settings) =>
        Map(("StringEquals", Map((ResourceTags.OfRequest, List(settings.Stack)))));

    private static Value Iam(string kind, StackSettings settings) =>
        Join("arn:", Partition, ":iam::", Account, $":{kind}{AccessNames.Path(settings)}*");

    private static bool Names(string action, string service, string what = "") =>
        action.StartsWith(service, StringComparison.Ordinal)
        && action.Contains(what, StringComparison.Ordinal)
        && !action.Contains("Guardrail", StringComparison.Ordinal);
}
