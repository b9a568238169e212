using System.Collections.Immutable;
using System.Security.Cryptography;
using Infra.Cli.Aws;
using Infra.Smoke.Reports;
using Infra.Smoke.Serving;

namespace Infra.Cli.Running;

/// <summary>Repeats a call that AWS or the network failed to answer, never because of an answer.</summary>
/// <param name="clock">The clock, for waiting.</param>
internal sealed class Attempts(TimeProvider clock)
{
    /// <summary>The most attempts at one call.</summary>
    /// <value>8.</value>
    public const int Most = 8;

    /// <summary>Makes a call until it is answered or refused, or the time is over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="timeout">The longest duration, including waits.</param>
    /// <param name="stop">Stops the whole run.</param>
    public async Task<Attempted<T>> Make<T>(
        Func<CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken stop)
    {
        var retries = ImmutableArray.CreateBuilder<Retry>();
        var start = clock.GetTimestamp();
        while (true)
        {
            var outcome = await AwsCall.Try(call, Remaining(), stop).ConfigureAwait(false);
            if (outcome is not AwsOutcome<T>.Failed { Failure: { IsTransient: true } failure }
                || retries.Count + 1 == Most)
            {
                return new(outcome, retries.ToImmutable());
            }

            var wait = Backoff.After(retries.Count + 1, failure.RetryAfter, Chance());
            if (wait >= Remaining())
            {
                return new(outcome, retries.ToImmutable());
            }

            retries.Add(new(failure.Code ?? failure.Message, wait));
            await Task.Delay(wait, clock, stop).ConfigureAwait(false);
        }

        TimeSpan Remaining()
        {
            var remaining = timeout - clock.GetElapsedTime(start);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    private static double Chance() => RandomNumberGenerator.GetInt32(1_000_000) / 1e6;
}

/// <summary>The final outcome of a call, and the attempts before it.</summary>
internal sealed record Attempted<T>(AwsOutcome<T> Outcome, ImmutableArray<Retry> Retries);
