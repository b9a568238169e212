using System.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>The condition of a branch, as in <c>(price > 10) and (kind == "produce")</c>.</summary>
/// <remarks>Source: AWS Bedrock user guide, "Condition node", read 2026-11-21.</remarks>
public abstract record ConditionExpression(int Offset)
{
    /// <summary>The longest expression.</summary>
    /// <value>64 characters; a longer one is not read, which also limits the depth of the tree.</value>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Flow, FlowCondition, read 2026-08-07.</remarks>
    public const int Longest = 64;

    /// <summary>An input of the node.</summary>
    public sealed record Input(string Name, int Offset) : ConditionExpression(Offset);

    /// <summary>A text, number or flag.</summary>
    public sealed record Constant(Value Content, int Offset) : ConditionExpression(Offset);

    /// <summary>A comparison of two values.</summary>
    public sealed record Comparison(ConditionExpression Left, Relation Relation, ConditionExpression Right, int Offset)
        : ConditionExpression(Offset);

    /// <summary>Both parts must hold.</summary>
    public sealed record And(ConditionExpression Left, ConditionExpression Right) : ConditionExpression(Left.Offset);

    /// <summary>At least one of the parts must hold.</summary>
    public sealed record Or(ConditionExpression Left, ConditionExpression Right) : ConditionExpression(Left.Offset);

    /// <summary>The part must not hold.</summary>
    public sealed record Not(ConditionExpression Part, int Offset) : ConditionExpression(Offset);

    /// <summary>The inputs that it names, in its order.</summary>
    public IEnumerable<Input> Inputs => this switch
    {
        Input input => [input],
        Constant => [],
        Comparison comparison => comparison.Left.Inputs.Concat(comparison.Right.Inputs),
        And and => and.Left.Inputs.Concat(and.Right.Inputs),
        Or or => or.Left.Inputs.Concat(or.Right.Inputs),
        Not not => not.Part.Inputs,
        _ => throw new UnreachableException(),
    };

    /// <summary>Reads an expression.</summary>
    public static ParsedExpression<ConditionExpression> Parse(string text) => text.Length > Longest
        ? new(null, ExpressionFault.TooLong(text.Length, Longest))
        : ConditionParser.Parse(text);

    /// <summary>The expression without spaces and parentheses that have no effect; equal for expressions that differ in
    /// those only.</summary>
    public string Normalised => this switch
    {
        Input input => input.Name,
        Constant constant => CanonicalJson.Compact(constant.Content),
        Comparison comparison => $"({comparison.Left.Normalised} {comparison.Relation} {comparison.Right.Normalised})",
        And and => $"({and.Left.Normalised} and {and.Right.Normalised})",
        Or or => $"({or.Left.Normalised} or {or.Right.Normalised})",
        Not not => $"(not {not.Part.Normalised})",
        _ => throw new UnreachableException(),
    };
}

/// <summary>How two values are compared.</summary>
public enum Relation
{
    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,
}
