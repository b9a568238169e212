namespace Infra.Exchange.Imports.Templates;

/// <summary>The text of a <c>Fn::Sub</c>.</summary>
internal static class TemplateText
{
    /// <summary>Its pieces: plain text, and the names in <c>${...}</c>. <c>${!text}</c> is the text
    /// <c>${text}</c>.</summary>
    public static IEnumerable<(string Text, bool IsName)> Pieces(string text)
    {
        var done = 0;
        while (text.IndexOf("${", done, StringComparison.Ordinal) is var open and >= 0
            && text.IndexOf('}', open) is var close and >= 0)
        {
            yield return (text[done..open], false);
            var inside = text[(open + 2)..close];
            yield return inside is ['!', .. var literal] ? ($"${{{literal}}}", false) : (inside.Trim(), true);
            done = close + 1;
        }

        yield return (text[done..], false);
    }
}
