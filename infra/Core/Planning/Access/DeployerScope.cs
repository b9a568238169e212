using System.Collections.Immutable;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>The resources that a deployer's action is allowed on.</summary>
/// <param name="Sid">The id of the statement, which says what it is for.</param>
/// <param name="Resources">ARNs; <c>*</c> where the action has no resource types.</param>
/// <param name="Condition">The condition; null for none.</param>
internal sealed record DeployerScope(string Sid, ImmutableArray<Value> Resources, Value.Map? Condition)
{
    private static readonly Value Prompts = Arns.InAccount("bedrock", "prompt/*");

    private static readonly Value Flows = Arns.InAccount("bedrock", "flow/*");

    private static readonly Value Profiles = Arns.InAccount("bedrock", "application-inference-profile/*");

    /// <summary>The sources from which inference profiles are copied.</summary>
    private static readonly ImmutableArray<Value> Sources =
        [Arns.FoundationModel("*"), Arns.InAccount("bedrock", "inference-profile/*")];

    private static readonly Value Aliases = Arns.InAccount("bedrock", "flow/*/alias/*");

    /// <summary>The scope of an action in a stack; null for an action that the stack's resources never need.</summary>
    /// <param name="action">The action.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="types">The types of resource in the stack.</param>
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

        // Definitions are sent, not read from S3; guardrails are only referred to; keys have statements of their own.
        _ => null,
    };

    /// <summary>The scope of tagging a new resource: it must not have a stack's tag yet, and may only get this
    /// one's.</summary>
    public static DeployerScope New(StackSettings settings, IReadOnlySet<string> types) => new(
        "TagNew",
        Tagged(types),
        Map(
            ("StringEquals", Map((ResourceTags.OfRequest, List(settings.Stack)))),
            ("Null", Map((ResourceTags.OfResource, List("true"))))));

    /// <summary>The use of the stack's key for everything that it encrypts.</summary>
    public static IEnumerable<Statement> Keys(StackSettings settings, IReadOnlySet<string> types) =>
    [
        .. KeyAccess.OfPrompts(settings, [Prompts], KeyAccess.Read, KeyAccess.Write),
        .. KeyAccess.OfFlows(
            settings, types.Contains(ResourceTypes.Flow) ? [Flows] : [], KeyAccess.Read, KeyAccess.Write),
    ];

    /// <summary>
    /// What creates a role or gives it more permissions: only with the stack's boundary, which may be set but never
    /// removed.
    /// </summary>
    private static DeployerScope? OfRoles(string action, StackSettings settings) =>
        settings.PermissionsBoundary is { } boundary
            ? new("RolesWithinBounds", [Iam("role", settings)], Map(
                ("StringEquals", Map(("iam:PermissionsBoundary", List(boundary))))))
            : action is "iam:PutRolePermissionsBoundary" ? null
            : new("RolesWithoutBounds", [Iam("role", settings)], null);

    /// <summary>The policies of callers. A boundary is not among them, so deployers cannot change it.</summary>
    private static Value Callers(StackSettings settings) => Join(
        "arn:", Partition, ":iam::", Account,
        $":policy{AccessNames.Path(settings)}{CallerAccess.NameOnAws("*", settings)}");

    private static ImmutableArray<Value> Tagged(IReadOnlySet<string> types) =>
    [
        Prompts,
        .. types.Contains(ResourceTypes.Flow) ? [Flows, Aliases] : (Value[])[],
        .. types.Contains(ResourceTypes.InferenceProfile) ? [Profiles] : (Value[])[],
    ];

    /// <summary>The services that assume roles of the stack.</summary>
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
