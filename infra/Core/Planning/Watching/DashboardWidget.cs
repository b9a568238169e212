using System.Collections.Immutable;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>A widget of a dashboard, without its place.</summary>
/// <param name="Type"><c>metric</c> or <c>text</c>.</param>
/// <param name="Metrics">How many metrics it shows or computes with.</param>
/// <param name="Properties">As dashboards spell them.</param>
/// <remarks>Source: CloudWatch user guide, "Dashboard body structure and syntax", read 2026-11-27.</remarks>
internal sealed record DashboardWidget(string Type, int Metrics, Value.Map Properties)
{
    /// <summary>The columns of a dashboard.</summary>
    public const int Columns = 24;

    /// <summary>The rows that a widget is high.</summary>
    public const int Height = 6;

    /// <summary>The period of what is shown.</summary>
    /// <value>Seconds.</value>
    private const int Period = 300;

    /// <summary>Text in Markdown.</summary>
    public static DashboardWidget Text(string markdown) => new("text", 0, Map(("markdown", markdown)));

    /// <summary>Lines over time.</summary>
    /// <param name="title">What they are.</param>
    /// <param name="lines">Made by <see cref="Metric"/> and <see cref="Expression"/>.</param>
    /// <param name="alarm">Where an alarm is raised; null for nowhere.</param>
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
    /// <param name="id">What expressions call it.</param>
    /// <param name="stat">The statistic.</param>
    /// <param name="label">What it is called; null hides it.</param>
    public static Value Metric(IEnumerable<Value> metric, string id, string stat, string? label) => List(
    [
        .. metric,
        Map(("id", id), ("stat", stat), ("label", label), ("visible", label is null ? false : null)),
    ]);

    /// <summary>What is computed of metrics.</summary>
    public static Value Expression(string expression, string id, string label) =>
        List(Map(("expression", expression), ("id", id), ("label", label)));

    /// <summary>The widget at a place.</summary>
    public Value At(int column, int row, int width, int height) => Map(
        ("type", Type),
        ("x", column),
        ("y", row),
        ("width", width),
        ("height", height),
        ("properties", Properties));
}
