using System.Collections.Immutable;
using System.Globalization;
using Infra.Models;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Watching;

/// <summary>The row of a dashboard that shows one prompt or flow.</summary>
/// <param name="Name">The name of the prompt or flow.</param>
/// <param name="Live">The live release, in Markdown.</param>
/// <param name="Widgets">The widgets, from left to right.</param>
internal sealed record DashboardRow(string Name, string Live, ImmutableArray<DashboardWidget> Widgets)
{
    private const decimal Million = 1_000_000;

    /// <summary>The number of its metrics.</summary>
    public int Metrics => Widgets.Sum(widget => widget.Metrics);

    /// <summary>The row of a prompt.</summary>
    public static DashboardRow Of(PromptDeployment prompt, StackSettings settings)
    {
        var watched = Watched.Of(prompt, settings);
        return new(prompt.Name, Cell(prompt), prompt.Profiles.IsEmpty
            ? [Unmetered(prompt.Name), .. Quality(watched, settings)]
            :
            [
                Calls(watched),
                Latency(watched),
                Tokens(watched),
                Cost(prompt, settings),
                .. Quality(watched, settings),
            ]);
    }

    /// <summary>The row of a flow: AWS has no metrics of flows.</summary>
    public static DashboardRow Of(FlowDeployment flow, StackSettings settings) => new(
        flow.Name,
        flow.Release is { } live ? $"release {live}" : "the draft",
        [Unmetered(flow.Name), .. Quality(Watched.Of(flow, settings), settings)]);

    private static string Cell(PromptDeployment prompt) =>
        prompt.Live is not { } live ? "the draft"
        : prompt.Kept.Length > 1 ? $"release {live} of {string.Join(", ", prompt.Kept.Select(kept => kept.Number))}"
        : $"release {live}";

    private static DashboardWidget Unmetered(string name) =>
        DashboardWidget.Text($"**{name}**\n\nAWS keeps no metrics of its calls.");

    private static DashboardWidget Calls(Watched watched)
    {
        var numbers = Numbers(watched);
        var failed = string.Join(" + ", numbers.Select(i => $"FILL(client{i}, 0) + FILL(server{i}, 0)"));
        var answered = string.Join(" + ", numbers.Select(i => $"FILL(answered{i}, 0)"));
        return DashboardWidget.Lines($"{watched.Name}: calls",
        [
            .. Each(watched, "InvocationLatency", "answered", "SampleCount"),
            .. Each(watched, "InvocationClientErrors", "client", "Sum"),
            .. Each(watched, "InvocationServerErrors", "server", "Sum"),
            .. Each(watched, "InvocationThrottles", "throttled", "Sum"),
            DashboardWidget.Expression($"{answered} + {failed}", "calls", "calls"),
            DashboardWidget.Expression(failed, "failed", "failed"),
            DashboardWidget.Expression(
                string.Join(" + ", numbers.Select(i => $"FILL(throttled{i}, 0)")), "refused", "throttled"),
        ]);
    }

    private static DashboardWidget Latency(Watched watched) => DashboardWidget.Lines(
        $"{watched.Name}: latency, milliseconds",
        [
            .. Shown(watched, "InvocationLatency", "half", "p50"),
            .. Shown(watched, "InvocationLatency", "most", "p95"),
        ],
        watched.Thresholds.Latency?.Limit);

    private static DashboardWidget Tokens(Watched watched)
    {
        var numbers = Numbers(watched);
        return DashboardWidget.Lines($"{watched.Name}: tokens",
        [
            .. Each(watched, "InputTokenCount", "read", "Sum"),
            .. Each(watched, "OutputTokenCount", "written", "Sum"),
            DashboardWidget.Expression(
                string.Join(" + ", numbers.Select(i => $"FILL(read{i}, 0)")), "input", "read"),
            DashboardWidget.Expression(
                string.Join(" + ", numbers.Select(i => $"FILL(written{i}, 0)")), "output", "written"),
        ]);
    }

    /// <summary>What is unknown is named, not shown as zero.</summary>
    private static DashboardWidget Cost(PromptDeployment prompt, StackSettings settings)
    {
        var prices = prompt.Profiles.Select(profile => (profile.Model, Price: settings.Models.Price(profile.Model)))
            .ToImmutableArray();
        if (prices.FirstOrDefault(model => model.Price is null).Model is { } unknown)
        {
            return DashboardWidget.Text($"**{prompt.Name}: cost**\n\nThe price of {unknown} is not known. State it "
                + "in `bedrock-prompts:models`.");
        }

        var watched = Watched.Of(prompt, settings);
        return DashboardWidget.Lines($"{prompt.Name}: estimated cost, US dollars",
        [
            .. Each(watched, "InputTokenCount", "read", "Sum"),
            .. Each(watched, "OutputTokenCount", "written", "Sum"),
            DashboardWidget.Expression(
                string.Join(" + ", prices.Select((model, i) => Dollars(i + 1, model.Price!))), "cost", "US dollars"),
        ]);
    }

    private static string Dollars(int number, Price price) =>
        $"FILL(read{number}, 0) * {CanonicalJson.Number(price.Input / Million)} + "
        + $"FILL(written{number}, 0) * {CanonicalJson.Number(price.Output / Million)}";

    private static IEnumerable<DashboardWidget> Quality(Watched watched, StackSettings settings) =>
        watched.Thresholds.Quality is not { } quality ? [] :
        [
            DashboardWidget.Lines(
                $"{watched.Name}: good answers, percent",
                [
                    .. watched.Reported.Select((release, i) => DashboardWidget.Metric(
                        [
                            AlarmMetrics.Applications, AlarmMetrics.Success,
                            "Stack", settings.Stack, "Name", watched.Name, "Release", release,
                        ],
                        $"good{i + 1}",
                        "Average",
                        null)),
                    .. watched.Reported.Select((_, i) => DashboardWidget.Expression(
                        $"100 * good{i + 1}", $"percent{i + 1}", "good")),
                ],
                quality.Limit),
        ];

    private static int[] Numbers(Watched watched) => [.. Enumerable.Range(1, watched.Meters.Length)];

    private static IEnumerable<Value> Each(Watched watched, string metric, string id, string stat) =>
        watched.Meters.Select((meter, i) => Bedrock(meter, metric, $"{id}{i + 1}", stat, null));

    private static IEnumerable<Value> Shown(Watched watched, string metric, string id, string stat) =>
        watched.Meters.Select((meter, i) => Bedrock(meter, metric, $"{id}{i + 1}", stat,
            watched.Meters.Length == 1 ? stat : string.Create(CultureInfo.InvariantCulture, $"{stat}, model {i + 1}")));

    private static Value Bedrock(Value meter, string metric, string id, string stat, string? label) =>
        DashboardWidget.Metric([AlarmMetrics.Bedrock, metric, "ModelId", meter], id, stat, label);
}
