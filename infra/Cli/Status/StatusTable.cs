using System.Collections.Immutable;
using System.Globalization;
using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Status;

/// <summary>Prints the status. Names and contents come from outside, so each format encodes what it prints.</summary>
internal static class StatusTable
{
    private static readonly string[] Heads = ["name", "kind", "file", "AWS", "since", "owner", "model ends"];

    /// <summary>Text for a terminal.</summary>
    public static void Write(StackStatus status, TextWriter output)
    {
        var rows = status.Names.Select(name => Row(name).Select(TerminalText.Line).ToArray()).Prepend(Heads).ToArray();
        var widths = Heads.Select((_, i) => i == Heads.Length - 1 ? 0 : rows.Max(row => row[i].Length)).ToArray();
        foreach (var (index, row) in rows.Index())
        {
            output.WriteLine(string.Join("  ", row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
            foreach (var difference in index == 0 ? [] : status.Names[index - 1].Differences)
            {
                output.WriteLine($"  ! {TerminalText.Line(difference)}");
            }
        }

        foreach (var orphan in status.Orphans)
        {
            output.WriteLine($"! {orphan.Kind} {TerminalText.Line(orphan.Name)} is in no plan: {orphan.Identifier}");
        }

        output.WriteLine(Summary(status));
    }

    /// <summary>Markdown for an issue or a pull request.</summary>
    public static void WriteMarkdown(StackStatus status, TextWriter output)
    {
        output.WriteLine($"| {string.Join(" | ", Heads)} | differs |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", Heads.Length + 1))}");
        foreach (var name in status.Names)
        {
            var cells = Row(name).Select(MarkdownText.ProseCell)
                .Append(string.Join("<br>", name.Differences.Select(MarkdownText.CodeCell)));
            output.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        foreach (var orphan in status.Orphans)
        {
            output.WriteLine(
                $"| {MarkdownText.ProseCell(orphan.Name)} | {orphan.Kind} | | | | | | in no plan |");
        }

        output.WriteLine();
        output.WriteLine(Summary(status));
    }

    /// <summary>All stacks side by side, with a mark where AWS and a file differ.</summary>
    public static void WriteAll(ImmutableArray<StackStatus> all, TextWriter output)
    {
        string[][] rows =
        [
            ["name", .. all.Select(status => status.Stack)],
            .. all.SelectMany(status => status.Names.Select(name => name.Alias.Owner))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => (string[])[name, .. all.Select(status => Cell(status, name))]),
        ];
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) =>
                cell.PadRight(i == row.Length - 1 ? 0 : rows.Max(one => one[i].Length)));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }

        foreach (var status in all)
        {
            output.WriteLine($"{status.Stack}: {Summary(status)}");
        }
    }

    /// <summary>JSON for programs.</summary>
    public static Value Json(StackStatus status) => Map(
        ("stack", status.Stack),
        ("equal", status.IsEqual),
        ("names", List(status.Names.Select(name => Map(
            ("name", name.Alias.Owner),
            ("kind", name.Alias.Kind),
            ("release", name.Alias.Release is { } release ? release : null),
            ("serves", name.Served),
            ("version", name.Version),
            ("parameter", name.Alias.Parameter),
            ("arn", name.Arn),
            ("since", Day(name.Since)),
            ("equal", name.IsEqual),
            ("differences", List(name.Differences.Select(text => (Value)text))),
            ("experiment", name.Experiment),
            ("owner", name.Owner),
            ("models", List(name.Models.Select(model => Map(
                ("model", model.Model),
                ("end", model.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))))))))),
        ("orphans", List(status.Orphans.Select(orphan => Map(
            ("kind", orphan.Kind), ("name", orphan.Name), ("identifier", orphan.Identifier))))));

    private static IEnumerable<string> Row(NameStatus name) =>
    [
        name.Alias.Owner,
        name.Alias.Kind,
        name.Said,
        (name.IsEqual ? "equal" : name.Served == name.Said ? $"{name.Served}, differs" : name.Served)
            + (name.Version is { } version and not "DRAFT" ? $" (version {version})" : "")
            + (name.Experiment is null ? "" : ", experiment"),
        Day(name.Since) ?? "-",
        name.Owner ?? "-",
        string.Join(", ", name.Models.Select(model => model.End).OfType<DateOnly>().Order()
            .Select(end => end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Take(1).DefaultIfEmpty("-")),
    ];

    private static string Cell(StackStatus status, string name) =>
        status.Names.FirstOrDefault(row => row.Alias.Owner == name) is not { } found ? "-"
        : found.IsEqual ? found.Said
        : $"{found.Said}! {found.Served}";

    private static string Summary(StackStatus status)
    {
        var differ = status.Names.Count(name => !name.IsEqual);
        var orphans = status.Orphans.Length == 0 ? "" : $", {status.Orphans.Length} in no plan";
        var one = status.Names.Length == 1 ? "name" : "names";
        var count = differ == 1 ? "1 differs" : $"{differ} differ";
        return $"{status.Names.Length} {one}: {(differ == 0 ? "equal everywhere" : count)}{orphans}.";
    }

    private static string? Day(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
