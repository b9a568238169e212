using Infra.Local.Wire;

namespace Infra.Local.State;

/// <summary>The one place that changes: the current world. Readers never wait; writers take turns.</summary>
internal sealed class Store(World world)
{
    private readonly Lock turn = new();
    private volatile World now = world;

    /// <summary>The world as it is.</summary>
    public World Now => now;

    /// <summary>Applies a change to the world; nobody sees it half done.</summary>
    public Answer Change(Func<World, Outcome> change)
    {
        lock (turn)
        {
            var (next, answer) = change(now);
            now = next with { Unsaved = [] };
            return answer;
        }
    }
}
