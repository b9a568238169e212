using System.Collections.Immutable;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>A dashboard widget, without its position.</summary>
/// <param name="Type"><c>metric</c> or <c>text</c>.</param>
/// <param name="Metrics">The number of metrics that it shows or computes with.</param>
/// <param name="Properties">The properties, in the dashboard's format.</param>
/// <remarks>Source: CloudWatch user guide, "Dashboard body structure and syntax", read 2026-11-27.</remarks>
internal sealed record DashboardWidget(string Type, int Metrics, Value.Map Properties)
{
    /// <summary>The width of a dashboard, in columns.</summary>
    public const int Columns = 24;

    /// <summary>The height of a widget, in rows.</summary>
    public const int Height = 6;

    /// <summary>The period of the data points.</summary>
    /// <value>Seconds.</value>
    private const int Period = 300;

    /// <summary>A widget with Markdown.</summary>
    public static DashboardWidget Text(string markdown) => new("text", 0, Map(("markdown", markdown)));

    /// <summary>A widget with lines over time.</summary>
    /// <param name="title">The title.</param>
    /// <param name="lines">Made by <see cref="Metric"/> and <see cref="Expression"/>.</param>
    /// <param name="alarm">The threshold of the alarm; null for none.</param>
    public static DashboardWidget Lines(string title, ImmutableArray<Value> lines, decimal? alarm = null) => new(
        "metric",
        lines.Count(line => ((Value.List)line).Items.Length > 1),
        Map(
            ("title", title),
            ("view", "timeSeries"),
            ("region", Region),
            ("period", Period),
            ("metrics", new Value.List(lines)),
            ("yAxis", Map(("left", Map(("min", 0))))),
            ("annotations", alarm is { } limit
                ? Map(("horizontal", List(Map(("label", "alarm"), ("value", limit)))))
                : null)));

    /// <summary>A metric.</summary>
    /// <param name="metric">Namespace, name, and each dimension with its value.</param>
    /// <param name="id">The id for expressions.</param>
    /// <param name="stat">The statistic.</param>
    /// <param name="label">The label; null hides the line.</param>
    public static Value Metric(IEnumerable<Value> metric, string id, string stat, string? label) => List(
    [
        .. metric,
        Map(("id", id), ("stat", stat), ("label", label), ("visible", label is null ? false : null)),
    ]);

    /// <summary>An expression over metrics.</summary>
    public static Value Expression(string expression, string id, string label) =>
        List(Map(("expression", expression), ("id", id), ("label", label)));

    /// <summary>The widget at a position.</summary>
    public Value At(int column, int row, int width, int height) => Map(
        ("type", Type),
        ("x", column),
        ("y", row),
        ("width", width),
        ("height", height),
        ("properties", Properties));
}
