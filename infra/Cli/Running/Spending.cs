namespace Infra.Cli.Running;

/// <summary>Adds up the costs of calls, including those of judges, and ends a run that reaches its limit.</summary>
/// <param name="most">The most that they may cost together, in US dollars; null for no limit.</param>
/// <param name="earlyEnd">Can end the run early.</param>
internal sealed class Spending(decimal? most, EarlyEnd earlyEnd)
{
    private readonly Lock _turn = new();
    private decimal _spent;

    /// <summary>Counts a call; null for an unknown cost.</summary>
    public void Add(decimal? cost)
    {
        lock (_turn)
        {
            _spent += cost ?? 0;
            if (most is not null && (_spent >= most || cost is null))
            {
                earlyEnd.Request(cost is null
                    ? "--max-cost was given, and the cost of a call is unknown"
                    : $"--max-cost is reached: {_spent:0.####} US dollars");
            }
        }
    }
}
