using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>One statement of an IAM policy; always an Allow.</summary>
/// <param name="Sid">The id, which says what it is for; letters and digits.</param>
/// <param name="Actions">As in <c>bedrock:InvokeModel</c>.</param>
/// <param name="Resources">ARNs.</param>
public sealed record Statement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<Value> Resources)
{
    private static readonly Value Version = "2012-10-17";

    private static readonly Value Allow = "Allow";

    /// <summary>The condition, in IAM's form; null for none.</summary>
    public Value.Map? Condition { get; init; }

    /// <summary>A policy of these statements.</summary>
    public static Value.Document Policy(params IEnumerable<Statement> statements) => Document(Map(
        ("Version", Version),
        ("Statement", List(statements.Select(statement => statement.Render())))));

    /// <summary>The statements of such a policy.</summary>
    public static IEnumerable<Statement> Of(Value policy) =>
        from statement in ((Value.List)((Value.Map)((Value.Document)policy).Content)["Statement"]!).Items
            .Cast<Value.Map>()
        select new Statement(
            ((Value.Text)statement["Sid"]!).Content,
            [.. ((Value.List)statement["Action"]!).Items.Cast<Value.Text>().Select(action => action.Content)],
            ((Value.List)statement["Resource"]!).Items)
        {
            Condition = (Value.Map?)statement["Condition"],
        };

    private Value.Map Render() => Map(
        ("Sid", Sid),
        ("Effect", Allow),
        ("Action", List(Actions.Select(action => (Value)action))),
        ("Resource", List(Resources)),
        ("Condition", Condition));
}
