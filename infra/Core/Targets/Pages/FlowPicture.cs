using System.Globalization;
using System.Text;
using Infra.Graphs;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>A flow as a drawing (SVG) that uses the page's styles.</summary>
internal static class FlowPicture
{
    /// <summary>Pictures up to this width shrink to fit the page; wider ones keep their size and scroll.</summary>
    private const int WidestToShrink = 1500;

    private const int Arrow = 8;

    /// <summary>Appends the flow and, below it, the inside of each of its loops.</summary>
    public static void Append(string name, Value.Map definition, StringBuilder page) =>
        Append(name, caption: null, FlowSketch.Of(definition), page);

    private static void Append(string name, string? caption, FlowSketch sketch, StringBuilder page)
    {
        var layout = FlowLayout.Of(sketch);
        var (width, height) = (layout.Width, layout.Height);
        // A picture may be wider than the page: it can be focused, so that arrow keys scroll it.
        page.Append(CultureInfo.InvariantCulture, $"<figure tabindex=\"0\"><svg viewBox=\"0 0 {width} {height}\" ")
            .Append(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" role=\"img\" ")
            .Append(width > WidestToShrink ? "class=\"wide\" " : "").Append("aria-label=\"")
            .Append(HtmlText.Of(Told(caption is null ? name : $"{name}, {caption}", sketch, layout))).Append("\">\n");
        foreach (var line in layout.Lines)
        {
            Append(line, page);
        }

        foreach (var node in layout.Nodes)
        {
            Append(node, page);
        }

        page.Append("</svg>")
            .Append(caption is null ? "" : $"<figcaption>{HtmlText.Of(caption)}</figcaption>").Append("</figure>\n");
        foreach (var node in sketch.Nodes)
        {
            if (node.Inside is { } inside)
            {
                Append(name, $"Inside {node.Name}", inside, page);
            }
        }
    }

    /// <summary>The picture in words, for people who cannot see it.</summary>
    private static string Told(string name, FlowSketch sketch, FlowLayout layout) =>
        $"{name}: " + string.Join("; ", layout.Lines.Select(placed =>
        {
            var (source, target) = (sketch.Nodes[placed.Line.Source].Name, sketch.Nodes[placed.Line.Target].Name);
            return placed.Line.Conditions.IsEmpty
                ? $"{source} leads to {target}"
                : $"{source} leads to {target} on {string.Join(", ", placed.Line.Conditions)}";
        }));

    private static void Append(PlacedLine placed, StringBuilder page)
    {
        var isCondition = !placed.Line.Conditions.IsEmpty;
        var (x, y) = (placed.Boxes[0].Right, placed.Boxes[0].Middle);
        page.Append(isCondition ? "<path class=\"line when\" d=\"" : "<path class=\"line\" d=\"")
            .Append(CultureInfo.InvariantCulture, $"M{x} {y}");
        foreach (var box in placed.Boxes.Skip(1))
        {
            var isTarget = box.Height > 0;
            var bend = Math.Abs(box.Left - x) / 2;
            page.Append(CultureInfo.InvariantCulture, $"C{x + bend} {y} {box.Left - bend} {box.Middle} ")
                .Append(CultureInfo.InvariantCulture, $"{box.Left - (isTarget ? Arrow : 0)} {box.Middle}");
            (x, y) = (isTarget ? box.Left : box.Right, box.Middle);
            if (!isTarget)
            {
                page.Append(CultureInfo.InvariantCulture, $"H{x}");
            }
        }

        page.Append("\"/>")
            .Append(CultureInfo.InvariantCulture, $"<path class=\"end\" d=\"M{x} {y}l-{Arrow} -4v8z\"/>\n");
        if (isCondition)
        {
            var first = placed.Boxes[1];
            page.Append("<text class=\"on\" text-anchor=\"end\" ")
                .Append(CultureInfo.InvariantCulture, $"x=\"{first.Left - Arrow - 4}\" y=\"{first.Middle - 5}\">")
                .Append(HtmlText.Of(FlowLayout.Label(placed.Line))).Append("</text>\n");
        }
    }

    private static void Append(PlacedNode placed, StringBuilder page)
    {
        var (x, y) = (placed.Box.Left, placed.Box.Top);
        page.Append("<g><title>").Append(HtmlText.Of(Whole(placed.Node))).Append("</title>")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"node\" x=\"{x}\" y=\"{y}\" ")
            .Append(CultureInfo.InvariantCulture, $"width=\"{placed.Box.Width}\" height=\"{placed.Box.Height}\" ")
            .Append("rx=\"6\"/>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{x + 12}\" y=\"{y + 21}\">")
            .Append(HtmlText.Of(FlowLayout.Short(placed.Node.Name, FlowLayout.LongestLabel))).Append("</text>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"type\" x=\"{x + 12}\" y=\"{y + 38}\">")
            .Append(HtmlText.Of(FlowLayout.Detail(placed.Node))).Append("</text></g>\n");
    }

    private static string Whole(SketchedNode node) =>
        node.Detail is { } detail ? $"{node.Name}, {node.Type}: {detail}" : $"{node.Name}, {node.Type}";
}
