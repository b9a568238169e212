using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>An expression of CloudWatch's metric math, as it was read.</summary>
public abstract record MathExpression
{
    private MathExpression()
    {
    }

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : MathExpression;

    /// <summary>A text, as <c>METRICS("prefix")</c> takes, or a word, as <c>REPEAT</c> of FILL.</summary>
    public sealed record Word(string Text) : MathExpression;

    /// <summary>The id of a metric or of another expression.</summary>
    public sealed record Id(string Name) : MathExpression;

    /// <summary>Several series in brackets.</summary>
    public sealed record Several(ImmutableArray<MathExpression> Items) : MathExpression;

    /// <summary>Two operands; a minus sign is a subtraction from 0.</summary>
    public sealed record Operation(MathOperator Operator, MathExpression Left, MathExpression Right) : MathExpression;

    /// <summary>A function, its name in capitals.</summary>
    public sealed record Call(string Function, ImmutableArray<MathExpression> Arguments) : MathExpression;
}

/// <summary>What stands between two operands.</summary>
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
