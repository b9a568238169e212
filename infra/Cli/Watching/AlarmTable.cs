using System.Collections.Immutable;
using System.Globalization;
using Infra.Alarms;
using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Watching;

/// <summary>Prints alarms. AWS's answers come from outside, so each format encodes what it prints.</summary>
internal static class AlarmTable
{
    /// <summary>Text for a terminal: a line for each alarm and, below it, what it watches and why it is not
    /// OK.</summary>
    public static void Write(ImmutableArray<AlarmStatus> alarms, TextWriter output)
    {
        var (states, names) = (alarms.Max(alarm => State(alarm).Length), alarms.Max(alarm => Name(alarm).Length));
        foreach (var alarm in alarms)
        {
            output.WriteLine(string.Join("  ",
            [
                State(alarm).PadRight(states), Name(alarm).PadRight(names), TerminalText.Line(Numbers(alarm)),
            ]).TrimEnd());
            if (alarm.Declared.Because is { } because)
            {
                output.WriteLine($"    {TerminalText.Line(because)}");
            }

            if (alarm.State is not "OK" && alarm.Reason is { } reason)
            {
                output.WriteLine($"    {TerminalText.Line(reason)}");
            }
        }

        output.WriteLine(Summary(alarms));
    }

    /// <summary>Markdown for an issue or a pull request.</summary>
    public static void WriteMarkdown(ImmutableArray<AlarmStatus> alarms, TextWriter output)
    {
        output.WriteLine("| state | alarm | numbers | reason |");
        output.WriteLine("|---|---|---|---|");
        foreach (var alarm in alarms)
        {
            string[] cells = [State(alarm), Name(alarm), Numbers(alarm), alarm.Reason ?? ""];
            var spelled = cells.Select(cell => cell.Length is 0 ? "" : MarkdownText.ProseCell(cell));
            output.WriteLine($"| {string.Join(" | ", spelled)} |");
        }

        output.WriteLine();
        output.WriteLine(Summary(alarms));
    }

    /// <summary>JSON for programs.</summary>
    public static Value Json(string stack, ImmutableArray<AlarmStatus> alarms) => Map(
        ("stack", stack),
        ("alarms", List(alarms.Select(alarm => Map(
            ("name", alarm.Declared.Name),
            ("owner", alarm.Declared.Owner),
            ("alarmName", alarm.Name),
            ("state", alarm.State is AlarmStatus.NotDeployed ? null : alarm.State),
            ("reason", alarm.Reason),
            ("since", Spelled(alarm.Since, "yyyy-MM-dd'T'HH:mm:ss'Z'")),
            ("suppressedBy", alarm.SuppressedBy),
            ("watches", alarm.Declared.Because),
            ("threshold", alarm.Alarm is Alarm.Watches { Threshold: var threshold } ? (decimal)threshold : null),
            ("numbers", alarm.Alarm is Alarm.Watches watches
                ? Map(watches.Queries.Select(query => (query.Id, Number(alarm, query))))
                : null))))));

    private static Value? Number(AlarmStatus alarm, MetricQuery query) =>
        alarm.Numbers.TryGetValue(query.Id, out var number) && Math.Abs(number) < 1e15
            ? new Value.Number((decimal)number)
            : null;

    private static string State(AlarmStatus alarm) => TerminalText.Line(alarm.State) + alarm.SuppressedBy switch
    {
        null => "",
        "WaitPeriod" => ", waiting",
        _ => ", kept back",
    };

    private static string Name(AlarmStatus alarm) => TerminalText.Line(alarm.Declared.Name);

    /// <summary>The figure, its threshold, and the numbers that it is computed from.</summary>
    private static string Numbers(AlarmStatus alarm)
    {
        var since = alarm is { State: not "OK", Since: { } time }
            ? $"since {Spelled(time, "yyyy-MM-dd HH:mm")} UTC"
            : "";
        if (alarm.Alarm is not Alarm.Watches watches)
        {
            return since;
        }

        var others = watches.Queries.Where(query => !query.IsReturned).ToArray();
        var parts = others.Any(query => query.Expression is not null)
            ? others.Where(query => query.Expression is not null)
            : others;
        var figure = Said(alarm, watches.Queries.First(query => query.IsReturned));
        var made = string.Join(", ", parts.Select(query => $"{query.Label ?? query.Id} {Said(alarm, query)}"));
        return $"{figure} ({AlarmEvaluation.Words(watches)} is an alarm{(made.Length is 0 ? "" : $"; {made}")})"
            + (since.Length is 0 ? "" : $" {since}");
    }

    private static string? Spelled(DateTimeOffset? time, string format) =>
        time?.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);

    private static string Said(AlarmStatus alarm, MetricQuery query) =>
        alarm.Numbers.TryGetValue(query.Id, out var number)
            ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : "no data";

    private static string Summary(ImmutableArray<AlarmStatus> alarms)
    {
        var counts = alarms.GroupBy(alarm => alarm.State, StringComparer.Ordinal)
            .OrderBy(alike => alike.Key, StringComparer.Ordinal)
            .Select(alike => $"{alike.Count()} {TerminalText.Line(alike.Key)}");
        return $"{alarms.Length} {(alarms.Length is 1 ? "alarm" : "alarms")}: {string.Join(", ", counts)}.";
    }
}
