using System.Globalization;

namespace Infra.Definitions.Format;

/// <summary>A percentage as people write it: <c>5%</c>, <c>0.5 %</c>.</summary>
public static class Percentage
{
    /// <summary>A percentage above 0 and up to 100; null when the text is not one.</summary>
    public static decimal? Parse(string? text) =>
        text is [.. var digits, '%']
        && decimal.TryParse(
            digits.TrimEnd(' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= 100
            ? number
            : null;

    /// <summary>The form in messages: <c>0.5 %</c>.</summary>
    public static string Text(decimal share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share, 2):0.##} %");
}
