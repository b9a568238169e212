using System.Globalization;
using Infra.Diagnostics;

namespace Infra.Definitions.Format;

/// <summary>A length of time as people write it: <c>800ms</c>, <c>5s</c>, <c>1.5s</c>, <c>2m</c>, <c>1h</c>.</summary>
public static class Duration
{
    /// <summary>The longest time that may be required of a call.</summary>
    /// <value>One hour: AWS ends every call before that.</value>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>A length of time above zero; null when the text is not one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The maximum; <see cref="Longest"/> if absent.</param>
    public static TimeSpan? Parse(string text, TimeSpan? longest = null)
    {
        var unit = text.AsSpan().TrimStart("0123456789.");
        var seconds = unit switch { "ms" => 0.001m, "s" => 1m, "m" => 60m, "h" => 3600m, _ => 0m };
        var digits = text.AsSpan(0, text.Length - unit.Length);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && seconds > 0
            && number <= (decimal)(longest ?? Longest).TotalSeconds / seconds
            ? TimeSpan.FromTicks((long)(number * seconds * TimeSpan.TicksPerSecond))
            : null;
    }

    /// <summary>A length of time above zero; a text that is not one is reported (PRM307).</summary>
    public static TimeSpan? Read(Located<string>? text, ICollection<Diagnostic> report)
    {
        var duration = text is { } written ? Parse(written.Value) : null;
        if (text is { } wrong && duration is null)
        {
            report.Add(Problems.BadDuration(wrong.At, wrong.Value));
        }

        return duration;
    }

    /// <summary>The form in messages: <c>800ms</c> below a second, otherwise <c>1.24s</c>.</summary>
    public static string Text(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0}ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.##}s");
}
