using System.Collections.Immutable;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>The part of the incoming value that an input takes, as in <c>$.data.items[0].name</c>.</summary>
/// <param name="Steps">The steps down from the incoming value; none takes all of it.</param>
/// <remarks>Source: AWS Bedrock user guide, "Use expressions to define inputs", read 2026-11-21.</remarks>
public sealed record InputExpression(ImmutableArray<InputStep> Steps)
{
    /// <summary>How every expression starts.</summary>
    public const string Root = "$.data";

    /// <summary>The longest expression.</summary>
    /// <value>64 characters.</value>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Flow, FlowNodeInput, read 2026-08-07.</remarks>
    public const int Longest = 64;

    /// <summary>Whether it takes the whole value.</summary>
    public bool TakesAll => Steps.IsEmpty;

    /// <summary>Whether it may find several values, which are returned as an array.</summary>
    public bool FindsSeveral => Steps.Any(step => step is not (InputStep.Key or InputStep.Item));

    /// <summary>Reads an expression.</summary>
    public static ParsedExpression<InputExpression> Parse(string text) => text.Length > Longest
        ? new(null, ExpressionFault.TooLong(text.Length, Longest))
        : InputExpressionParser.Parse(text);
}

/// <summary>One step down into a value.</summary>
public abstract record InputStep
{
    private InputStep()
    {
    }

    /// <summary>The value of a key: <c>.name</c>.</summary>
    public sealed record Key(string Name) : InputStep;

    /// <summary>The value of every key or every item: <c>.*</c> or <c>[*]</c>.</summary>
    public sealed record Every : InputStep;

    /// <summary>An item: <c>[2]</c>, counted from 0.</summary>
    public sealed record Item(int Index) : InputStep;

    /// <summary>Some items: <c>[0, 2]</c>.</summary>
    public sealed record Items(ImmutableArray<int> Indices) : InputStep;

    /// <summary>A range of items, as in <c>[1:3]</c>, without the end; either side may be left out.</summary>
    public sealed record Range(int? From, int? To) : InputStep;
}
