using System.Collections.Immutable;
using System.Text;
using Infra.Spelling;

namespace Infra.Targets.Pages;

/// <summary>The facts below a name: its owner, its model, what each stack serves.</summary>
internal static class CatalogFacts
{
    /// <summary>Appends the facts that are known.</summary>
    public static void Append(CatalogItem item, string? life, StringBuilder page)
    {
        page.Append("<dl class=\"facts\">\n");
        Append("Kind", item.Kind, page);
        Append("Owner", item.Shown.Owner?.Value, page);
        Append("Model", Model(item, life), page);
        Append("Calls", item.Calls, page);
        Append("Called by", item.CalledBy, page);
        foreach (var served in item.Served)
        {
            Append($"In {served.Stack}", served.Long, page);
        }

        page.Append("</dl>\n");
    }

    /// <summary>The model or agent, and how long it is available; null for a flow.</summary>
    public static string? Model(CatalogItem item, string? life) =>
        life is null ? item.Answers : $"{item.Answers} ({life})";

    /// <summary>A link to a name's part of the page.</summary>
    public static void AppendLink(string name, StringBuilder page) =>
        page.Append("<a href=\"#").Append(HtmlText.Of(name)).Append("\">").Append(HtmlText.Of(name)).Append("</a>");

    private static void Append(string what, string? text, StringBuilder page)
    {
        if (text is not null)
        {
            page.Append("<div><dt>").Append(HtmlText.Of(what)).Append("</dt><dd>").Append(HtmlText.Of(text))
                .Append("</dd></div>\n");
        }
    }

    private static void Append(string what, ImmutableArray<string> names, StringBuilder page)
    {
        if (names.IsEmpty)
        {
            return;
        }

        page.Append("<div><dt>").Append(what).Append("</dt><dd>");
        foreach (var (i, name) in names.Index())
        {
            page.Append(i == 0 ? "" : ", ");
            AppendLink(name, page);
        }

        page.Append("</dd></div>\n");
    }
}
