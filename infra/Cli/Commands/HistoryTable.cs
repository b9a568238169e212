using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Releases;
using Infra.Settings;
using Infra.Spelling;
using Infra.Targets.Pages;
using Infra.Values;
using Infra.Workspace.Git;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Commands;

/// <summary>Prints the history. Commits can be made under any name, so each format encodes what it prints.</summary>
internal static class HistoryTable
{
    private static readonly ImmutableArray<string> Columns =
    [
        "date", "event", "stack", "name", "setting", "from", "to", "reason", "commit", "author", "pullRequest",
        "digest", "subject",
    ];

    /// <summary>Prints events in one of the formats.</summary>
    /// <param name="events">The events, the newest first.</param>
    /// <param name="isOfAll">Whether they concern more than one name.</param>
    /// <param name="format"><c>text</c>, <c>csv</c>, <c>markdown</c> or <c>json</c>.</param>
    /// <param name="output">The writer.</param>
    public static void Write(ImmutableArray<PastEvent> events, bool isOfAll, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(CanonicalJson.Indented(List(events.Select(Json))));
                break;
            case "csv":
                output.WriteLine(CsvText.Line(Columns));
                foreach (var past in events)
                {
                    output.WriteLine(CsvText.Line(Cells(past)));
                }

                break;
            case "markdown":
                WriteMarkdown(events, output);
                break;
            default:
                WriteText(events, isOfAll, output);
                break;
        }
    }

    /// <summary>An event of a name in the page's form; null for an event without a name.</summary>
    public static CatalogEvent? Told(PastEvent past) => Name(past) is not { } name ? null : new(
        name, Time(past, "yyyy-MM-dd"), past.Commit.Author, past.Commit.Id[..10], Stack(past), What(past),
        (past as PastEvent.Released)?.Number);

    /// <summary>A commit that changed a name's working file, in the page's form.</summary>
    public static CatalogEvent Told(GitCommit commit, string name) => new(
        name, Time(commit.At?.ToUniversalTime(), "yyyy-MM-dd"), commit.Author, commit.Id[..10], null, commit.Subject,
        null);

    private static void WriteText(ImmutableArray<PastEvent> events, bool isOfAll, TextWriter output)
    {
        var lines = events.Select(past => Line(past, isOfAll)).ToArray();
        int[] widths = lines is []
            ? []
            : [.. lines[0].Select((_, i) => i == lines[0].Length - 1 ? 0 : lines.Max(line => line[i].Length))];
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Zip(widths, (cell, width) => cell.PadRight(width))));
        }
    }

    private static string[] Line(PastEvent past, bool isOfAll) =>
    [
        Time(past, "yyyy-MM-dd HH:mm'Z'") ?? "at an unknown time",
        TerminalText.Line(past.Commit.Author),
        past.Commit.Id[..10],
        TerminalText.Line(Stack(past) ?? "-"),
        .. isOfAll ? new[] { TerminalText.Line(Name(past) ?? Setting(past)!) } : [],
        TerminalText.Line(isOfAll ? What(past) : Change(past) + Why(past)),
    ];

    private static void WriteMarkdown(ImmutableArray<PastEvent> events, TextWriter output)
    {
        output.WriteLine("| date | who | commit | stack | name | what |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var past in events)
        {
            string[] cells =
            [
                Time(past, "yyyy-MM-dd HH:mm'Z'") ?? "unknown", past.Commit.Author, past.Commit.Id[..10],
                Stack(past) ?? "", Name(past) ?? Setting(past)!, What(past),
            ];
            output.WriteLine($"| {string.Join(" | ", cells.Select(MarkdownText.ProseCell))} |");
        }
    }

    private static Value Json(PastEvent past) => Map(
        ("date", Time(past.Commit.At, "yyyy-MM-dd'T'HH:mm:sszzz")),
        ("event", Event(past)),
        ("stack", Stack(past)),
        ("name", Name(past)),
        ("setting", Setting(past)),
        ("from", past is PastEvent.Moved moved ? Json(moved.From) : From(past)),
        ("to", past is PastEvent.Moved to ? Json(to.To) : To(past)),
        ("reason", past.Reason),
        ("commit", past.Commit.Id),
        ("author", past.Commit.Author),
        ("pullRequest", past.PullRequest),
        ("digest", Digest(past)),
        ("subject", past.Commit.Subject));

    private static Value.Map Json(Served served) => Map(
        ("serves", served.GetType().Name.ToLowerInvariant()),
        ("release", (served as Served.Release)?.Number is { } number ? (Value)number : null));

    private static IEnumerable<string?> Cells(PastEvent past) =>
    [
        Time(past.Commit.At, "yyyy-MM-dd'T'HH:mm:sszzz"), Event(past), Stack(past), Name(past), Setting(past),
        From(past), To(past), past.Reason, past.Commit.Id, past.Commit.Author, past.PullRequest, Digest(past),
        past.Commit.Subject,
    ];

    /// <summary>The kind of event, in one word.</summary>
    private static string Event(PastEvent past) => past switch
    {
        PastEvent.Released => "released",
        PastEvent.Reset => "setting",
        PastEvent.Compared { From: null } => "experiment started",
        PastEvent.Compared { To: null } => "experiment ended",
        PastEvent.Compared => "experiment changed",
        PastEvent.Moved { To: Served.Nothing } => "retired",
        PastEvent.Moved { To: Served.Draft } => "draft",
        PastEvent.Moved { To: Served.Unreadable } => "unreadable",
        PastEvent.Moved { From: Served.Release from, To: Served.Release to } when to.Number < from.Number =>
            "rolled back",
        PastEvent.Moved => "promoted",
        _ => throw new UnreachableException(),
    };

    private static string? Stack(PastEvent past) =>
        (past as PastEvent.Moved)?.Stack ?? (past as PastEvent.Reset)?.Stack ?? (past as PastEvent.Compared)?.Stack;

    private static string? Name(PastEvent past) =>
        (past as PastEvent.Moved)?.Name ?? (past as PastEvent.Released)?.Name ?? (past as PastEvent.Compared)?.Name;

    private static string? Setting(PastEvent past) => (past as PastEvent.Reset)?.Setting;

    private static string? Digest(PastEvent past) =>
        (past as PastEvent.Moved)?.Digest ?? (past as PastEvent.Released)?.Digest;

    private static string? From(PastEvent past) => past switch
    {
        PastEvent.Moved moved => $"{moved.From}",
        PastEvent.Compared compared => Said(compared.From),
        PastEvent.Reset reset => reset.From,
        PastEvent.Released => null,
        _ => throw new UnreachableException(),
    };

    private static string? To(PastEvent past) => past switch
    {
        PastEvent.Moved moved => $"{moved.To}",
        PastEvent.Compared compared => Said(compared.To),
        PastEvent.Reset reset => reset.To,
        PastEvent.Released released => $"{new Served.Release(released.Number)}",
        _ => throw new UnreachableException(),
    };

    private static string? Said(Experiment? running) => running is null ? null : $"{running.Seed}: {running.Shares}";

    private static string Change(PastEvent past) => past switch
    {
        PastEvent.Compared { From: { } over, To: null } => $"experiment {over.Seed} ends",
        PastEvent.Compared compared => $"experiment {Said(compared.To)}",
        PastEvent.Moved { From: Served.Release from, To: Served.Release to } =>
            $"release {from.Number} -> {to.Number}",
        PastEvent.Moved { From: Served.Nothing } or PastEvent.Released => To(past)!,
        PastEvent.Moved or PastEvent.Reset => $"{From(past) ?? "nothing"} -> {To(past) ?? "nothing"}",
        _ => throw new UnreachableException(),
    };

    private static string What(PastEvent past) =>
        (Event(past) == Change(past) || past is PastEvent.Compared ? Change(past) : $"{Event(past)}: {Change(past)}")
        + $"{(past.PullRequest is { } request ? $" ({request})" : "")}{Why(past)}";

    private static string Why(PastEvent past) => past.Reason is { } reason ? $", because {reason}" : "";

    private static string? Time(PastEvent past, string format) => Time(past.Commit.At?.ToUniversalTime(), format);

    private static string? Time(DateTimeOffset? time, string format) =>
        time?.ToString(format, CultureInfo.InvariantCulture);
}
