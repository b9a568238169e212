using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Spelling;

namespace Infra.Tests.Support.Pictures;

/// <summary>Lines of text as a drawing (SVG) for a page that shows no more than images: light and dark as the reader's
/// system is, with fonts that every system has.</summary>
/// <param name="Title">What it shows, for people who do not see it.</param>
/// <param name="Lines">The lines, from top to bottom.</param>
internal sealed record Picture(string Title, ImmutableArray<PictureLine> Lines)
{
    private const int Width = 760;
    private const int Margin = 20;

    private const string Style = """
        .frame{fill:#fff;stroke:#d1d9e0}
        .rule{stroke:#d1d9e0}
        text{font:14px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1f2328;white-space:pre}
        .code{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        .large{font-size:17px;font-weight:600}
        .strong{font-weight:600}
        .quiet{fill:#59636e}
        .ins{fill:#116329;text-decoration:underline}
        .del{fill:#a40e26;text-decoration:line-through}
        @media(prefers-color-scheme:dark){
        .frame{fill:#14181d;stroke:#343c46}
        .rule{stroke:#343c46}
        text{fill:#e6e9ed}
        .quiet{fill:#9aa4b0}
        .ins{fill:#7ee787}
        .del{fill:#ff9492}
        }
        """;

    /// <summary>The drawing.</summary>
    public string Svg()
    {
        var height = Lines.Sum(line => line.Height) + (2 * Margin);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" ")
            .Append(CultureInfo.InvariantCulture, $"height=\"{height}\" viewBox=\"0 0 {Width} {height}\" ")
            .Append("role=\"img\">\n")
            .Append("<title>").Append(HtmlText.Of(Title)).Append("</title>\n<style>\n").Append(Style)
            .Append("\n</style>\n<rect class=\"frame\" x=\"0.5\" y=\"0.5\" ")
            .Append(CultureInfo.InvariantCulture, $"width=\"{Width - 1}\" height=\"{height - 1}\" rx=\"8\"/>\n");
        var top = Margin;
        foreach (var line in Lines)
        {
            Append(line, top, svg);
            top += line.Height;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(PictureLine line, int top, StringBuilder svg)
    {
        var x = Margin + line.Indent;
        if (line.IsRuled)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"rule\" d=\"M{x} {top}.5H{Width - Margin}\"/>\n");
        }

        foreach (var cell in line.Cells.Where(cell => cell.Runs.Any(run => run.Text.Length > 0)))
        {
            svg.Append("<text ")
                .Append(CultureInfo.InvariantCulture, $"x=\"{x + cell.Left}\" y=\"{top + (line.Height / 2) + 5}\" ")
                .Append("xml:space=\"preserve\">");
            foreach (var run in cell.Runs)
            {
                svg.Append(run.Style.Length == 0 ? "<tspan>" : $"<tspan class=\"{run.Style}\">")
                    .Append(HtmlText.Of(run.Text)).Append("</tspan>");
            }

            svg.Append("</text>\n");
        }
    }
}

/// <summary>A line of a picture.</summary>
/// <param name="Cells">What stands on it.</param>
internal sealed record PictureLine(params ImmutableArray<PictureCell> Cells)
{
    /// <summary>How high it is, in pixels.</summary>
    public int Height { get; init; } = 20;

    /// <summary>How far from the left it starts.</summary>
    public int Indent { get; init; }

    /// <summary>Whether a rule stands above it.</summary>
    public bool IsRuled { get; init; }
}

/// <summary>A piece of a line that starts where it must.</summary>
internal sealed record PictureCell(int Left, params ImmutableArray<PictureRun> Runs);

/// <summary>A text, and the classes of its style.</summary>
internal sealed record PictureRun(string Text, string Style = "");
