using System.Collections.Immutable;
using Infra.Settings;
using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>The dashboards of a stack, with a row for each prompt and flow, by name; more than one if they do not
/// fit.</summary>
internal static class WatchDashboards
{
    /// <summary>The most rows of a dashboard that people can still read.</summary>
    private const int MostRows = 50;

    /// <summary>The most metrics of a dashboard; its limit of 500 widgets is not reached with <see cref="MostRows"/>
    /// rows.</summary>
    /// <value>2,500. Source: CloudWatch service quotas, copies of 2020 and later; none of them limits the length of a
    /// dashboard.</value>
    private const int MostMetrics = 2500;

    /// <summary>All dashboards; none unless the stack asks for them.</summary>
    public static IEnumerable<DeclaredResource> Of(
        ImmutableArray<PromptDeployment> prompts, ImmutableArray<FlowDeployment> flows, StackSettings settings)
    {
        if (settings.Watch is not { Dashboard: true })
        {
            return [];
        }

        var pages = Pages(prompts.Select(prompt => DashboardRow.Of(prompt, settings))
            .Concat(flows.Select(flow => DashboardRow.Of(flow, settings)))
            .OrderBy(row => row.Name, StringComparer.Ordinal));
        return pages.Select((page, index) => Dashboard(page, index + 1, pages.Count, settings));
    }

    private static List<ImmutableArray<DashboardRow>> Pages(IEnumerable<DashboardRow> rows)
    {
        List<ImmutableArray<DashboardRow>> pages = [];
        foreach (var row in rows)
        {
            if (pages is [.., var last] && last.Length < MostRows
                && last.Sum(one => one.Metrics) + row.Metrics <= MostMetrics)
            {
                pages[^1] = last.Add(row);
            }
            else
            {
                pages.Add([row]);
            }
        }

        return pages;
    }

    private static DeclaredResource Dashboard(
        ImmutableArray<DashboardRow> rows, int number, int count, StackSettings settings) => new()
        {
            Name = WatchNames.Dashboard(number),
            Type = ResourceTypes.Dashboard,
            Owner = DeclaredResource.OfStack,
            Because = count == 1
            ? "a row for each prompt and flow"
            : $"dashboard {number} of {count}, because one would be full: {rows[0].Name} to {rows[^1].Name}",
            Properties = Map(
            ("DashboardName", WatchNames.DashboardOnAws(number, settings)),
            ("DashboardBody", EmbeddedJson.Of(Body(rows, settings)))),
        };

    private static Value.Map Body(ImmutableArray<DashboardRow> rows, StackSettings settings)
    {
        var high = Math.Min(100, rows.Length + 3);
        return Map(("widgets", List(
        [
            DashboardWidget.Text(Live(rows, settings)).At(0, 0, DashboardWidget.Columns, high),
            .. rows.SelectMany((row, index) => Placed(row, high + (index * DashboardWidget.Height))),
        ])));
    }

    private static string Live(ImmutableArray<DashboardRow> rows, StackSettings settings) =>
        $"## What is live in {settings.Stack}\n\n| name | what callers get |\n|---|---|\n"
        + string.Concat(rows.Select(row => $"| {MarkdownText.ProseCell(row.Name)} | {row.Live} |\n"));

    /// <summary>A row over the whole width; the last widget fills the rest of it.</summary>
    private static IEnumerable<Value> Placed(DashboardRow row, int top)
    {
        var width = DashboardWidget.Columns / row.Widgets.Length;
        return row.Widgets.Select((widget, index) => widget.At(
            index * width,
            top,
            index == row.Widgets.Length - 1 ? DashboardWidget.Columns - (index * width) : width,
            DashboardWidget.Height));
    }
}
