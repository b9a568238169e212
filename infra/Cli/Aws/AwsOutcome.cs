namespace Infra.Cli.Aws;

/// <summary>The outcome of a call: an answer, or a failure that says nothing about what was called.</summary>
internal abstract record AwsOutcome<T>
{
    private AwsOutcome()
    {
    }

    /// <summary>AWS answered.</summary>
    internal sealed record Answered(T Value) : AwsOutcome<T>;

    /// <summary>AWS did not answer, or answered with an error.</summary>
    internal sealed record Failed(AwsFailure Failure) : AwsOutcome<T>;
}

/// <summary>One attempt at a call.</summary>
internal static class AwsCall
{
    /// <summary>Makes one attempt. Cancelling the run throws; everything else that goes wrong is a value, so that one
    /// failed call does not end the others.</summary>
    /// <param name="call">The call, including reading its whole answer.</param>
    /// <param name="timeout">The longest duration.</param>
    /// <param name="stop">Stops the whole run.</param>
    public static async Task<AwsOutcome<T>> Try<T>(
        Func<CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken stop)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        clock.CancelAfter(timeout);
        try
        {
            return new AwsOutcome<T>.Answered(await call(clock.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            return new AwsOutcome<T>.Failed(AwsFailures.Of(exception));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new OperationCanceledException(exception.Message, exception, stop);
        }
    }
}
