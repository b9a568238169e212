namespace Infra.Tests.Support;

/// <summary>A clock that does not wait: what should happen within a minute happens at once.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime < Patience ? TimeSpan.Zero : dueTime, period);
}
