using System.Collections.Immutable;
using System.Diagnostics;

namespace Infra.Alarms;

/// <summary>Evaluates metric math. Where an operand has no data point, or a divisor is 0, the result has no data point
/// either.</summary>
/// <param name="Scope">What expressions may refer to.</param>
public sealed record MathEvaluation(MathScope Scope)
{
    /// <summary>The result of an expression.</summary>
    public MathResult Of(MathExpression expression) => expression switch
    {
        MathExpression.Number number => new MathResult.Scalar(number.Value),
        MathExpression.Word word => new MathResult.Word(word.Text),
        MathExpression.Id id => Scope.Find(id.Name),
        MathExpression.Several several => Several([.. several.Items.Select(Of)]),
        MathExpression.Operation operation =>
            Join(Of(operation.Left), Of(operation.Right), (left, right) => Apply(operation.Operator, left, right)),
        MathExpression.Call call when call.Arguments.Select(Of).ToImmutableArray() is var arguments =>
            arguments.FirstOrDefault(argument => argument is MathResult.Wrong) ?? MathFunctions.Call(
                call.Function, arguments, Scope),
        _ => throw new UnreachableException(),
    };

    /// <summary>Combines two results, number by number.</summary>
    internal static MathResult Join(MathResult left, MathResult right, Func<double, double, double?> join) =>
        (left, right) switch
        {
            (MathResult.Wrong wrong, _) => wrong,
            (_, MathResult.Wrong wrong) => wrong,
            (MathResult.Scalar one, MathResult.Scalar other) =>
                new MathResult.Scalar(join(one.Value, other.Value) ?? double.NaN),
            (MathResult.Line one, MathResult.Scalar other) =>
                new MathResult.Line(one.Series.Select(value => join(value, other.Value))),
            (MathResult.Scalar one, MathResult.Line other) =>
                new MathResult.Line(other.Series.Select(value => join(one.Value, value))),
            (MathResult.Line one, MathResult.Line other) => new MathResult.Line(one.Series.With(other.Series, join)),
            (MathResult.Lines many, MathResult.Scalar or MathResult.Line) =>
                Each(many, one => Join(one, right, join)),
            (MathResult.Scalar or MathResult.Line, MathResult.Lines many) => Each(many, one => Join(left, one, join)),
            _ => new MathResult.Wrong("Two arrays, or texts, cannot be operands of one operator."),
        };

    /// <summary>Changes each of several series in the same way.</summary>
    internal static MathResult Each(MathResult.Lines many, Func<MathResult.Line, MathResult> change)
    {
        var results = many.Series.Select(series => change(new(series))).ToArray();
        return results.FirstOrDefault(result => result is MathResult.Wrong)
            ?? new MathResult.Lines([.. results.OfType<MathResult.Line>().Select(line => line.Series)]);
    }

    private MathResult Several(ImmutableArray<MathResult> items) =>
        items.FirstOrDefault(item => item is MathResult.Wrong or MathResult.Word) is { } no
            ? no is MathResult.Wrong ? no : new MathResult.Wrong("A text cannot stand in an array.")
            : new MathResult.Lines([.. items.SelectMany(item => item switch
            {
                MathResult.Line line => [line.Series],
                MathResult.Lines lines => lines.Series,
                MathResult.Scalar scalar => [Series.Constant(Scope.Times, scalar.Value)],
                MathResult.Word or MathResult.Wrong => ImmutableArray<Series>.Empty,
                _ => throw new UnreachableException(),
            })]);

    private static double? Apply(MathOperator sign, double left, double right) => sign switch
    {
        MathOperator.Or => Truth(left is not 0 || right is not 0),
        MathOperator.And => Truth(left is not 0 && right is not 0),
        MathOperator.Equal => Truth(left.Equals(right)),
        MathOperator.NotEqual => Truth(!left.Equals(right)),
        MathOperator.Less => Truth(left < right),
        MathOperator.LessOrEqual => Truth(left <= right),
        MathOperator.Greater => Truth(left > right),
        MathOperator.GreaterOrEqual => Truth(left >= right),
        MathOperator.Add => left + right,
        MathOperator.Subtract => left - right,
        MathOperator.Multiply => left * right,
        MathOperator.Divide => right is 0 ? null : left / right,
        MathOperator.Power => Math.Pow(left, right),
    };

    private static double Truth(bool holds) => holds ? 1 : 0;
}
