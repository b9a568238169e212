using System.Text.RegularExpressions;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Converts variables of other systems to Bedrock's syntax.</summary>
internal static partial class ForeignText
{
    /// <summary>A text in which <c>{{ name }}</c>, or <c>{name}</c> if texts have single braces, becomes
    /// <c>{{name}}</c>.</summary>
    public static string Of(string text, Braces braces) => braces switch
    {
        Braces.Double => Blanks().Replace(text, "{{${name}}}"),
        Braces.Single => Single().Replace(text, match => match.Groups["name"] is { Success: true } name
            ? $"{{{{{name.Value}}}}}"
            : match.Value[..1]),
    };

    [GeneratedRegex(@"\{\{[ \t]*(?<name>[A-Za-z0-9][A-Za-z0-9_-]*)[ \t]*\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();

    /// <summary>Python's format syntax: a doubled brace is a literal brace; a name may be followed by a conversion or a
    /// format.</summary>
    [GeneratedRegex(
        @"\{\{|\}\}|\$?\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(![rsa])?(:[^{}""'\s][^{}""']*)?\}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Single();
}
