using System.Diagnostics;
using System.Globalization;
using Infra.Changes;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>Writes differences for people; where something is left out, the text says so.</summary>
public static class ChangeText
{
    /// <summary>The longest value on the line of its change.</summary>
    private const int Longest = 120;

    /// <summary>How much is shown of each of two texts that have little in common.</summary>
    private const int Shown = 400;

    /// <summary>One line, and more lines after bars for a long text; removed words are <c>[-like this-]</c>, added
    /// words <c>{+like this+}</c>.</summary>
    public static IEnumerable<string> Lines(ContentChange change) =>
    [
        $"{Word(change.Impact)}  {TerminalText.Line(Headline(change))}",
        .. Body(change, (fate, text) => fate switch
        {
            WordFate.Removed => $"[-{text}-]",
            WordFate.Added => $"{{+{text}+}}",
            WordFate.Kept => text,
        }) is { } body ? TerminalText.Block(body).Select(line => $"    {line}") : [],
    ];

    /// <summary>The same as a Markdown list item; in a long text, deletions and insertions are marked.</summary>
    public static string Markdown(ContentChange change)
    {
        var headline = change is ContentChange.Changed changed
            ? $"{MarkdownText.Code(changed.What)}: {MarkdownText.Code(changed.Was)} → {MarkdownText.Code(changed.Now)}"
            : MarkdownText.Code(Headline(change));
        var body = Body(change, (fate, text) => fate switch
        {
            WordFate.Removed => $"<del>{MarkdownText.Preformatted(text)}</del>",
            WordFate.Added => $"<ins>{MarkdownText.Preformatted(text)}</ins>",
            WordFate.Kept => MarkdownText.Preformatted(text),
        });
        var block = body is null ? "" : $"\n  <pre>{body.Replace("\n", "\n  ", StringComparison.Ordinal)}</pre>\n";
        return $"- **{change.Impact}** {headline}\n{block}";
    }

    private static string Headline(ContentChange change) => change switch
    {
        ContentChange.Added { Now: { } now } added => $"{added.What} added:{(IsLong(now) ? "" : $" {now}")}",
        ContentChange.Added added => $"{added.What} added",
        ContentChange.Removed { Was: { } was } removed => $"{removed.What} removed:{(IsLong(was) ? "" : $" {was}")}",
        ContentChange.Removed removed => $"{removed.What} removed",
        ContentChange.Changed changed => $"{changed.What}: {changed.Was} -> {changed.Now}",
        ContentChange.Reworded reworded => $"{reworded.What}:",
        ContentChange.Rewritten rewritten => Rewritten(rewritten),
        _ => throw new UnreachableException(),
    };

    private static string? Body(ContentChange change, Func<WordFate, string, string> spell) => change switch
    {
        ContentChange.Added { Now: { } now } when IsLong(now) => spell(WordFate.Added, now.TrimEnd('\n')),
        ContentChange.Removed { Was: { } was } when IsLong(was) => spell(WordFate.Removed, was.TrimEnd('\n')),
        ContentChange.Reworded reworded => string.Concat(
            WordDiff.InContext(reworded.Words).Select(piece => spell(piece.Fate, piece.Text))).TrimEnd('\n'),
        ContentChange.Rewritten(_, _, var was, var now) =>
            $"{spell(WordFate.Removed, From(was, now))}\n{spell(WordFate.Added, From(now, was))}",
        ContentChange.Added or ContentChange.Removed or ContentChange.Changed => null,
        _ => throw new UnreachableException(),
    };

    private static string Rewritten(ContentChange.Rewritten change) => string.Create(
        CultureInfo.InvariantCulture,
        $"{change.What} rewritten: {change.Was.Length} characters -> {change.Now.Length}; where they differ:");

    /// <summary>The start of a text's own part, which the other text does not have, and how much more there
    /// is.</summary>
    private static string From(string text, string other)
    {
        var at = text.AsSpan().CommonPrefixLength(other);
        var rest = text[(at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at)..];
        var shown = Cut.Head(rest, Shown);
        return shown.Length == rest.Length
            ? rest
            : string.Create(CultureInfo.InvariantCulture, $"{shown} ... ({rest.Length - shown.Length} more)");
    }

    private static bool IsLong(string value) =>
        value.Length > Longest || value.Contains('\n', StringComparison.Ordinal);

    /// <summary>An impact, padded to a column of fixed width.</summary>
    private static string Word(Impact impact) =>
        impact.ToString().ToLowerInvariant().PadRight(nameof(Impact.Behavioural).Length);
}
