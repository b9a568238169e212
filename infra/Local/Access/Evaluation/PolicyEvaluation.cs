using Infra.Values;

namespace Infra.Local.Access.Evaluation;

/// <summary>Evaluates policies as IAM does within one account.</summary>
/// <remarks>Source: IAM user guide, "Policy evaluation logic", read 2026-11-21.</remarks>
public static class PolicyEvaluation
{
    /// <summary>The result for a request: a Deny overrides every Allow, and without an Allow nothing is
    /// allowed.</summary>
    /// <param name="policies">Policy documents without unknown values.</param>
    /// <param name="request">The request.</param>
    public static AccessDecision Decide(IEnumerable<Value> policies, AccessRequest request)
    {
        var applicable = policies
            .SelectMany(Statements)
            .Where(statement => Applies(statement, request))
            .Select(statement => IsDeny(statement) ? AccessDecision.Denied : AccessDecision.Allowed)
            .ToArray();
        return applicable.Contains(AccessDecision.Denied) ? AccessDecision.Denied
            : applicable.Length > 0 ? AccessDecision.Allowed
            : AccessDecision.NotAllowed;
    }

    /// <summary>Whether policies allow a request.</summary>
    public static bool Allow(IEnumerable<Value> policies, AccessRequest request) =>
        Decide(policies, request) is AccessDecision.Allowed;

    /// <summary>Whether policies allow a request within a permissions boundary; null for none.</summary>
    public static bool Allow(IEnumerable<Value> policies, Value? boundary, AccessRequest request) =>
        Allow(policies, request) && (boundary is null || Allow([boundary], request));

    private static IEnumerable<Value.Map> Statements(Value policy) => Map(policy)?["Statement"] switch
    {
        Value.List list => list.Items.Select(Map).OfType<Value.Map>(),
        { } only => Map(only) is { } statement ? [statement] : [],
        null => [],
    };

    private static Value.Map? Map(Value value) => value switch
    {
        Value.Document document => Map(document.Content),
        Value.Map map => map,
        _ => null,
    };

    private static bool Applies(Value.Map statement, AccessRequest request) =>
        Names(statement, "Action", request.Action, (pattern, action) =>
            Pattern.Matches(pattern.ToLowerInvariant(), action.ToLowerInvariant()))
        && Names(statement, "Resource", request.Resource, Pattern.MatchesArn)
        && NamesPrincipal(statement, request)
        && Conditions.Hold(statement["Condition"] as Value.Map, request, unknown: IsDeny(statement));

    private static bool IsDeny(Value.Map statement) => statement["Effect"] is Value.Text { Content: "Deny" };

    /// <summary>Whether an element, or its Not variant, matches a text. A trust policy has no Resource.</summary>
    private static bool Names(Value.Map statement, string element, string text, Func<string, string, bool> matches) =>
        statement[element] is { } named ? Conditions.Texts(named).Any(pattern => matches(pattern, text))
        : statement[$"Not{element}"] is { } others ? !Conditions.Texts(others).Any(pattern => matches(pattern, text))
        : element is "Resource" && statement["Principal"] is not null;

    private static bool NamesPrincipal(Value.Map statement, AccessRequest request) => statement["Principal"] switch
    {
        null => true,
        Value.Text { Content: "*" } => true,
        Value.Map kinds when request.Principal is var (kind, name) =>
            Conditions.Texts(kinds[kind]).Any(named => named == "*" || named == name),
        _ => false,
    };
}
