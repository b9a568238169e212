using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;

namespace Infra.Settings;

/// <summary>Reads what a stack watches.</summary>
internal static class WatchSettings
{
    /// <summary>The purpose of the setting.</summary>
    public const string Summary = "what raises an alarm, whom it notifies, and what follows: `failures`, `latency`, "
        + "`quality`, `notify`, `dashboard`, `logGroup`, `names`, `rollback`";

    /// <summary>The word for not watching something.</summary>
    private const string None = "none";

    private static readonly Kind Of = new Kind.Number(1, Whole: true);

    private static readonly Kind Name = new Kind.Either(new Kind.Word(None), new Kind.Keys(new(
        "a watched name",
        "What is watched of it; for what is not stated, the values for all names apply.",
        [.. Limits(ofName: true)])));

    private static readonly Shape Rollback = new(
        "a rollback",
        "The repository in which an alarm starts a rollback.",
        new("repository", new Kind.Text(), "The repository on GitHub, as in acme/prompts.", Required: true),
        new("connection", new Kind.Text(), "ARN of the EventBridge connection with its token.", Required: true),
        new("merge", new Kind.Flag(), "`true`: the pull request is merged once its checks pass."));

    /// <summary>The keys of the setting.</summary>
    public static readonly Shape Shape = new(
        "'watch'",
        "What is watched of everything that the stack serves.",
        [
            .. Limits(ofName: false),
            new("notify", new Kind.Text(), "ARN of the SNS topic that alarms notify."),
            new("dashboard", new Kind.Flag(), "`true`: there is a dashboard."),
            new("logGroup", new Kind.Text(), "The log group that the account's invocation logging goes to."),
            new("names", new Kind.MapOf(Name), "Other values for single names, or `none`."),
            new("rollback", new Kind.Keys(Rollback), "The repository in which an alarm starts a rollback."),
        ]);

    /// <summary>The valid part of the setting; problems are reported by <see cref="WatchChecks"/>.</summary>
    public static Watch? Read(YamlNode node)
    {
        if (node is not YamlNode.Mapping)
        {
            return null;
        }

        var each = Thresholds(node, Settings.Thresholds.None);
        return new()
        {
            Each = each,
            Names = node.Get("names").Entries().ToImmutableSortedDictionary(
                entry => entry.Key.Text,
                entry => new WatchedName(Thresholds(entry.Value, each), entry.Key.At),
                StringComparer.Ordinal),
            Notify = node.Text("notify")?.Value,
            Dashboard = node.Flag("dashboard"),
            LogGroup = node.Text("logGroup")?.Value,
            Rollback = node.Get("rollback") is { } rollback && ShapeCheck.Fits(rollback, Rollback)
                ? new(
                    rollback.Text("repository")!.Value,
                    rollback.Text("connection")!.Value,
                    rollback.Flag("merge"))
                : null,
            At = node.At,
        };
    }

    private static IEnumerable<Field> Limits(bool ofName) =>
    [
        Limit("failures", "above", "Calls that fail at AWS, as in `{ above: 5%, of: 50, in: 15m }`.", ofName),
        Limit("latency", "p95", "The time within which 95 of 100 calls end, as in `{ p95: 8s, of: 50, in: 15m "
            + "}`.", ofName),
        Limit("quality", "below",
            "Answers that applications report as good, as in `{ below: 95%, of: 50, in: 15m }`.", ofName),
    ];

    private static Field Limit(string key, string limit, string summary, bool ofName)
    {
        Kind keys = new Kind.Keys(new(
            $"'{key}'",
            summary,
            new(limit, new Kind.Text(), "The limit beyond which something is wrong.", Required: !ofName),
            new("of", Of, "The fewest calls that are judged; 50 if absent."),
            new("in", new Kind.Text(), "The time in which they are counted; 15m if absent.")));
        return new(key, ofName ? new Kind.Either(new Kind.Word(None), keys) : keys, summary);
    }

    private static Thresholds Thresholds(YamlNode node, Thresholds others) => node.Text()?.Value is None
        ? Settings.Thresholds.None
        : new(
            Threshold(node.Get("failures"), others.Failures, limit => Percentage.Parse(limit.Text("above")?.Value)),
            Threshold(node.Get("latency"), others.Latency, limit => Milliseconds(limit.Text("p95")?.Value)),
            Threshold(node.Get("quality"), others.Quality, limit => Percentage.Parse(limit.Text("below")?.Value)));

    private static Threshold? Threshold(YamlNode? node, Threshold? others, Func<YamlNode, decimal?> limit) =>
        node is null ? others
        : node is YamlNode.Mapping && (limit(node) ?? others?.Limit) is { } number
            ? new(
                number,
                node.Whole("of")?.Value ?? others?.Of ?? Settings.Threshold.DefaultOf,
                Time(node.Text("in")?.Value) ?? others?.In ?? Settings.Threshold.DefaultIn,
                node.At)
        : null;

    private static decimal? Milliseconds(string? text) =>
        text is not null && Duration.Parse(text) is { } time ? (decimal)time.TotalMilliseconds : null;

    /// <summary>The time in which calls are counted; null for a time that an alarm cannot use.</summary>
    internal static TimeSpan? Time(string? text) =>
        text is not null && Duration.Parse(text, Settings.Threshold.LongestIn) is { } time
        && time.Ticks % TimeSpan.TicksPerMinute is 0
            ? time
            : null;
}
