namespace Infra.Local.Deploy;

/// <summary>Runs operations in parallel, each after those it depends on; after a failure, no other is started, and none
/// waits for another attempt.</summary>
internal sealed class DeploySlots(CancellationToken cancel) : IDisposable
{
    /// <summary>How many operations run at the same time.</summary>
    private const int Concurrency = 8;

    private readonly SemaphoreSlim _slots = new(Concurrency);
    private readonly CancellationTokenSource _failed = CancellationTokenSource.CreateLinkedTokenSource(cancel);

    /// <summary>Runs an operation once those it depends on are done.</summary>
    public async Task Run(IEnumerable<Task> needs, Func<CancellationToken, Task> operation)
    {
        await Task.WhenAll(needs).ConfigureAwait(false);
        await _slots.WaitAsync(_failed.Token).ConfigureAwait(false);
        try
        {
            await operation(_failed.Token).ConfigureAwait(false);
        }
        catch
        {
            await _failed.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _failed.Dispose();
    }
}
