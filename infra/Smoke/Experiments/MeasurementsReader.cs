using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Smoke.Experiments;

/// <summary>Reads the measurements of each arm from a table. The unit of analysis is the unit of the
/// experiment.</summary>
public sealed class MeasurementsReader
{
    private static readonly string[] NoValues =
        ["unit", "arm", "denominator", "experiment", "release", "prompt", "timestamp"];

    private readonly List<Diagnostic> _report = [];
    private readonly ResultsTable _table;
    private readonly Experiment _experiment;
    private readonly int _arm;
    private int _foreign;

    private MeasurementsReader(ResultsTable table, Experiment experiment) =>
        (_table, _experiment, _arm) = (table, experiment, table.Column("arm"));

    /// <summary>The measurements; what cannot be read is reported at its line (PRM593 to PRM596).</summary>
    /// <param name="table">The results.</param>
    /// <param name="experiment">The experiment.</param>
    public static Checked<Measurements> Read(ResultsTable table, Experiment experiment)
    {
        var reader = new MeasurementsReader(table, experiment);
        var measured = reader._arm < 0 ? null
            : table.Column("n", "units", "count") >= 0 && table.Column("sum") >= 0 ? reader.Sums()
            : reader.Rows();
        return measured is null && reader._report.Count == 0
            ? new(null, [Problems.NoResults(Location.StartOf(table.File))])
            : new(reader._report.Count > 0 ? null : measured, [.. reader._report]);
    }

    /// <summary>Reads a line for each arm: the number of units, their sum, the sum of their squares.</summary>
    private Measurements? Sums()
    {
        var (units, sum, squares) =
            (_table.Column("n", "units", "count"), _table.Column("sum"), _table.Column("sum_squares", "sumsquares"));
        if (squares < 0)
        {
            return null;
        }

        var arms = new Moments[_experiment.Arms.Length];
        foreach (var (row, arm) in Ours())
        {
            arms[arm] = new(
                arms[arm].Units + (long)Number(row, units),
                arms[arm].Sum + Number(row, sum),
                arms[arm].SumSquares + Number(row, squares));
        }

        // Only if all values are 0 or 1 are the two sums equal.
        var isShare = Array.TrueForAll(arms, arm =>
            arm.Sum == arm.SumSquares && arm.Sum >= 0 && arm.Sum <= arm.Units && double.IsInteger(arm.Sum));
        return new()
        {
            Metric = isShare ? Metric.Share : Metric.Mean,
            Arms = [.. arms.Select(arm =>
                isShare ? ArmSummary.Proportion(arm.Units, arm.Sum) : ArmSummary.OfMean(arm))],
            Foreign = _foreign,
        };
    }

    private Measurements? Rows()
    {
        var (unit, denominator, value) = (_table.Column("unit"), _table.Column("denominator"), Value());
        if (value < 0)
        {
            return null;
        }

        var (byUnit, nameless) = (new Dictionary<string, Unit>(StringComparer.Ordinal), 0);
        foreach (var (row, arm) in Ours())
        {
            var name = unit < 0 ? "" : row.Cells[unit];
            nameless += name.Length == 0 ? 1 : 0;
            var key = name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"\0{row.Line}") : name;
            var part = new Unit(arm, Number(row, value), denominator < 0 ? 1 : Number(row, denominator), 1);
            byUnit[key] = byUnit.TryGetValue(key, out var known) ? known.And(part) : part;
        }

        var sound = byUnit.Values.Where(one => one.Arm >= 0).ToArray();
        var metric = denominator >= 0 || Array.Exists(sound, one => one.Rows > 1) ? Metric.Ratio
            : Array.TrueForAll(sound, one => one.Value is 0 or 1) ? Metric.Share
            : Metric.Mean;
        return new()
        {
            Metric = metric,
            Arms = [.. Enumerable.Range(0, _experiment.Arms.Length).Select(arm =>
                Summary(metric, [.. sound.Where(one => one.Arm == arm)]))],
            InTwoArms = byUnit.Count - sound.Length,
            WithoutUnit = nameless,
            Foreign = _foreign,
        };
    }

    private static ArmSummary Summary(Metric metric, ImmutableArray<Unit> units)
    {
        var value = new Moments(units.Length, units.Sum(one => one.Value), units.Sum(one => one.Value * one.Value));
        return metric switch
        {
            Metric.Share => ArmSummary.Proportion(units.Length, value.Sum),
            Metric.Mean => ArmSummary.OfMean(value),
            Metric.Ratio => ArmSummary.Ratio(
                value,
                new(
                    units.Length,
                    units.Sum(one => one.Denominator),
                    units.Sum(one => one.Denominator * one.Denominator)),
                units.Sum(one => one.Value * one.Denominator)),
        };
    }

    /// <summary>The column with the measured value: <c>value</c>, or the only one without another meaning.</summary>
    private int Value()
    {
        var others = _table.Columns.Where(column => !NoValues.Contains(column, StringComparer.Ordinal)).ToArray();
        var value = _table.Column("value") is var named and >= 0 ? named
            : others.Length == 1 ? _table.Column(others[0])
            : -1;
        if (value < 0 && others.Length > 1)
        {
            _report.Add(Problems.ManyValues(Location.StartOf(_table.File), string.Join(", ", others)));
        }

        return value;
    }

    /// <summary>The rows of this experiment, each with the index of its arm.</summary>
    private IEnumerable<(ResultsRow Row, int Arm)> Ours()
    {
        var experiment = _table.Column("experiment");
        var keys = _experiment.Arms.Select(arm => arm.Key).ToArray();
        foreach (var row in _table.Rows)
        {
            var arm = Array.IndexOf(keys, row.Cells[_arm]);
            if (row.Cells[_arm].Length == 0 || (experiment >= 0 && row.Cells[experiment] != _experiment.Key))
            {
                _foreign++;
            }
            else if (arm < 0)
            {
                _report.Add(Problems.ResultsOfNoArm(
                    new(_table.File, row.Line, 1), row.Cells[_arm], DidYouMean.Advice(row.Cells[_arm], keys)));
            }
            else
            {
                yield return (row, arm);
            }
        }
    }

    private double Number(ResultsRow row, int column)
    {
        if (double.TryParse(row.Cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            return number;
        }

        _report.Add(Problems.ResultIsNoNumber(
            new(_table.File, row.Line, 1), _table.Columns[column], row.Cells[column]));
        return 0;
    }

    /// <summary>The contribution of one unit; a negative <see cref="Arm"/> means that it was in several arms.</summary>
    private readonly record struct Unit(int Arm, double Value, double Denominator, int Rows)
    {
        public Unit And(Unit other) => new(
            Arm == other.Arm ? Arm : -1, Value + other.Value, Denominator + other.Denominator, Rows + other.Rows);
    }
}
