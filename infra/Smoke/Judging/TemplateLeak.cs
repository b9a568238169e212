using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Smoke.Judging;

/// <summary>Pieces of a template that nobody filled: <c>{{name}}</c>, <c>{{#if ...}}</c>, <c>{% ... %}</c>.</summary>
internal static partial class TemplateLeak
{
    /// <summary>The first such piece of a text that no given value brought in; null if there is none.</summary>
    public static string? First(string text, ImmutableArray<string> given) =>
        text.Contains('{', StringComparison.Ordinal)
            ? Piece().Matches(text)
                .Select(match => match.Value)
                .FirstOrDefault(piece => !given.Any(value => value.Contains(piece, StringComparison.Ordinal)))
            : null;

    [GeneratedRegex(@"\{\{[ \t]*[#/>^!&]?[ \t]*[\w.\-]{1,100}[^{}\n]{0,100}\}\}|\{%[^{}\n]{1,200}%\}")]
    private static partial Regex Piece();
}
