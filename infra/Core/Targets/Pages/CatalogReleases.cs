using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Infra.Changes;
using Infra.Releases;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>The releases of a name on the page, the newest first, each with its changes.</summary>
internal static class CatalogReleases
{
    /// <summary>The most changes of a release that are shown.</summary>
    private const int MostChanges = 50;

    /// <summary>Appends the releases; nothing where there are none.</summary>
    public static void Append(CatalogItem item, StringBuilder page)
    {
        var releases = item.Releases;
        if (releases.IsEmpty)
        {
            return;
        }

        var contents = releases.Select(release => ReleasedContent.Of(release.Definition)).ToArray();
        page.Append("<h3>Releases</h3>\n<ul class=\"releases\">\n");
        for (var i = releases.Length - 1; i >= 0; i--)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><p><strong>Release {releases[i].Number}</strong> ")
                .Append(releases[i].Note is { } note ? $"<span dir=\"auto\">{HtmlText.Of(note)}</span> " : "");
            if (item.History.FirstOrDefault(past => past.Release == releases[i].Number) is { } made)
            {
                page.Append("<span class=\"by\">");
                CatalogHistory.AppendWhen(made, page);
                page.Append(HtmlText.Of(made.Author)).Append("</span>");
            }

            page.Append("</p>\n");
            if (i > 0)
            {
                AppendChanges(contents[i - 1], contents[i], page);
            }

            page.Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void AppendChanges(Value before, Value after, StringBuilder page)
    {
        var changes = ContentChanges.Between(before, after);
        if (changes.IsEmpty)
        {
            return;
        }

        page.Append("<dl class=\"changes\">\n");
        foreach (var change in changes.Take(MostChanges))
        {
            page.Append("<dt>").Append(HtmlText.Of(change.What)).Append("</dt><dd dir=\"auto\">");
            Append(change, page);
            page.Append("</dd>\n");
        }

        page.Append("</dl>\n").Append(changes.Length > MostChanges
            ? string.Create(CultureInfo.InvariantCulture, $"<p>and {changes.Length - MostChanges} more</p>\n")
            : "");
    }

    private static void Append(ContentChange change, StringBuilder page)
    {
        var pieces = change switch
        {
            ContentChange.Added added => ImmutableArray.Create(new WordPiece(WordFate.Added, added.Now ?? "added")),
            ContentChange.Removed removed => [new(WordFate.Removed, removed.Was ?? "removed")],
            ContentChange.Changed changed => Replaced(changed.Was, changed.Now),
            ContentChange.Reworded reworded => WordDiff.InContext(reworded.Words),
            ContentChange.Rewritten rewritten => Replaced(rewritten.Was, rewritten.Now),
            _ => throw new UnreachableException(),
        };
        foreach (var piece in pieces)
        {
            var (start, end) = piece.Fate switch
            {
                WordFate.Kept => ("", ""),
                WordFate.Removed => ("<del>", "</del>"),
                WordFate.Added => ("<ins>", "</ins>"),
            };
            page.Append(start).Append(HtmlText.Of(piece.Text)).Append(end);
        }
    }

    private static ImmutableArray<WordPiece> Replaced(string was, string now) =>
        [new(WordFate.Removed, was), new(WordFate.Kept, " "), new(WordFate.Added, now)];
}
