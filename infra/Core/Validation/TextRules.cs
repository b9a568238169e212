using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks lengths and numbers of items.</summary>
internal static class TextRules
{
    /// <summary>A text, if given, must have a length that AWS accepts (PRM022).</summary>
    public static IEnumerable<Diagnostic> HasLength(Located<string>? text, string key, int least, int most) =>
        text is { } present ? HasLength(present.Value, present.At, key, (least, most)) : [];

    /// <summary>A text must have a length that AWS accepts, counted in Unicode characters (PRM022).</summary>
    public static IEnumerable<Diagnostic> HasLength(
        string text, Location at, string key, (int Least, int Most) limits) =>
        Length(text, limits.Most) is var length && (length < limits.Least || length > limits.Most)
            ? [Problems.TextLength(at, key, length, limits.Least, limits.Most)]
            : [];

    /// <summary>There must not be more items than AWS accepts (PRM021); reported at the first that is too
    /// many.</summary>
    public static IEnumerable<Diagnostic> AreFew<T>(
        IReadOnlyList<T> items, Func<T, Location> at, string what, int most) =>
        items.Count > most ? [Problems.TooMany(at(items[most]), what, items.Count, most)] : [];

    /// <summary>Two UTF-16 units can be one character, which only matters near the limit.</summary>
    private static int Length(string text, int most) =>
        text.Length <= most ? text.Length : text.EnumerateRunes().Count();
}
