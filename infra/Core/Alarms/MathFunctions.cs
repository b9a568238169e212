using System.Collections.Immutable;
using System.Diagnostics;

namespace Infra.Alarms;

/// <summary>The metric-math functions that are used in alarms.</summary>
internal static class MathFunctions
{
    /// <summary>Calls a function; none of the arguments may be <see cref="MathResult.Wrong"/>.</summary>
    public static MathResult Call(string function, ImmutableArray<MathResult> arguments, MathScope scope) =>
        (function, arguments) switch
        {
            ("METRICS", []) => new MathResult.Lines([.. scope.Metrics.Select(metric => metric.Series)]),
            ("METRICS", [MathResult.Word prefix]) => new MathResult.Lines(
            [
                .. scope.Metrics.Where(metric => metric.Id.StartsWith(prefix.Text, StringComparison.Ordinal))
                    .Select(metric => metric.Series),
            ]),
            ("SUM", [var of]) => Aggregate(of, values => values.Sum()),
            ("AVG", [var of]) => Aggregate(of, values => values.Average()),
            ("MIN", [var of]) => Aggregate(of, values => values.Min()),
            ("MAX", [var of]) => Aggregate(of, values => values.Max()),
            ("DATAPOINT_COUNT", [var of]) => Aggregate(of, values => values.Count),
            ("ABS", [var of]) => Changed(of, Math.Abs),
            ("CEIL", [var of]) => Changed(of, Math.Ceiling),
            ("FLOOR", [var of]) => Changed(of, Math.Floor),
            ("PERIOD", [MathResult.Line]) => new MathResult.Scalar(scope.Period.TotalSeconds),
            ("TIME_SERIES", [MathResult.Scalar of]) => new MathResult.Line(Series.Constant(scope.Times, of.Value)),
            ("RUNNING_SUM", [MathResult.Line of]) => new MathResult.Line(RunningSum(of.Series)),
            ("FILL", [MathResult.Line of, var filler]) => Filled(of, filler, scope),
            ("FILL", [MathResult.Lines of, var filler]) =>
                MathEvaluation.Each(of, one => Filled(one, filler, scope)),
            ("IF", [MathResult.Lines condition, .. var results]) =>
                MathEvaluation.Each(condition, one => Call(function, [one, .. results], scope)),
            ("IF", [var condition, var then]) => Chosen(condition, then, new MathResult.Line(Series.Empty)),
            ("IF", [var condition, var then, var otherwise]) => Chosen(condition, then, otherwise),
            ("METRICS" or "SUM" or "AVG" or "MIN" or "MAX" or "DATAPOINT_COUNT" or "ABS" or "CEIL" or "FLOOR"
                or "PERIOD" or "TIME_SERIES" or "RUNNING_SUM" or "FILL" or "IF", _) =>
                new MathResult.Wrong($"{function} does not take these arguments."),
            _ => new MathResult.Wrong($"The function {function} is not known here. Known are ABS, AVG, CEIL, "
                + "DATAPOINT_COUNT, FILL, FLOOR, IF, MAX, METRICS, MIN, PERIOD, RUNNING_SUM, SUM and TIME_SERIES."),
        };

    /// <summary>One number for the whole time from one series; a series from several.</summary>
    private static MathResult Aggregate(MathResult of, Func<IReadOnlyCollection<double>, double> sum) => of switch
    {
        MathResult.Scalar scalar => new MathResult.Scalar(sum([scalar.Value])),
        MathResult.Line line => new MathResult.Scalar(
            line.Series.Points.IsEmpty ? double.NaN : sum([.. line.Series.Points.Values])),
        MathResult.Lines lines => new MathResult.Line(Series.Of(lines.Series
            .SelectMany(series => series.Points)
            .GroupBy(point => point.Key, point => point.Value)
            .Select(points => (points.Key, (double?)sum([.. points]))))),
        MathResult.Word => new MathResult.Wrong("A text has no sum."),
        MathResult.Wrong wrong => wrong,
        _ => throw new UnreachableException(),
    };

    private static MathResult Changed(MathResult of, Func<double, double> change) =>
        MathEvaluation.Join(of, new MathResult.Scalar(0), (value, _) => change(value));

    private static Series RunningSum(Series series)
    {
        var sum = 0.0;
        return series.Select(value => sum += value);
    }

    private static MathResult Filled(MathResult.Line of, MathResult filler, MathScope scope) => filler switch
    {
        MathResult.Wrong wrong => wrong,
        MathResult.Scalar scalar => Filled(of, _ => scalar.Value, scope),
        MathResult.Line line => Filled(of, time => line.Series.At(time), scope),
        MathResult.Word { Text: "REPEAT" } => Filled(of, time => Before(of.Series, time)?.Value, scope),
        MathResult.Word { Text: "LINEAR" } => Filled(of, time => Between(of.Series, time), scope),
        MathResult.Word or MathResult.Lines => new MathResult.Wrong(
            "FILL takes a number, a series, REPEAT or LINEAR as its second argument."),
        _ => throw new UnreachableException(),
    };

    private static MathResult.Line Filled(
        MathResult.Line of, Func<DateTimeOffset, double?> filler, MathScope scope) =>
        new(Series.Of(scope.Times.Select(time => (time, of.Series.At(time) ?? filler(time)))));

    private static KeyValuePair<DateTimeOffset, double>? Before(Series series, DateTimeOffset time) =>
        series.Points.TakeWhile(point => point.Key < time).Select(Nullable).LastOrDefault();

    private static double? Between(Series series, DateTimeOffset time) =>
        Before(series, time) is { } before
        && series.Points.SkipWhile(point => point.Key < time).Select(Nullable).FirstOrDefault() is { } after
            ? before.Value + ((after.Value - before.Value) * ((time - before.Key) / (after.Key - before.Key)))
            : null;

    private static KeyValuePair<DateTimeOffset, double>? Nullable(KeyValuePair<DateTimeOffset, double> point) => point;

    /// <summary>For a number, one of the two results as it is; for a series, one of the two in each period.</summary>
    private static MathResult Chosen(MathResult condition, MathResult then, MathResult otherwise) => condition switch
    {
        MathResult.Wrong wrong => wrong,
        MathResult.Scalar scalar => scalar.Value is 0 ? otherwise : then,
        MathResult.Line line when At(then) is { } left && At(otherwise) is { } right =>
            new MathResult.Line(Series.Of(line.Series.Points.Select(point =>
                (point.Key, point.Value is 0 ? right(point.Key) : left(point.Key))))),
        MathResult.Line or MathResult.Lines or MathResult.Word => new MathResult.Wrong(
            "IF takes a condition, and for each case a number or a series."),
        _ => throw new UnreachableException(),
    };

    private static Func<DateTimeOffset, double?>? At(MathResult result) => result switch
    {
        MathResult.Scalar scalar => _ => scalar.Value,
        MathResult.Line line => time => line.Series.At(time),
        MathResult.Lines or MathResult.Word or MathResult.Wrong => null,
        _ => throw new UnreachableException(),
    };
}
