using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Definitions;

/// <summary>A number out of another, as in <c>4 of 5</c>.</summary>
/// <param name="Needed">The number needed, at least 1.</param>
/// <param name="Of">The total, at least as large.</param>
public readonly partial record struct Share(int Needed, int Of)
{
    /// <summary>Reads a share; null when the text is not one, or needs more than the total.</summary>
    public static Share? Parse(string text) =>
        Pattern().Match(text) is { Success: true } match
        && new Share(Number(match.Groups[1]), Number(match.Groups[2])) is { Needed: > 0 } share
        && share.Needed <= share.Of
            ? share
            : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Needed} of {Of}";

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(\d{1,4})\s+of\s+(\d{1,4})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
