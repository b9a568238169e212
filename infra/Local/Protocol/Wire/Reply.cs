using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Local.State;

namespace Infra.Local.Protocol.Wire;

/// <summary>The answer to a client.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Additional headers.</summary>
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The tokens of a model, for the metrics; null where no model answered.</summary>
    public (int Input, int Output)? Tokens { get; init; }

    /// <summary>Success; members that the operation's model does not have are left out when it is written.</summary>
    public sealed record Done(JsonObject Body) : Reply;

    /// <summary>Success, with a body in a format of its own.</summary>
    public sealed record Raw(string ContentType, byte[] Body) : Reply;

    /// <summary>Success as an event stream.</summary>
    public sealed record Events(IEnumerable<Event> Stream) : Reply;

    /// <summary>An error of the service.</summary>
    public sealed record Refused(Fault Fault) : Reply;

    /// <summary>The answer in a protocol that supports neither streams nor bodies in other formats.</summary>
    public T Plain<T>(Func<JsonObject, T> done, Func<Fault, T> refused) => this switch
    {
        Done(var body) => done(body),
        Refused(var fault) => refused(fault),
        Raw or Events => throw new InvalidOperationException($"This protocol has no {GetType().Name}."),
        _ => throw new UnreachableException(),
    };

    /// <summary>Lets a fault be given where an answer is expected.</summary>
    public static implicit operator Reply(Fault fault) => new Refused(fault);

    /// <summary>Lets a body be given where an answer is expected.</summary>
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

/// <summary>The result of an operation that changes something: the next world, and the answer to the client.</summary>
internal readonly record struct Transition(World World, Reply Reply);
