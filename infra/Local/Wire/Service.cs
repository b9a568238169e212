using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Models;
using Infra.Local.State;

namespace Infra.Local.Wire;

/// <summary>A served AWS service: its model, and what its operations do.</summary>
/// <param name="Model">The official model.</param>
/// <param name="Handlers">By operation; an operation without one is not served.</param>
internal sealed record Service(ServiceModel Model, ImmutableDictionary<string, Handler> Handlers)
{
    /// <summary>Runs one operation of one request: shape, constraints, then the handler.</summary>
    public Answer Run(Store store, string operation, string region, JsonObject request, DateTimeOffset now)
    {
        var shape = Model.Input(Model.Operations[operation]);
        var (input, unreadable) = Reading.Request(Model, shape, request);
        if (input is null)
        {
            return new Fault("SerializationException", unreadable!);
        }

        if (Constraints.Broken(Model, shape, input) is { } broken)
        {
            return Fault.Validation(broken);
        }

        var call = new Call(operation, region, input, now);
        return Handlers[operation] switch
        {
            Handler.Reads reads => reads.Run(store.Now, call),
            Handler.Changes changes => store.Change(world => changes.Run(world, call)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
