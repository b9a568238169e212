namespace Infra.Smoke.Serving;

/// <summary>How long to wait before a call is made again: full jitter, as AWS's own clients do.</summary>
/// <remarks>Source: AWS Architecture Blog, "Exponential Backoff And Jitter".</remarks>
public static class Backoff
{
    /// <summary>The longest wait before the second attempt; it doubles with each.</summary>
    /// <value>200 ms.</value>
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait of all, unless AWS asks for more.</summary>
    /// <value>20 seconds.</value>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">What AWS asked for, waited in full before the jitter; null for nothing.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    public static TimeSpan After(int attempt, TimeSpan? retryAfter, double chance)
    {
        var longest = Math.Min(First.TotalSeconds * Math.Pow(2, attempt - 1), Longest.TotalSeconds);
        return (retryAfter ?? TimeSpan.Zero) + TimeSpan.FromSeconds(longest * chance);
    }
}
