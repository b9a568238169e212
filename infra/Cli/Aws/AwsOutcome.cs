namespace Infra.Cli.Aws;

/// <summary>What became of a call: an answer, or a failure that says nothing about what was called.</summary>
internal abstract record AwsOutcome<T>
{
    private AwsOutcome()
    {
    }

    /// <summary>AWS answered.</summary>
    internal sealed record Answered(T Value) : AwsOutcome<T>;

    /// <summary>AWS did not, or not as hoped.</summary>
    internal sealed record Failed(AwsFailure Failure) : AwsOutcome<T>;
}

/// <summary>One attempt at a call.</summary>
internal static class AwsCall
{
    /// <summary>Tries once. Whoever stops the run sees its cancellation; whatever else goes wrong is a value,
    /// so that one call's bad luck is not that of all.</summary>
    /// <param name="call">The call, and the reading of its answer to the end.</param>
    /// <param name="timeout">How long it may take in all.</param>
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
