using System.Text.RegularExpressions;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Variables of other systems, such as Python's <c>{name}</c>, would reach the model as they stand.</summary>
internal static partial class SingleBraceRules
{
    /// <summary>A text has no word in single braces (PRM479); each word is said once, at its first place.</summary>
    public static IEnumerable<Diagnostic> Check(Template template) =>
        from place in Words().Matches(template.Text)
        group place by place.Groups["name"].Value into places
        let first = places.First()
        select Problems.SingleBraces(template.Locate(first.Index), first.Value, places.Key);

    /// <summary>A name between single braces, <c>$</c> before it included, with a conversion or format of Python's
    /// behind it or not. After a letter, a backslash or another brace it is code or a formula, as in
    /// <c>\frac{a}{b}</c>; JSON has quotes or a colon there.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z_\\{}^$])\$?\{(?<name>[A-Za-z_][0-9A-Za-z_]{0,63})"
            + @"(![rsa]|:(,|,?\.[0-9]+[A-Za-z%]|.?[<>^][0-9]+|[0-9]+[dxXbs]|%[A-Za-z][^{}""'\s]*))?\}(?!\})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
