using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Infra.Changes;
using Infra.Diagnostics;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>Renders the meaning of a change for stacks as one comment on a pull request.</summary>
/// <remarks>The summary lists every stack. The most dangerous ones come first; what is left out is named.</remarks>
public static class PlanComment
{
    /// <summary>The longest comment.</summary>
    /// <value>65,000 UTF-16 units; a text never has more characters than that.</value>
    /// <remarks>65,536 characters. Source: GitHub's limit on comment bodies, read 2026-11-21.</remarks>
    public const int Longest = 65_000;

    /// <summary>The hidden line by which a workflow finds its own comment again.</summary>
    public const string Marker = "<!-- bedrock-prompts:plan -->";

    /// <summary>The room reserved for lines about what is left out.</summary>
    private const int Reserve = 1_000;

    /// <summary>The longest summary.</summary>
    private const int LongestSummary = 20_000;

    /// <summary>The comment.</summary>
    /// <param name="reviews">The stacks.</param>
    /// <param name="revision">The revision that the changes start from, as the user gave it.</param>
    public static string Render(ImmutableArray<StackReview> reviews, string revision)
    {
        var ordered = StackReview.InOrder(reviews);
        var text = new StringBuilder($"{Marker}\n");
        if (ordered.Length != 1)
        {
            AppendSummary(ordered, text);
        }

        text.Append($"\nSince {MarkdownText.Code(revision)}.\n");
        var cut = new List<string>();
        foreach (var review in ordered)
        {
            var room = Longest - Reserve - text.Length;
            var section = $"\n### Stack {MarkdownText.Code(review.Stack)}: {Counts(review)}\n{Section(review)}";
            if (section.Length > room)
            {
                cut.Add(review.Stack);
                section = PlanChangesMarkdown.Head(section, room);
            }

            text.Append(section);
        }

        return text.Append(Said(cut)).ToString();
    }

    private static void AppendSummary(ImmutableArray<StackReview> reviews, StringBuilder text)
    {
        text.Append("| stack | |\n|---|---|\n");
        for (var i = 0; i < reviews.Length; i++)
        {
            if (text.Length > LongestSummary)
            {
                text.Append($"\n{reviews.Length - i} more stacks are left out of this table.\n");
                return;
            }

            text.Append($"| {MarkdownText.CodeCell(reviews[i].Stack)} ");
            text.Append($"| {Sign(reviews[i].Danger)}{Counts(reviews[i])} |\n");
        }
    }

    private static string Sign(Danger danger) => danger switch
    {
        Danger.Refused => ":no_entry: ",
        Danger.Breaking => ":warning: **callers may fail**, ",
        Danger.Widening => ":warning: access widens, ",
        Danger.Protected or Danger.Some or Danger.None => "",
    };

    private static string Counts(StackReview review) => review switch
    {
        StackReview.Planned planned => PlanChangesText.Counts(planned.Changes),
        StackReview.Refused => "refused, nothing may be deployed",
        StackReview.Gone => "its file is gone",
        _ => throw new UnreachableException(),
    };

    private static string Section(StackReview review) => string.Concat(
        review.Diagnostics.Select(diagnostic => $"- {Word(diagnostic)} {MarkdownText.Code($"{diagnostic}")}\n")
            .Prepend(review.Diagnostics.IsEmpty ? "" : "\n"))
        + review switch
        {
            StackReview.Planned planned => PlanChangesMarkdown.Render(planned.Changes),
            StackReview.Refused => "",
            StackReview.Gone => "\nWhat it deployed stays until somebody runs `pulumi destroy`.\n",
            _ => throw new UnreachableException(),
        };

    private static string Word(Diagnostic diagnostic) =>
        diagnostic.Severity is Severity.Error ? ":no_entry:" : ":warning:";

    private static string Said(List<string> cut)
    {
        if (cut.Count == 0)
        {
            return "";
        }

        var named = string.Join(", ", cut.Take(10).Select(stack => MarkdownText.Code(Excerpt(stack))));
        var more = cut.Count > 10 ? $" and {cut.Count - 10} more" : "";
        return $"\n\n*Not all of {named}{more} is shown: a comment has no room for it. "
            + "Run `prompts plan` with `--against` to see the rest.*\n";
    }

    private static string Excerpt(string stack) => Cut.Head(stack, 60);
}
