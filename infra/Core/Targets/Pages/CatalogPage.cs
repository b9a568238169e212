using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infra.Definitions.Flows;
using Infra.Planning;
using Infra.Releases;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>Every prompt and flow, and what each stack serves, as one page that needs nothing from elsewhere.</summary>
/// <remarks>The page runs its own script and style only, by their digests; everything else on it is text.</remarks>
public static class CatalogPage
{
    /// <summary>The page.</summary>
    /// <param name="project">What there is.</param>
    /// <param name="plans">What each stack declares, in the order of the columns.</param>
    /// <param name="day">The day that models are looked at.</param>
    public static string Render(Project project, IReadOnlyCollection<Plan> plans, DateOnly day)
    {
        var entries = CatalogItem.All(project, plans).ToArray();
        var page = new StringBuilder();
        AppendHead(entries, page);
        AppendTable(project, entries, plans, day, page);
        page.Append("<main>\n");
        foreach (var entry in entries)
        {
            AppendEntry(entry, page);
        }

        return page.Append("</main>\n<script>").Append(CatalogAssets.Script).Append("</script>\n</body>\n</html>\n")
            .ToString();
    }

    private static void AppendHead(CatalogItem[] entries, StringBuilder page)
    {
        var prompts = entries.Count(entry => entry.Shown is not Flow);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; ")
            .Append(CultureInfo.InvariantCulture, $"form-action 'none'; style-src '{Digest(CatalogAssets.Style)}'; ")
            .Append(CultureInfo.InvariantCulture, $"script-src '{Digest(CatalogAssets.Script)}'\">\n")
            .Append("<title>Prompts and flows</title>\n<style>").Append(CatalogAssets.Style)
            .Append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#names\">Skip to the names</a>\n")
            .Append("<header><h1>Prompts and flows</h1>")
            .Append(CultureInfo.InvariantCulture, $"<p>{prompts} prompts, {entries.Length - prompts} flows</p>\n")
            .Append("<p class=\"search\"><label for=\"search\">Search</label> <input id=\"search\" type=\"search\" ")
            .Append("autocomplete=\"off\"> <span id=\"found\" role=\"status\"></span></p></header>\n");
    }

    /// <summary>What the page may run: this text and no other.</summary>
    private static string Digest(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static void AppendTable(
        Project project, CatalogItem[] entries, IReadOnlyCollection<Plan> plans, DateOnly day, StringBuilder page)
    {
        page.Append("<nav id=\"names\" aria-label=\"Names\" tabindex=\"-1\"><table>\n<thead><tr>");
        foreach (var column in (string[])["Name", "Kind", "Owner", "Model", .. plans.Select(plan => plan.Stack)])
        {
            page.Append("<th scope=\"col\">").Append(HtmlText.Of(column)).Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var entry in entries)
        {
            var (name, life) = (HtmlText.Of(entry.Name), entry.Life(project.Models, day));
            page.Append("<tr data-row><th scope=\"row\"><a href=\"#").Append(name).Append("\">").Append(name)
                .Append("</a></th>");
            Cell(entry.Kind, page);
            Cell(entry.Shown.Owner?.Value ?? "", page);
            Cell(life is null ? entry.Answers ?? "" : $"{entry.Answers} ({life})", page);
            foreach (var (_, serves) in entry.Served)
            {
                Cell(serves ?? "–", page);
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table></nav>\n");
    }

    private static void Cell(string text, StringBuilder page) =>
        page.Append("<td>").Append(HtmlText.Of(text)).Append("</td>");

    private static void AppendEntry(CatalogItem entry, StringBuilder page)
    {
        var name = HtmlText.Of(entry.Name);
        page.Append("<article data-entry id=\"").Append(name).Append("\"><h2>").Append(name).Append("</h2>\n<p>")
            .Append(HtmlText.Of(entry.Shown.Description?.Value ?? "No description.")).Append("</p>\n");
        if (entry.Shown is Flow flow)
        {
            FlowPicture.Append(flow.Name, (Value.Map)ReleasedContent.Of(flow), page);
        }

        CatalogParts.AppendTexts(entry.Shown, page);
        CatalogParts.AppendTests(entry.Shown, page);
        CatalogReleases.Append(entry.Releases, page);
        page.Append("</article>\n");
    }
}
