namespace Infra.Tests.Local.Deploy;

/// <summary>A clock that writes down how long it should wait, and does not.</summary>
internal sealed class RecordedWaits : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    /// <summary>Called when a wait begins, which then never ends; null for waits that end at once.</summary>
    public Action? Meanwhile { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Add(dueTime);
        Meanwhile?.Invoke();
        var due = Meanwhile is null ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        return System.CreateTimer(callback, state, due, period);
    }
}
