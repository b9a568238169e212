using System.Globalization;
using System.Text;
using Infra.Smoke.Comparing;
using Infra.Spelling;

namespace Infra.Smoke.Experiments;

/// <summary>A picture of the intervals: wide ones for every look, narrow ones for a single look, and a line for no
/// difference.</summary>
public static class AnalysisSvg
{
    private const int Width = 640;
    private const int Left = 150;
    private const int Row = 36;
    private const int Top = 34;

    /// <summary>The picture.</summary>
    public static string Render(Analysis analysis)
    {
        var shown = analysis.Findings.Where(finding => finding.IsLift is not null).ToArray();
        var most = shown
            .SelectMany(finding => new[] { finding.AlwaysValid.Low, finding.AlwaysValid.High, finding.Fixed.High })
            .Select(Math.Abs)
            .DefaultIfEmpty(1)
            .Max() is var far and > 0 ? far * 1.1 : 1;
        var height = Top + (Row * Math.Max(1, shown.Length)) + 10;
        var svg = new StringBuilder(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" "
            + "font-family=\"sans-serif\" font-size=\"12\">\n"
            + $"<title>{Text(analysis.Experiment.Key)}</title>\n"
            + $"<text x=\"8\" y=\"18\">{Text(analysis.Experiment.Key)}</text>\n"
            + $"<line x1=\"{X(0, most)}\" y1=\"26\" x2=\"{X(0, most)}\" y2=\"{height - 6}\" stroke=\"#888\"/>\n");
        foreach (var (number, finding) in shown.Index())
        {
            var y = Top + (Row * number) + 12;
            svg.Append($"<text x=\"8\" y=\"{y + 4}\">{Text(finding.Arm.Key)}</text>\n")
                .Append(Line(finding.AlwaysValid, y, most, 2))
                .Append(Line(finding.Fixed, y, most, 6))
                .Append($"<circle cx=\"{X(finding.Fixed.Estimate, most)}\" cy=\"{y}\" r=\"5\" fill=\"#fff\" "
                    + "stroke=\"#205493\"/>\n")
                .Append($"<text x=\"{Left}\" y=\"{y + 20}\" fill=\"#444\" font-size=\"11\">"
                    + $"{Text(AnalysisText.Words(finding, analysis))}; "
                    + $"{Text(AnalysisText.Ends(finding.AlwaysValid, finding))}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Line(Interval interval, int y, double most, int width) =>
        $"<line x1=\"{X(interval.Low, most)}\" y1=\"{y}\" x2=\"{X(interval.High, most)}\" y2=\"{y}\" "
        + $"stroke=\"#205493\" stroke-width=\"{width}\"/>\n";

    private static string X(double difference, double most) =>
        (Left + ((Width - Left - 10) * (difference + most) / (2 * most)))
            .ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(string text) =>
        System.Net.WebUtility.HtmlEncode(LegalXml.Of(text));
}
