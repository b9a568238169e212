using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Smoke.Judging;

/// <summary>Finds parts of a template that were not filled: <c>{{name}}</c>, <c>{{#if ...}}</c>, <c>{% ...
/// %}</c>.</summary>
internal static partial class TemplateLeak
{
    /// <summary>The first such part of a text that does not come from a given value; null if there is none.</summary>
    public static string? First(string text, ImmutableArray<string> given) =>
        text.Contains('{', StringComparison.Ordinal)
            ? Piece().Matches(text)
                .Select(match => match.Value)
                .FirstOrDefault(piece => !given.Any(value => value.Contains(piece, StringComparison.Ordinal)))
            : null;

    [GeneratedRegex(@"\{\{[ \t]*[#/>^!&]?[ \t]*[\w.\-]{1,100}[^{}\n]{0,100}\}\}|\{%[^{}\n]{1,200}%\}")]
    private static partial Regex Piece();
}
