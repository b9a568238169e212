using System.Text.Json.Nodes;
using Infra.Local.State;

namespace Infra.Local.Wire;

/// <summary>What a client gets back.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Success; members that the operation's model does not know are left out when it is written.</summary>
    public sealed record Done(JsonObject Body) : Answer;

    /// <summary>An error of the service.</summary>
    public sealed record Refused(Fault Fault) : Answer;

    /// <summary>Lets a fault stand where an answer is expected.</summary>
    public static implicit operator Answer(Fault fault) => new Refused(fault);

    /// <summary>Lets a body stand where an answer is expected.</summary>
    public static implicit operator Answer(JsonObject body) => new Done(body);
}

/// <summary>What an operation that changes something yields: the next world, and what the client gets.</summary>
internal readonly record struct Outcome(World World, Answer Answer);
