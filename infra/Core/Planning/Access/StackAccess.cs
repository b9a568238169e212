using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>
/// Policies for a whole stack, to be attached before its first deployment: they grant what the single policies of its
/// plan grant, with a condition on the stack's tag where an id is not known yet.
/// </summary>
public static class StackAccess
{
    /// <summary>The alias that AWS makes for every flow; it has no tags.</summary>
    private const string TestAlias = "/alias/TSTALIASID";

    /// <summary>A permissions boundary for the roles of flows: the most that any flow of a stack may do.</summary>
    /// <param name="plan">The stack's plan.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="account">The account's id; <c>*</c> when it is not known.</param>
    public static Value Boundary(Plan plan, StackSettings settings, string account) =>
        Policy(Generalised(plan, settings, account, ResourceTypes.RolePolicy));

    /// <summary>The permissions for smoke tests of a stack: to call as its callers do, and to read what is
    /// deployed.</summary>
    /// <inheritdoc cref="Boundary"/>
    public static Value Smoke(Plan plan, StackSettings settings, string account)
    {
        var place = new Place(settings.Region ?? "*", account);
        IEnumerable<Statement> reading = plan.Resources.Any(resource => resource.Type is ResourceTypes.Flow)
            ?
            [
                Read("Prompts", "prompt/*", "bedrock:GetPrompt"),
                Read("Flows", "flow/*", "bedrock:GetFlow", "bedrock:GetFlowVersion"),
                Read("FlowAliases", "flow/*/alias/*", "bedrock:GetFlowAlias"),
            ]
            : [Read("Prompts", "prompt/*", "bedrock:GetPrompt")];
        return Policy(Generalised(plan, settings, account, ResourceTypes.ManagedPolicy)
            .Concat(reading)
            .Concat(ModelAccess.Statements(Judges(plan, settings), settings, ModelAccess.Invoke).Select(Ask)));

        Statement Ask(Statement judge) => judge with
        {
            Sid = $"Judge{judge.Sid}",
            Resources = [.. judge.Resources.Select(resource => (Value)place.Text(resource, Unknown))],
            Condition = judge.Condition is { } condition ? (Value.Map)place.Fill(condition, Unknown) : null,
        };

        Statement Read(string what, string resource, params string[] actions) =>
            new($"Read{what}", actions, [place.Text(Arns.InAccount("bedrock", resource), Unknown)])
            {
                Condition = DeployerScope.IsOurs(settings),
            };
    }

    /// <summary>The models that judge test cases: the stack's, and those named by cases.</summary>
    private static IEnumerable<string> Judges(Plan plan, StackSettings settings) => plan.Prompts
        .SelectMany(prompt => prompt.Served.SelectMany(served => served.Tests))
        .Concat(plan.Flows.SelectMany(flow => flow.Served.SelectMany(served => served.Tests)))
        .Select(test => test.Judge)
        .Append(settings.Judge)
        .Select(judge => judge?.Model?.Value)
        .OfType<string>();

    /// <summary>The statements of all policies of a type; those that differ in their resources only are
    /// merged.</summary>
    private static IEnumerable<Statement> Generalised(Plan plan, StackSettings settings, string account, string type)
    {
        var types = plan.Resources.ToDictionary(
            resource => resource.Name, resource => resource.Type, StringComparer.Ordinal);
        var place = new Place(settings.Region ?? "*", account);
        return
            from policy in plan.Resources
            where policy.Type == type
            from statement in Statement.Of(policy.Properties["PolicyDocument"]!)
            from single in statement.Resources.Select(resource => General(statement, resource))
            group single by (string.Join(' ', single.Actions), Under(single)) into same
            select same.First() with { Resources = Arns.Set(same.SelectMany(single => single.Resources)) };

        Statement General(Statement statement, Value resource) => statement with
        {
            Resources = [place.Text(resource, Any)],
            Condition = (Value.Map?)Filled(Needs(resource) ? Ours(statement.Condition) : statement.Condition),
        };

        Value? Filled(Value? condition) => condition is null ? null : Once(place.Fill(condition, Any));

        string Any(Value.Ref reference) => place.Text(
            Arns.InAccount("bedrock", types[reference.Resource] switch
            {
                ResourceTypes.Flow => "flow/*",
                ResourceTypes.FlowAlias => "flow/*/alias/*",
                ResourceTypes.InferenceProfile => "application-inference-profile/*",
                _ => "prompt/*",
            }),
            Unknown);

        Value.Map Ours(Value.Map? condition) => Map(
            (condition?.Entries.Select(entry => (entry.Key, (Value?)entry.Value)) ?? [])
            .Concat(DeployerScope.IsOurs(settings).Entries.Select(entry => (entry.Key, (Value?)entry.Value))));
    }

    /// <summary>A condition without values that have become equal.</summary>
    private static Value Once(Value condition) => condition switch
    {
        Value.List list => List(Arns.Set(list.Items)),
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (Value?)Once(entry.Value)))),
        _ => condition,
    };

    /// <summary>Whether a resource can be told from other stacks' only by its tag.</summary>
    private static bool Needs(Value resource) => resource switch
    {
        Value.Ref => true,
        Value.Join join => join.Parts.Any(part => part is Value.Ref)
            && join.Parts is not [.., Value.Text { Content: TestAlias }],
        _ => false,
    };

    private static string Under(Statement statement) =>
        statement.Condition is { } condition ? CanonicalJson.Compact(condition) : "";

    /// <summary>A policy of these statements, with unique Sids.</summary>
    private static Value Policy(IEnumerable<Statement> statements) => Statement.Policy(
        from numbered in statements
            .GroupBy(statement => statement.Sid.TrimEnd([.. "0123456789"]), StringComparer.Ordinal)
            .SelectMany(same => same.Index())
        select numbered.Item with
        {
            Sid = numbered.Index == 0
                ? numbered.Item.Sid.TrimEnd([.. "0123456789"])
                : $"{numbered.Item.Sid.TrimEnd([.. "0123456789"])}{numbered.Index + 1}",
        }).Content;

    private static string Unknown(Value.Ref reference) => reference.Resource;
}
