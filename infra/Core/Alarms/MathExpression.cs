using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>A parsed expression of CloudWatch's metric math.</summary>
public abstract record MathExpression
{
    private MathExpression()
    {
    }

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : MathExpression;

    /// <summary>A text, as in <c>METRICS("prefix")</c>, or a keyword, as in <c>FILL(m1, REPEAT)</c>.</summary>
    public sealed record Word(string Text) : MathExpression;

    /// <summary>The id of a metric or of another expression.</summary>
    public sealed record Id(string Name) : MathExpression;

    /// <summary>Several series in square brackets.</summary>
    public sealed record Several(ImmutableArray<MathExpression> Items) : MathExpression;

    /// <summary>Two operands and an operator; a minus sign in front of an expression subtracts it from 0.</summary>
    public sealed record Operation(MathOperator Operator, MathExpression Left, MathExpression Right) : MathExpression;

    /// <summary>A function call; the name is in capitals.</summary>
    public sealed record Call(string Function, ImmutableArray<MathExpression> Arguments) : MathExpression;
}

/// <summary>An operator between two operands.</summary>
public enum MathOperator
{
    /// <summary><c>||</c> or <c>OR</c>.</summary>
    Or,

    /// <summary><c>&amp;&amp;</c> or <c>AND</c>.</summary>
    And,

    /// <summary><c>==</c>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>^</c>.</summary>
    Power,
}
