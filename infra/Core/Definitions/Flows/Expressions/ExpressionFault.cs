namespace Infra.Definitions.Flows.Expressions;

/// <summary>Why an expression of a flow cannot be understood.</summary>
/// <param name="Offset">Index of the character where it goes wrong.</param>
/// <param name="Cause">What is wrong, as half a sentence: <c>a value is expected at character 5</c>.</param>
public sealed record ExpressionFault(int Offset, string Cause)
{
    /// <summary>Something else should stand at a place.</summary>
    internal static ExpressionFault Expected(int offset, string what) =>
        new(offset, $"{what} is expected at character {offset + 1}");

    /// <summary>The expression is longer than the service takes.</summary>
    internal static ExpressionFault TooLong(int length, int limit) =>
        new(limit, $"it has {length:N0} characters, and {limit} are allowed");
}

/// <summary>What reading an expression yields: the expression, or the fault that stopped it.</summary>
public sealed record ParsedExpression<T>(T? Expression, ExpressionFault? Fault)
    where T : class;
