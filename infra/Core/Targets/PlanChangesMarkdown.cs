using System.Text;
using Infra.Changes;
using Infra.Graphs;

namespace Infra.Targets;

/// <summary>Renders changes as a comment on a pull request.</summary>
public static class PlanChangesMarkdown
{
    /// <summary>The longest comment.</summary>
    /// <remarks>
    /// 65,536 characters. Source: GitHub's limit on comment bodies, read 2026-11-21; ours stays below 65,000.
    /// </remarks>
    public const int Longest = 65_000;

    private const string Cut = "\n\n*The rest is cut: run `prompts plan` with `--against` to see all of it.*\n";

    private const string Picture = "```mermaid\n";

    /// <summary>The hidden line by which a workflow finds its own comment again.</summary>
    public static string Marker(string stack) => $"<!-- bedrock-prompts:plan:{stack} -->";

    /// <summary>The comment; cut between lines when it would be too long.</summary>
    public static string Render(PlanChanges changes, string revision)
    {
        var text = new StringBuilder($"{Marker(changes.Stack)}\n");
        text.Append($"### Stack `{changes.Stack}`: {PlanChangesText.Counts(changes)}\n\nSince `{revision}`.\n");
        foreach (var (owner, (served, resources)) in PlanChangesText.Groups(changes))
        {
            text.Append($"\n#### {PlanChangesText.Title(owner, served)}\n\n");
            foreach (var change in served?.Content ?? [])
            {
                text.Append(ChangeText.Markdown(change));
            }

            if (served is not null && FlowSketch.Of(served) is { } picture)
            {
                text.Append($"\n{Mermaid.Fenced(picture)}");
            }

            AppendResources(resources, text);
        }

        AppendWidened(changes, text);
        return Shorten(text.ToString());
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
            text.Append($"| `{change.Resource.Name}` | {PlanChangesText.Reason(change)} |\n");
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
            text.AppendJoin("", policy.Grants.Select(grant => $"- `{policy.Name}`: `{grant}`\n"));
        }
    }

    private static string Shorten(string text)
    {
        if (text.Length < Longest)
        {
            return text;
        }

        var kept = text[..text.LastIndexOf('\n', Longest - Cut.Length - "</pre>".Length)];
        return kept switch
        {
            // Half a picture is none.
            _ when IsOpen(kept, Picture, "\n```\n") => kept[..kept.LastIndexOf(Picture, StringComparison.Ordinal)],
            _ when IsOpen(kept, "<pre>", "</pre>") => $"{kept}</pre>",
            _ => kept,
        } + Cut;
    }

    private static bool IsOpen(string text, string start, string end) =>
        text.LastIndexOf(start, StringComparison.Ordinal) > text.LastIndexOf(end, StringComparison.Ordinal);
}
