using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Models;

namespace Infra.Local.Converse;

/// <summary>The operation of Bedrock by which tools find out whether a model is offered.</summary>
internal static class FoundationModelOperations
{
    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["GetFoundationModel"] = new Handler.Reads((_, call) => Get(call)),
    }.ToImmutableDictionary();

    private static Reply Get(Call call)
    {
        var id = call.Required("modelIdentifier").Split('/')[^1];
        return ModelCatalog.Known.Of(id) is { } model
            ? new JsonObject
            {
                ["modelDetails"] = new JsonObject
                {
                    ["modelArn"] = $"arn:aws:bedrock:{call.Region}::foundation-model/{id}",
                    ["modelId"] = id,
                    ["modelLifecycle"] = new JsonObject
                    {
                        ["status"] = model.Lifecycle.IsLegacy ? "LEGACY" : "ACTIVE",
                    },
                },
            }
            : new Fault("ResourceNotFoundException", "Could not resolve the foundation model from the given model ID.");
    }
}
