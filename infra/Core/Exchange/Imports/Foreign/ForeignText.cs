using System.Text.RegularExpressions;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Variables as other systems spell them, in Bedrock's spelling.</summary>
internal static partial class ForeignText
{
    /// <summary>A text whose <c>{{ name }}</c>, or <c>{name}</c> where Python's single braces are meant, become
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

    /// <summary>As Python formats: a doubled brace is a brace; a name may have a conversion or a format after
    /// it.</summary>
    [GeneratedRegex(
        @"\{\{|\}\}|\$?\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(![rsa])?(:[^{}""'\s][^{}""']*)?\}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Single();
}
