using System.Globalization;
using System.Text;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>A token of a condition.</summary>
internal sealed record ConditionToken(ConditionTokenKind Kind, string Text, int Offset);

/// <summary>The kind of a token.</summary>
internal enum ConditionTokenKind
{
    End,
    Name,
    Number,
    Text,
    Relation,
    Open,
    Close,
}

/// <summary>Splits a condition into tokens.</summary>
internal static class ConditionLexer
{
    /// <summary>The tokens, or the first character that cannot start one.</summary>
    public static (List<ConditionToken> Tokens, ExpressionFault? Fault) Read(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '\t' or '\n' or '\r')
            {
                at++;
                continue;
            }

            var length = Length(text, at);
            if (length == 0)
            {
                return (tokens, new(at, Advice(text, at)));
            }

            tokens.Add(Token(text, at, length));
            at += length;
        }

        tokens.Add(new(ConditionTokenKind.End, "", text.Length));
        return (tokens, null);
    }

    private static int Length(string text, int at) => text[at] switch
    {
        '(' or ')' => 1,
        '>' or '<' => IsEqualsSign(text, at + 1) ? 2 : 1,
        '=' or '!' => IsEqualsSign(text, at + 1) ? 2 : 0,
        '"' => QuotedLength(text, at),
        '-' or (>= '0' and <= '9') => NumberLength(text, at),
        var letter when char.IsAsciiLetter(letter) =>
            Run(text, at, letter => char.IsAsciiLetterOrDigit(letter) || letter is '_'),
        _ => 0,
    };

    private static bool IsEqualsSign(string text, int at) => at < text.Length && text[at] is '=';

    private static int QuotedLength(string text, int at)
    {
        for (var end = at + 1; end < text.Length; end++)
        {
            if (text[end] is '"')
            {
                return end + 1 - at;
            }

            end += text[end] is '\\' ? 1 : 0;
        }

        return 0;
    }

    private static int NumberLength(string text, int at)
    {
        var sign = text[at] is '-' ? 1 : 0;
        var length = sign + Run(text, at + sign, letter => char.IsAsciiDigit(letter) || letter is '.');
        return decimal.TryParse(text.AsSpan(at, length), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out _) ? length : 0;
    }

    private static int Run(string text, int at, Func<char, bool> fits)
    {
        var end = at;
        while (end < text.Length && fits(text[end]))
        {
            end++;
        }

        return end - at;
    }

    private static ConditionToken Token(string text, int at, int length) => text[at] switch
    {
        '(' => new(ConditionTokenKind.Open, "(", at),
        ')' => new(ConditionTokenKind.Close, ")", at),
        '"' => new(ConditionTokenKind.Text, Unescape(text.AsSpan(at + 1, length - 2)), at),
        '>' or '<' or '=' or '!' => new(ConditionTokenKind.Relation, text.Substring(at, length), at),
        '-' or (>= '0' and <= '9') => new(ConditionTokenKind.Number, text.Substring(at, length), at),
        _ => new(ConditionTokenKind.Name, text.Substring(at, length), at),
    };

    private static string Unescape(ReadOnlySpan<char> quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
        {
            i += quoted[i] is '\\' && i + 1 < quoted.Length && quoted[i + 1] is '"' or '\\' ? 1 : 0;
            text.Append(quoted[i]);
        }

        return text.ToString();
    }

    private static string Advice(string text, int at) => text[at] switch
    {
        '\'' => $"texts need double quotes, but there is a single quote at character {at + 1}",
        '"' => $"the text that starts at character {at + 1} has no closing quote",
        '=' => $"'==' compares, but there is a single '=' at character {at + 1}",
        '&' or '|' or '!' => $"write 'and', 'or' and 'not' instead of '{text[at]}' at character {at + 1}",
        '$' or '.' => $"only the names of the node's inputs can be used, but there is a '{text[at]}' at character "
            + $"{at + 1}",
        var other => $"'{other}' at character {at + 1} has no meaning here",
    };
}
