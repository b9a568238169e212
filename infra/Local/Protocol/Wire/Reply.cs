using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Local.State;

namespace Infra.Local.Protocol.Wire;

/// <summary>What a client gets back.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Headers of its own.</summary>
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What a model read and wrote, for the metrics; null where no model answered.</summary>
    public (int Input, int Output)? Tokens { get; init; }

    /// <summary>Success; members that the operation's model does not know are left out when it is written.</summary>
    public sealed record Done(JsonObject Body) : Reply;

    /// <summary>Success with a body that is not the protocol's own.</summary>
    public sealed record Raw(string ContentType, byte[] Body) : Reply;

    /// <summary>Success as an event stream.</summary>
    public sealed record Events(IEnumerable<Event> Stream) : Reply;

    /// <summary>An error of the service.</summary>
    public sealed record Refused(Fault Fault) : Reply;

    /// <summary>What becomes of an answer in a protocol that has neither streams nor bodies of its own.</summary>
    public T Plain<T>(Func<JsonObject, T> done, Func<Fault, T> refused) => this switch
    {
        Done(var body) => done(body),
        Refused(var fault) => refused(fault),
        Raw or Events => throw new InvalidOperationException($"This protocol has no {GetType().Name}."),
        _ => throw new UnreachableException(),
    };

    /// <summary>Lets a fault stand where an answer is expected.</summary>
    public static implicit operator Reply(Fault fault) => new Refused(fault);

    /// <summary>Lets a body stand where an answer is expected.</summary>
    public static implicit operator Reply(JsonObject body) => new Done(body);
}

/// <summary>One event of a stream.</summary>
/// <param name="Name">The member of the stream's union, such as <c>contentBlockDelta</c>.</param>
/// <param name="Body">Its content.</param>
internal sealed record Event(string Name, JsonObject Body)
{
    /// <summary>Whether it is an exception, which ends the stream.</summary>
    public bool IsException => Name.EndsWith("Exception", StringComparison.Ordinal);
}

/// <summary>What an operation that changes something yields: the next world, and what the client gets.</summary>
internal readonly record struct Transition(World World, Reply Reply);
