using System.Buffers;
using System.Globalization;
using System.Numerics;
using Infra.Values;

namespace Infra.Definitions.Yaml;

/// <summary>The JSON value of a plain scalar, by the types of YAML 1.2's core schema.</summary>
/// <remarks>
/// Source: YAML 1.2.2, section 10.3.2, "Tag Resolution". There, <c>no</c> is a text, <c>True</c> a flag and <c>0x1F</c>
/// a number. A number that would lose digits is refused instead of being changed, and so is <c>012</c>: some YAML
/// readers take it for 12, others for 10 or for a text.
/// </remarks>
public static class CoreScalar
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The JSON value; null for a number that cannot be kept without loss.</summary>
    public static Value? Read(YamlNode.Scalar scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => scalar.Text,
        { IsNull: true } => new Value.Null(),
        { Text: "true" or "True" or "TRUE" } => true,
        { Text: "false" or "False" or "FALSE" } => false,
        _ when !IsNumeral(scalar.Text) => scalar.Text,
        _ => Number(scalar.Text) is { } number ? number : null,
    };

    /// <summary>The number in a text, exact to the last digit; null if the text is not a number or would lose
    /// digits.</summary>
    public static decimal? Number(string text) =>
        !IsNumeral(text) || HasLeadingZero(text) ? null
        : text.StartsWith("0x", StringComparison.Ordinal) ? Whole(text.AsSpan(2), 16)
        : text.StartsWith("0o", StringComparison.Ordinal) ? Whole(text.AsSpan(2), 8)
        : decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number)
            && Digits(text) == Digits(number.ToString(CultureInfo.InvariantCulture)) ? number
        : null;

    /// <summary>Whether YAML 1.2 reads a plain text as a number.</summary>
    private static bool IsNumeral(string text)
    {
        var rest = text.AsSpan().TrimStart("+-");
        return text.Length - rest.Length <= 1 && rest.Length > 0 && (rest switch
        {
            ".inf" or ".Inf" or ".INF" => true,
            ".nan" or ".NaN" or ".NAN" => rest.Length == text.Length,
            ['0', 'x', _, ..] => rest.Length == text.Length && !rest[2..].ContainsAnyExcept(Hexadecimal),
            ['0', 'o', _, ..] => rest.Length == text.Length && !rest[2..].ContainsAnyExceptInRange('0', '7'),
            [>= '0' and <= '9', ..] or ['.', >= '0' and <= '9', ..] => IsFloat(rest),
            _ => false,
        });
    }

    private static bool IsFloat(ReadOnlySpan<char> text)
    {
        var mantissa = text[..(text.IndexOfAny('e', 'E') is var mark and >= 0 ? mark : text.Length)];
        var exponent = text[mantissa.Length..];
        return mantissa.Count('.') <= 1
            && !mantissa.ContainsAnyExcept(DigitsAndPoint)
            && (exponent.IsEmpty || (exponent[1..] is ['+' or '-', .. var power] ? power : exponent[1..]) is var digits
                && digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9'));
    }

    private static bool HasLeadingZero(string text) =>
        text.AsSpan().TrimStart("+-") is ['0', >= '0' and <= '9', ..];

    private static decimal? Whole(ReadOnlySpan<char> digits, int power)
    {
        var number = BigInteger.Zero;
        foreach (var digit in digits)
        {
            number = (number * power) + Convert.ToInt32($"{digit}", 16);
            if (number > (BigInteger)decimal.MaxValue)
            {
                return null;
            }
        }

        return (decimal)number;
    }

    /// <summary>The significant digits, and the power of ten of the last one: the same for all spellings of a
    /// number.</summary>
    private static (string Digits, long Power) Digits(string number)
    {
        var mark = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = number[..(mark < 0 ? number.Length : mark)].TrimStart('+', '-');
        var power = mark < 0 ? 0 : Power(number.AsSpan(mark + 1));
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        power -= dot < 0 ? 0 : digits.Length - dot;
        var counting = digits.TrimEnd('0');
        return counting.TrimStart('0') is { Length: > 0 } rest
            ? (rest, power + digits.Length - counting.Length)
            : ("", 0);
    }

    /// <summary>The exponent; limited, since beyond a number's range all exponents are equivalent.</summary>
    private static long Power(ReadOnlySpan<char> exponent) =>
        int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
            ? power
            : int.MaxValue;
}
