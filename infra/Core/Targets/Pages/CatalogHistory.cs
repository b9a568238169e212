using System.Globalization;
using System.Text;
using Infra.Spelling;

namespace Infra.Targets.Pages;

/// <summary>The commits that concern a name, for its page.</summary>
internal static class CatalogHistory
{
    /// <summary>The most commits that are shown; <c>prompts history</c> shows all.</summary>
    private const int Most = 20;

    /// <summary>Appends the commits, the newest first; nothing where none are known.</summary>
    public static void Append(CatalogItem item, StringBuilder page)
    {
        if (item.History.IsEmpty)
        {
            return;
        }

        page.Append("<h3>History</h3>\n<ul class=\"history\">\n");
        var commits = item.History.GroupBy(past => past.Commit).ToArray();
        foreach (var commit in commits.Take(Most))
        {
            page.Append("<li>");
            AppendWhen(commit.First(), page);
            page.Append("<span>");
            foreach (var (i, past) in commit.Index())
            {
                page.Append(i == 0 ? "" : "<br>")
                    .Append(past.Stack is { } stack ? $"<span class=\"by\">{HtmlText.Of(stack)}</span> " : "")
                    .Append("<bdi>").Append(HtmlText.Of(past.What)).Append("</bdi>");
            }

            page.Append("</span> <span class=\"by\">").Append(HtmlText.Of(commit.First().Author)).Append(", <code>")
                .Append(HtmlText.Of(commit.Key)).Append("</code></span></li>\n");
        }

        var more = commits.Length - Most;
        page.Append("</ul>\n").Append(more <= 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"<p class=\"by\">and {more} more commit{(more == 1 ? "" : "s")}</p>\n"));
    }

    /// <summary>Appends the day, if the commit states it.</summary>
    public static void AppendWhen(CatalogEvent past, StringBuilder page) => page.Append(past.Day is { } day
        ? $"<time>{HtmlText.Of(day)}</time> "
        : "<span class=\"by\">unknown day</span> ");
}
