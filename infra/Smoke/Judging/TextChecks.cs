using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Smoke.Expectations;

namespace Infra.Smoke.Judging;

/// <summary>Checks of a text alone.</summary>
internal static class TextChecks
{
    /// <summary>Whether a text passes a check.</summary>
    public static Finding Find(Check.OfText check, Passage passage) => check switch
    {
        Check.EqualTo equal => Equal(equal, passage),
        Check.Contains contains => Contain(contains, passage),
        Check.StartsWith start => StartWith(start.Text, passage),
        Check.EndsWith end => EndWith(end.Text, passage),
        Check.Matches matches => Match(matches, passage),
        Check.WordCount count => Count(Blanks.Words(passage.Text), "word", count.Bounds, passage),
        Check.CharacterCount count => Count(Characters(passage.Text), "character", count.Bounds, passage),
        Check.Number number => Number(number.Bounds, passage),
        Check.SimilarTo similar => Similar(similar, passage),
        Check.EqualToJson or Check.IsJson or Check.ContainsJson or Check.FitsSchema or Check.AtPath =>
            JsonChecks.Find(check, passage),
        _ => throw new UnreachableException(),
    };

    private static Finding Equal(Check.EqualTo check, Passage passage)
    {
        var text = passage.Text;
        var found = check.Texts.FirstOrDefault(choice =>
            choice == text || choice.AsSpan().Trim().SequenceEqual(text.AsSpan().Trim()));
        if (found is not null)
        {
            return new(true, $"{passage.Subject} is {passage.Redaction.Quote(found)}");
        }

        var wanted = check.IsSingle ? check.Texts[..1] : check.Texts;
        return new(false, check.IsSingle && text.Length > Excerpt.Longest
            ? FirstDifference(check.Texts[0], passage)
            : $"{passage.Subject} is {passage.Quoted}, not {Choices(wanted, passage)}");
    }

    private static string FirstDifference(string expected, Passage passage)
    {
        var (wanted, shown) = (passage.Redaction.Apply(expected.Trim()), passage.Shown.Trim());
        var at = wanted.AsSpan().CommonPrefixLength(shown);
        return $"{passage.Subject} differs from character {at + 1} on: "
            + $"{Excerpt.Quote(shown[at..], 40)} instead of {Excerpt.Quote(wanted[at..], 40)}";
    }

    private static Finding Contain(Check.Contains check, Passage passage)
    {
        var comparison = check.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var found = check.Texts.Where(wanted => passage.Text.Contains(wanted, comparison)).ToImmutableArray();
        if (check.All ? found.Length == check.Texts.Length : !found.IsEmpty)
        {
            return new(true, $"{passage.Subject} contains {Choices(found, passage, " and ")}");
        }

        var missing = check.All ? Choices(check.Texts.Except(found), passage, " and ") : Choices(check.Texts, passage);
        return new(false, $"{passage.Subject} does not contain {missing}: {passage.Quoted}");
    }

    private static Finding StartWith(string start, Passage passage)
    {
        var holds = passage.Text.StartsWith(start, StringComparison.Ordinal)
            || passage.Text.AsSpan().TrimStart().StartsWith(start, StringComparison.Ordinal);
        var quoted = passage.Redaction.Quote(start);
        return Finding.That(
            holds,
            $"{passage.Subject} starts with {quoted}",
            $"{passage.Subject} does not start with {quoted}: {passage.Quoted}");
    }

    private static Finding EndWith(string end, Passage passage)
    {
        var holds = passage.Text.EndsWith(end, StringComparison.Ordinal)
            || passage.Text.AsSpan().TrimEnd().EndsWith(end, StringComparison.Ordinal);
        var quoted = passage.Redaction.Quote(end);
        var shown = passage.Shown.TrimEnd();
        var tail = Excerpt.Quote(shown[Math.Max(0, shown.Length - Excerpt.Longest)..]);
        return Finding.That(
            holds,
            $"{passage.Subject} ends with {quoted}",
            $"{passage.Subject} does not end with {quoted}, but with {tail}");
    }

    private static Finding Match(Check.Matches check, Passage passage)
    {
        var pattern = passage.Redaction.Excerpt(check.Pattern.ToString());
        return check.Pattern.IsMatch(passage.Text) switch
        {
            true => new(true, $"{passage.Subject} matches {pattern}"),
            false => new(false, $"{passage.Subject} does not match {pattern}: {passage.Quoted}"),
            null => Finding.Unknown($"{pattern} took longer than a second; write it without lookaround"),
        };
    }

    private static Finding Count(int count, string unit, Bounds bounds, Passage passage) =>
        Within(count, $"{passage.Subject} has {count} {unit}{(count == 1 ? "" : "s")}", bounds);

    private static Finding Within(decimal number, string fact, Bounds bounds) =>
        Finding.That(bounds.Contain(number), $"{fact} ({bounds})", $"{fact}, not {bounds}");

    private static Finding Number(Bounds bounds, Passage passage) =>
        decimal.TryParse(passage.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Within(number, $"{passage.Subject} is {passage.Redaction.Excerpt(passage.Text)}", bounds)
            : new(false, $"{passage.Subject} is {passage.Quoted}, no number");

    private static Finding Similar(Check.SimilarTo check, Passage passage)
    {
        var similarity = new WordBag(passage.Text).Similarity(check.Words);
        return new(similarity >= check.Threshold, string.Create(
            CultureInfo.InvariantCulture,
            $"{passage.Subject} has a similarity of {similarity:0.00}, threshold {check.Threshold:0.00}"));
    }

    /// <summary>The number of characters as people count them: an emoji of several code points is one.</summary>
    private static int Characters(string text) => new StringInfo(text).LengthInTextElements;

    private static string Choices(IEnumerable<string> texts, Passage passage, string last = " or ") =>
        string.Join(last, texts.Select(text => passage.Redaction.Quote(text, 40)));
}
