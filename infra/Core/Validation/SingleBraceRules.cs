using System.Text.RegularExpressions;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Finds variables in the syntax of other systems, such as Python's <c>{name}</c>, which would reach the model
/// unfilled.</summary>
internal static partial class SingleBraceRules
{
    /// <summary>A text should have no words in single braces (PRM479); each word is reported once, at its first
    /// place.</summary>
    public static IEnumerable<Diagnostic> Check(Template template) =>
        from place in Words().Matches(template.Text)
        group place by place.Groups["name"].Value into places
        let first = places.First()
        select Problems.SingleBraces(template.Locate(first.Index), first.Value, places.Key);

    /// <summary>A name in single braces, with an optional <c>$</c> before it and an optional Python conversion or
    /// format after it. After a letter, a backslash or another brace it is code or a formula, as in <c>\frac{a}{b}</c>;
    /// JSON has quotes or a colon there.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z_\\{}^$])\$?\{(?<name>[A-Za-z_][0-9A-Za-z_]{0,63})"
            + @"(![rsa]|:(,|,?\.[0-9]+[A-Za-z%]|.?[<>^][0-9]+|[0-9]+[dxXbs]|%[A-Za-z][^{}""'\s]*))?\}(?!\})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
