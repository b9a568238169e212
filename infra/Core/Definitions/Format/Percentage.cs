using System.Globalization;

namespace Infra.Definitions.Format;

/// <summary>A share of a hundred as people write it: <c>5%</c>, <c>0.5 %</c>.</summary>
public static class Percentage
{
    /// <summary>More than 0 and at most 100 percent, or null.</summary>
    public static decimal? Parse(string? text) =>
        text is [.. var digits, '%']
        && decimal.TryParse(
            digits.TrimEnd(' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= 100
            ? number
            : null;

    /// <summary>As people write it: <c>0.5 %</c>.</summary>
    public static string Text(decimal share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share, 2):0.##} %");
}
