using System.Globalization;
using System.Text;
using Infra.Spelling;

namespace Infra.Targets.Pages;

/// <summary>What commits did with a name, on its page.</summary>
internal static class CatalogHistory
{
    /// <summary>As many as people read; <c>prompts history</c> has them all.</summary>
    private const int Most = 20;

    /// <summary>The newest commits first; nothing where none are known.</summary>
    public static void Append(CatalogItem item, StringBuilder page)
    {
        if (item.History.IsEmpty)
        {
            return;
        }

        page.Append("<h3>History</h3>\n<ul class=\"history\">\n");
        foreach (var past in item.History.Take(Most))
        {
            page.Append("<li>");
            AppendWhen(past, page);
            page.Append(past.Stack is { } stack ? $"<span class=\"by\">{HtmlText.Of(stack)}</span> " : "")
                .Append("<span dir=\"auto\">").Append(HtmlText.Of(past.What)).Append("</span> ")
                .Append("<span class=\"by\">").Append(HtmlText.Of(past.Author)).Append(", <code>")
                .Append(HtmlText.Of(past.Commit)).Append("</code></span></li>\n");
        }

        var more = item.History.Length - Most;
        page.Append(more > 0 ? string.Create(CultureInfo.InvariantCulture, $"<li>and {more} more</li>\n") : "")
            .Append("</ul>\n");
    }

    /// <summary>The day; nothing where the commit does not say.</summary>
    public static void AppendWhen(CatalogEvent past, StringBuilder page) => page.Append(past.Day is { } day
        ? $"<time>{HtmlText.Of(day)}</time> "
        : "");
}
