using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>How long a text and how many of a thing may be.</summary>
internal static class TextRules
{
    /// <summary>A text that is there has a length AWS takes (PRM022).</summary>
    public static IEnumerable<Diagnostic> HasLength(Located<string>? text, string key, int least, int most) =>
        text is { } present ? HasLength(present.Value, present.At, key, (least, most)) : [];

    /// <summary>A text has a length AWS takes, counted in characters of Unicode (PRM022).</summary>
    public static IEnumerable<Diagnostic> HasLength(
        string text, Location at, string key, (int Least, int Most) limits) =>
        Length(text, limits.Most) is var length && (length < limits.Least || length > limits.Most)
            ? [Problems.TextLength(at, key, length, limits.Least, limits.Most)]
            : [];

    /// <summary>There are no more of a thing than AWS takes (PRM021); reported at the first that is too many.</summary>
    public static IEnumerable<Diagnostic> AreFew<T>(
        IReadOnlyList<T> items, Func<T, Location> at, string what, int most) =>
        items.Count > most ? [Problems.TooMany(at(items[most]), what, items.Count, most)] : [];

    /// <summary>Two code units of UTF-16 can be one character, which matters only near the limit.</summary>
    private static int Length(string text, int most) =>
        text.Length <= most ? text.Length : text.EnumerateRunes().Count();
}
