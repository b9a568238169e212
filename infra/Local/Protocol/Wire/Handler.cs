using Infra.Local.State;

namespace Infra.Local.Protocol.Wire;

/// <summary>An operation: a function of the world and the call, and of nothing else.</summary>
internal abstract record Handler
{
    private Handler()
    {
    }

    /// <summary>An operation that changes nothing.</summary>
    public sealed record Reads(Func<World, Call, Reply> Run) : Handler;

    /// <summary>An operation that may change the world; AWS counts it among the mutating calls.</summary>
    public sealed record Changes(Func<World, Call, Transition> Run) : Handler;
}
