using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infra.Definitions.Flows;
using Infra.Planning;
using Infra.Releases;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>Every prompt and flow, and what each stack serves, as one page that loads nothing else.</summary>
/// <remarks>The page allows only its own script and style, by their digests; everything else on it is text. Its own ids
/// contain a full stop, which no prompt's name does.</remarks>
public static class CatalogPage
{
    /// <summary>Renders the page.</summary>
    /// <param name="project">The project.</param>
    /// <param name="plans">The plans of the stacks, in the order of the columns.</param>
    /// <param name="history">The events, the newest first; empty where no commits are known.</param>
    /// <param name="day">The day on which models are checked.</param>
    public static string Render(
        Project project, IReadOnlyCollection<Plan> plans, ImmutableArray<CatalogEvent> history, DateOnly day)
    {
        var items = CatalogItem.All(project, plans, history).ToArray();
        var models = project.Models;
        var lives = items.ToDictionary(item => item.Name, item => item.Life(models, day));
        var page = new StringBuilder();
        AppendHead(items, page);
        AppendTable(items, lives, plans, page);
        page.AppendJoin("", Concurrently.Map(items, item => Article(item, lives[item.Name])));
        return page.Append("</main>\n<script>").Append(CatalogAssets.Script).Append("</script>\n</body>\n</html>\n")
            .ToString();
    }

    private static void AppendHead(CatalogItem[] items, StringBuilder page)
    {
        var flows = items.Count(item => item.Shown is Flow);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; ")
            .Append(CultureInfo.InvariantCulture, $"form-action 'none'; style-src '{Digest(CatalogAssets.Style)}'; ")
            .Append(CultureInfo.InvariantCulture, $"script-src '{Digest(CatalogAssets.Script)}'\">\n")
            .Append("<title>Prompts and flows</title>\n<style>").Append(CatalogAssets.Style)
            .Append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#page.names\">Skip to the names</a>\n")
            .Append("<header><h1>Prompts and flows</h1>")
            .Append(CultureInfo.InvariantCulture, $"<p>{Count(items.Length - flows, "prompt")}, ")
            .Append(CultureInfo.InvariantCulture, $"{Count(flows, "flow")}</p></header>\n")
            .Append("<search><label for=\"page.search\">Search names and texts</label>")
            .Append("<input id=\"page.search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">")
            .Append("<span id=\"page.found\" role=\"status\"></span></search>\n<main>\n");
    }

    /// <summary>The digest by which the page allows a script or style.</summary>
    private static string Digest(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void AppendTable(
        CatalogItem[] items, Dictionary<string, string?> lives, IReadOnlyCollection<Plan> plans, StringBuilder page)
    {
        page.Append("<nav id=\"page.names\" aria-label=\"Names\" tabindex=\"-1\"><table>\n<thead><tr>")
            .Append("<th scope=\"col\">Name</th><th scope=\"col\" class=\"aside\">Kind</th>")
            .Append("<th scope=\"col\" class=\"aside\">Owner</th><th scope=\"col\" class=\"aside\">Model</th>");
        foreach (var plan in plans)
        {
            page.Append("<th scope=\"col\">").Append(HtmlText.Of(plan.Stack)).Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var item in items)
        {
            page.Append("<tr data-row><th scope=\"row\">");
            CatalogFacts.AppendLink(item.Name, page);
            page.Append("</th>");
            Cell(" class=\"aside\"", item.Kind, page);
            Cell(" class=\"aside\"", item.Shown.Owner?.Value ?? "", page);
            Cell(" class=\"aside\"", CatalogFacts.Model(item, lives[item.Name]) ?? "", page);
            foreach (var served in item.Served)
            {
                Cell(served.Serves is null ? " class=\"none\"" : "", served.Short, page);
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table></nav>\n");
    }

    private static void Cell(string attributes, string text, StringBuilder page) =>
        page.Append("<td").Append(attributes).Append('>').Append(HtmlText.Of(text)).Append("</td>");

    private static string Article(CatalogItem item, string? life)
    {
        var page = new StringBuilder();
        var name = HtmlText.Of(item.Name);
        page.Append("<article data-entry id=\"").Append(name).Append("\"><h2>").Append(name).Append("</h2>\n")
            .Append(item.Shown.Description is { } description
                ? $"<p dir=\"auto\">{HtmlText.Of(description.Value)}</p>\n"
                : "");
        CatalogFacts.Append(item, life, page);
        if (item.Shown is Flow flow)
        {
            FlowPicture.Append(flow.Name, (Value.Map)ReleasedContent.Of(flow), page);
        }

        CatalogParts.AppendTexts(item.Shown, page);
        CatalogParts.AppendTests(item.Shown, page);
        CatalogReleases.Append(item, page);
        CatalogHistory.Append(item, page);
        return page.Append("<p class=\"back\"><a href=\"#page.names\">All names</a></p></article>\n").ToString();
    }
}
