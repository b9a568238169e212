using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Infra.Local.State;

namespace Infra.Local.Protocol.Wire;

/// <summary>A supported AWS service: its model, and its operations.</summary>
/// <param name="Model">The official model.</param>
/// <param name="Handlers">The handlers by operation; an operation without one is not supported.</param>
internal sealed record Service(ServiceModel Model, ImmutableDictionary<string, Handler> Handlers)
{
    /// <summary>Whether an operation may change the world.</summary>
    public bool IsChange(string operation) => Handlers[operation] is Handler.Changes;

    /// <summary>Runs the operation of a request: checks its shape and constraints, then calls the handler.</summary>
    public Transition Run(World world, string operation, Request request)
    {
        var shape = Model.Input(Model.Operations[operation]);
        var (input, unreadable) = Reading.Request(Model, shape, request.Members);
        if (input is null)
        {
            return new(world, new Fault("SerializationException", unreadable!));
        }

        if (Constraints.Broken(Model, shape, input) is { } broken)
        {
            return new(world, Fault.Validation(broken));
        }

        var call = new Call(operation, request.Region, input, request.Now);
        return Handlers[operation] switch
        {
            Handler.Reads reads => new(world, reads.Run(world, call)),
            Handler.Changes changes => changes.Run(world, call),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The token by which a repeated request counts once, if the client sent one.</summary>
    public string? Token(string operation, Request request) =>
        Model.Input(Model.Operations[operation]).Members
            .Where(member => member.Value.IdempotencyToken)
            .Select(member => request.Members[member.Key]?.ToString())
            .FirstOrDefault();
}

/// <summary>A request before its operation has checked it.</summary>
/// <param name="Region">The region that it is signed for.</param>
/// <param name="Members">Its members, from all of its parts.</param>
/// <param name="Now">The time of its arrival.</param>
internal sealed record Request(string Region, JsonObject Members, DateTimeOffset Now);
