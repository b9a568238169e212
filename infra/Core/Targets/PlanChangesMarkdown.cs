using System.Text;
using Infra.Changes;
using Infra.Graphs;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>Renders the changes of one stack as a section of a comment on a pull request.</summary>
internal static class PlanChangesMarkdown
{
    private const string Picture = "```mermaid\n";

    /// <summary>The section: what changes for callers, what changes on AWS, and which policies allow more.</summary>
    public static string Render(PlanChanges changes)
    {
        var text = new StringBuilder();
        foreach (var (owner, (served, resources)) in PlanChangesText.Groups(changes))
        {
            text.Append($"\n#### {MarkdownText.Of(PlanChangesText.Title(changes, owner, served))}\n\n");
            foreach (var change in served?.Content ?? [])
            {
                text.Append(ChangeText.Markdown(change));
            }

            foreach (var line in PlanChangesText.Experiments(changes, owner))
            {
                text.Append($"- {MarkdownText.Of(line)}\n");
            }

            if (PlanChangesText.Cost(changes, owner) is { } cost)
            {
                text.Append($"- {cost}\n");
            }

            if (served is not null && FlowSketch.Of(served) is { } picture)
            {
                text.Append($"\n{Mermaid.Fenced(picture)}");
            }

            AppendResources(resources, text);
        }

        AppendWidened(changes, text);
        return text.ToString();
    }

    /// <summary>As much of a section as fits, cut between lines; nothing is left unclosed.</summary>
    public static string Head(string section, int room)
    {
        if (section.Length <= room)
        {
            return section;
        }

        var end = room <= "</pre>".Length ? -1 : section.LastIndexOf('\n', room - "</pre>".Length - 1);
        var kept = section[..Math.Max(0, end)];
        return kept switch
        {
            // Half a picture cannot be drawn, so none is shown.
            _ when IsOpen(kept, Picture, "\n```\n") => kept[..kept.LastIndexOf(Picture, StringComparison.Ordinal)],
            _ when IsOpen(kept, "<pre>", "</pre>") => $"{kept[..End(kept)]}</pre>",
            _ => kept,
        };
    }

    private static void AppendResources(IReadOnlyCollection<ResourceChange> changes, StringBuilder text)
    {
        if (changes.Count > 0)
        {
            text.Append("\n| | type | name | what |\n|---|---|---|---|\n");
        }

        foreach (var change in changes)
        {
            text.Append($"| `{PlanChangesText.Mark(change.Kind).Trim()}` | {change.Resource.Type} ");
            text.Append($"| {MarkdownText.CodeCell(change.Resource.Name)} ");
            text.Append($"| {MarkdownText.ProseCell(PlanChangesText.Reason(change))} |\n");
        }
    }

    private static void AppendWidened(PlanChanges changes, StringBuilder text)
    {
        if (changes.Widened.IsEmpty)
        {
            return;
        }

        text.Append("\n#### :warning: Access widens\n\nWhat is new may take seconds to work everywhere.\n\n");
        foreach (var policy in changes.Widened)
        {
            foreach (var grant in policy.Grants)
            {
                text.Append($"- {MarkdownText.Code(policy.Name)}: {MarkdownText.Code(grant)}\n");
            }
        }
    }

    private static bool IsOpen(string text, string start, string end) =>
        text.LastIndexOf(start, StringComparison.Ordinal) > text.LastIndexOf(end, StringComparison.Ordinal);

    /// <summary>Where a preformatted text may be cut: marks that a line opens must be closed or left out.</summary>
    private static int End(string text) =>
        IsOpen(text, "<del>", "</del>") ? text.LastIndexOf("<del>", StringComparison.Ordinal)
        : IsOpen(text, "<ins>", "</ins>") ? text.LastIndexOf("<ins>", StringComparison.Ordinal)
        : text.Length;
}
