using Infra.Definitions.Format;

namespace Infra.Cli.Running;

/// <summary>Ends a run before everything is done, and records why: Ctrl-C, the time limit, or a failure of all
/// calls.</summary>
internal sealed class EarlyEnd : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _budget;
    private readonly CancellationTokenRegistration _cancelled;
    private readonly CancellationTokenRegistration _spent;
    private string? _reason;

    /// <summary>A run that starts now.</summary>
    /// <param name="budget">The time limit.</param>
    /// <param name="clock">The clock, for the time limit.</param>
    /// <param name="cancel">Signals Ctrl-C.</param>
    public EarlyEnd(TimeSpan budget, TimeProvider clock, CancellationToken cancel)
    {
        _stop = new CancellationTokenSource();
        _budget = new CancellationTokenSource(budget, clock);
        _cancelled = cancel.Register(() => Request("it was interrupted"));
        _spent = _budget.Token.Register(() => Request($"it has used up its time ({Duration.Text(budget)})"));
    }

    /// <summary>Cancels what is in progress.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why the run ends early; null if it does not.</summary>
    public string? Reason => _reason;

    /// <summary>Ends the run; the first reason counts.</summary>
    public void Request(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            _stop.Cancel();
        }
    }

    public void Dispose()
    {
        _cancelled.Dispose();
        _spent.Dispose();
        _budget.Dispose();
        _stop.Dispose();
    }
}
