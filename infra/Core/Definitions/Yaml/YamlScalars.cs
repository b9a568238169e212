using System.Buffers;
using System.Globalization;
using System.Text;

namespace Infra.Definitions.Yaml;

/// <summary>Writes a text so that YAML reads back exactly the same text.</summary>
public static class YamlScalars
{
    /// <summary>Characters without a special meaning anywhere in a plain scalar.</summary>
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _.,;/()+'$^=<>~!?-:@");

    /// <summary>Letters that may start a plain scalar; texts with any other first character are quoted.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Characters that would end a line of a block, or that YAML does not allow.</summary>
    private static readonly SearchValues<char> NotInBlocks = SearchValues.Create(
        [
            .. Enumerable.Range(0, 0x20).Where(c => c is not ('\n' or '\t')).Select(c => (char)c),
            .. "\u007F\u0085\u2028\u2029\uFEFF",
        ]);

    /// <summary>A plain scalar as it was typed, any other on one line.</summary>
    public static string Spell(YamlNode.Scalar scalar) =>
        scalar.Style is ScalarStyle.Plain ? scalar.Text : OneLine(scalar.Text);

    /// <summary>A text on one line: plain where no reader can misread it, otherwise in double quotes.</summary>
    public static string OneLine(string text) => IsPlain(text) ? text : Quote(text);

    /// <summary>Whether a text is best written as a block: several printable lines, the first of which shows the
    /// indentation.</summary>
    public static bool FitsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && text[0] is not (' ' or '\n' or '\t')
        && !text.AsSpan().ContainsAny(NotInBlocks);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && Starts.Contains(text[0])
        && text[^1] is not (' ' or ':')
        && !text.AsSpan().ContainsAnyExcept(Harmless)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !LooksTyped(text);

    /// <summary>Whether some YAML reader takes a word for something other than text.</summary>
    private static bool LooksTyped(string text) =>
        text.ToLowerInvariant() is "true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n"
        || double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
