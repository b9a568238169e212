using System.Globalization;

namespace Infra.Benchmarks.Processes;

/// <summary>Writes what was measured as a table, and whether it is good enough.</summary>
internal static class Report
{
    /// <summary>The whole report, in Markdown.</summary>
    public static string Of(IReadOnlyCollection<Measurement> measurements, string machine) => string.Join('\n',
    [
        "# Whole processes",
        "",
        machine,
        "",
        "| prompts | what | fastest, ms | median, ms | peak, MB | × parsing alone |",
        "|---:|---|---:|---:|---:|---:|",
        .. measurements.Select(measurement => Row(measurement, measurements)),
        "",
        "| figure | is | may be | |",
        "|---|---:|---:|---|",
        .. Goals.Of(measurements).Select(Row),
        "",
    ]);

    private static string Row(Measurement measured, IReadOnlyCollection<Measurement> all)
    {
        var floor = all.FirstOrDefault(other =>
            other.Subject.What == Subjects.Parse && other.Subject.Prompts == measured.Subject.Prompts);
        var ratio = floor is null ? "" : Number(measured.Fastest / floor.Fastest, "F2");
        var peak = measured.Peak is { } megabytes ? Number(megabytes, "F0") : "";
        return $"| {measured.Subject.Prompts:N0} | {measured.Subject.What} | {Number(measured.Fastest, "F0")} | "
            + $"{Number(measured.Median, "F0")} | {peak} | {ratio} |";
    }

    private static string Row(Goal goal) =>
        $"| {goal.What} | {Number(goal.Actual, "F2")} | {(goal.IsMost ? "≤" : "≥")} {Number(goal.Bound, "0.##")} | "
        + $"{(goal.Holds ? "holds" : "**does not hold**")} |";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
