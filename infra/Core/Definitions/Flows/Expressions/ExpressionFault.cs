namespace Infra.Definitions.Flows.Expressions;

/// <summary>Why an expression of a flow cannot be read.</summary>
/// <param name="Offset">Index of the character at fault.</param>
/// <param name="Cause">What is wrong, as half a sentence: <c>a value is expected at character 5</c>.</param>
public sealed record ExpressionFault(int Offset, string Cause)
{
    /// <summary>Something else is expected at a place.</summary>
    internal static ExpressionFault Expected(int offset, string what) =>
        new(offset, $"{what} is expected at character {offset + 1}");

    /// <summary>The expression is longer than the service accepts.</summary>
    internal static ExpressionFault TooLong(int length, int limit) =>
        new(limit, $"it has {length:N0} characters, and {limit} are allowed");
}

/// <summary>The result of reading an expression: the expression, or the fault.</summary>
public sealed record ParsedExpression<T>(T? Expression, ExpressionFault? Fault)
    where T : class;
