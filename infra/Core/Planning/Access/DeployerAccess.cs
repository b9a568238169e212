using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What <c>pulumi up</c> must be allowed to do for a stack, limited to the stack's own resources.</summary>
/// <remarks>
/// Parameters, policies and roles are identified by their path; prompts and flows, whose ids are random, by the tag
/// with the stack's name. Access to Pulumi's own state is not included.
/// </remarks>
public static class DeployerAccess
{
    private static readonly ImmutableArray<string> CloudControl =
    [
        "cloudformation:CreateResource",
        "cloudformation:DeleteResource",
        "cloudformation:GetResource",
        "cloudformation:GetResourceRequestStatus",
        "cloudformation:UpdateResource",
    ];

    /// <summary>Whether a plan has flows: only then does its deployer get permissions for them.</summary>
    public static bool HasFlows(Plan plan) => plan.Resources.Any(resource => resource.Type is ResourceTypes.Flow);

    /// <summary>Whether a plan has roles, either of flows or of what reacts to alarms.</summary>
    public static bool HasRoles(Plan plan) => plan.Resources.Any(resource => resource.Type is ResourceTypes.Role);

    /// <summary>The IAM policy for the deployer of one or several stacks.</summary>
    /// <param name="stacks">The stacks, each with its plan.</param>
    /// <param name="account">The account's id; <c>*</c> when it is not known.</param>
    public static Value Policy(IEnumerable<(Plan Plan, StackSettings Settings)> stacks, string account) =>
        Statement.Policy(
            from stack in stacks
            let place = new Place(stack.Settings.Region ?? "*", account)
            from statement in Statements(stack.Settings, Types(stack.Plan))
            group Fill(statement, place) by statement.Sid into same
            select same.Aggregate(Union)).Content;

    /// <summary>The types of resource that every stack has, and those that its plan declares.</summary>
    private static ImmutableHashSet<string> Types(Plan plan)
    {
        var declared = plan.Resources.Select(resource => resource.Type).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ResourceTypes.All
                .Where(type => type.With is null || declared.Contains(type.With) || declared.Contains(type.Name))
                .Select(type => type.Name),
        ];
    }

    private static IEnumerable<Statement> Statements(StackSettings settings, IReadOnlySet<string> types)
    {
        var actions = types.Order(StringComparer.Ordinal)
            .SelectMany(type => DeploymentPermissions.Of(type))
            .Distinct(StringComparer.Ordinal);
        var scoped =
            from action in actions
            let scope = DeployerScope.Of(action, settings, types)
            where scope is not null
            group (Scope: scope, Action: action) by scope.Sid into same
            orderby same.Key
            select Grant(same.First().Scope, same.Select(pair => pair.Action));
        return
        [
            new("CloudControl", CloudControl, ["*"]),
            .. scoped,
            Grant(DeployerScope.New(settings, types), ["bedrock:TagResource"]),
            .. DeployerScope.Keys(settings, types),
        ];
    }

    private static Statement Grant(DeployerScope scope, IEnumerable<string> actions) =>
        new(scope.Sid, [.. actions.Order(StringComparer.Ordinal)], scope.Resources) { Condition = scope.Condition };

    private static Statement Fill(Statement statement, Place place) => statement with
    {
        Resources = [.. statement.Resources.Select(resource => place.Fill(resource, Unreferenced))],
        Condition = statement.Condition is { } condition ? (Value.Map)place.Fill(condition, Unreferenced) : null,
    };

    private static string Unreferenced(Value.Ref reference) => reference.Resource;

    private static Statement Union(Statement left, Statement right) => left with
    {
        Actions = [.. left.Actions.Union(right.Actions, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Resources = Arns.Set(left.Resources.Concat(right.Resources)),
        Condition = left.Condition is { } condition ? (Value.Map)Union(condition, right.Condition!) : null,
    };

    /// <summary>Combines the conditions of two stacks: the same keys, with lists of values.</summary>
    private static Value Union(Value left, Value right) => (left, right) switch
    {
        (Value.Map some, Value.Map others) =>
            Map(some.Entries.Select(entry => (entry.Key, (Value?)Union(entry.Value, others[entry.Key]!)))),
        (Value.List some, Value.List others) => List(Arns.Set(some.Items.Concat(others.Items))),
        _ => left,
    };
}
