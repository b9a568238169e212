using System.Globalization;
using System.Text;
using Infra.Graphs;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>A flow as a drawing (SVG), without styles of its own: the page has them.</summary>
internal static class FlowPicture
{
    private const int Wide = 190;
    private const int High = 52;
    private const int Across = 250;
    private const int Down = 84;
    private const int Margin = 12;
    private const int LongestLabel = 26;

    /// <summary>The flow, and below it the inside of each of its loops.</summary>
    public static void Append(string name, Value.Map definition, StringBuilder page) =>
        Append(name, FlowSketch.Of(definition), page);

    private static void Append(string name, FlowSketch sketch, StringBuilder page)
    {
        var layout = FlowLayout.Of(sketch);
        var (width, height) = (layout.Columns * Across, Math.Max(layout.Rows * Down, Down));
        page.Append(CultureInfo.InvariantCulture, $"<figure><svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" ")
            .Append(CultureInfo.InvariantCulture, $"height=\"{height}\" role=\"img\" aria-label=\"")
            .Append(HtmlText.Of(Told(name, sketch))).Append("\">");
        var places = layout.Nodes.ToDictionary(placed => placed.Node.Name, StringComparer.Ordinal);
        foreach (var line in sketch.Lines)
        {
            if (places.TryGetValue(line.Ends.Source, out var source)
                && places.TryGetValue(line.Ends.Target, out var target))
            {
                Append(source, target, isCondition: line.Ends.Input is null, page);
            }
        }

        foreach (var placed in layout.Nodes)
        {
            Append(placed, page);
        }

        page.Append("</svg><figcaption>").Append(HtmlText.Of(name)).Append("</figcaption></figure>\n");
        foreach (var node in sketch.Nodes)
        {
            if (node.Inside is { } inside)
            {
                Append($"{name}: inside {node.Name}", inside, page);
            }
        }
    }

    /// <summary>The picture in words, for people who do not see it.</summary>
    private static string Told(string name, FlowSketch sketch) => $"{name}: " + string.Join("; ", sketch.Lines
        .Select(line => $"{line.Ends.Source} leads to {line.Ends.Target}").Distinct(StringComparer.Ordinal));

    private static void Append(PlacedNode source, PlacedNode target, bool isCondition, StringBuilder page)
    {
        var (fromX, fromY) = (Left(source) + Wide, Top(source) + (High / 2));
        var (toX, toY) = (Left(target), Top(target) + (High / 2));
        var bend = Math.Max(30, (toX - fromX) / 2);
        page.Append(isCondition ? "<path class=\"line when\" " : "<path class=\"line\" ")
            .Append(CultureInfo.InvariantCulture, $"d=\"M{fromX} {fromY}C{fromX + bend} {fromY} ")
            .Append(CultureInfo.InvariantCulture, $"{toX - bend} {toY} {toX} {toY}\"/>")
            .Append(CultureInfo.InvariantCulture, $"<circle class=\"end\" cx=\"{toX}\" cy=\"{toY}\" r=\"4\"/>");
    }

    private static void Append(PlacedNode placed, StringBuilder page)
    {
        var (x, y) = (Left(placed), Top(placed));
        page.Append(CultureInfo.InvariantCulture, $"<rect class=\"node\" x=\"{x}\" y=\"{y}\" width=\"{Wide}\" ")
            .Append(CultureInfo.InvariantCulture, $"height=\"{High}\" rx=\"8\"/>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{x + 10}\" y=\"{y + 21}\">")
            .Append(Label(placed.Node.Name)).Append("</text>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"type\" x=\"{x + 10}\" y=\"{y + 40}\">")
            .Append(Label(placed.Node.Detail is { } detail ? $"{placed.Node.Type}: {detail}" : placed.Node.Type))
            .Append("</text>");
    }

    private static string Label(string text) =>
        HtmlText.Of(text.Length <= LongestLabel ? text : $"{Cut.Head(text, LongestLabel - 1)}…");

    private static int Left(PlacedNode placed) => Margin + (placed.Column * Across);

    private static int Top(PlacedNode placed) => Margin + (placed.Row * Down);
}
