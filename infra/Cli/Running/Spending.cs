namespace Infra.Cli.Running;

/// <summary>Adds up what calls cost, those of judges included, and ends a run that reaches its limit.</summary>
/// <param name="most">What they may cost together, in US dollars; null for no limit.</param>
/// <param name="earlyEnd">Ends the run.</param>
internal sealed class Spending(decimal? most, EarlyEnd earlyEnd)
{
    private readonly Lock _turn = new();
    private decimal _spent;

    /// <summary>Counts a call; null is a cost that nobody knows.</summary>
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
