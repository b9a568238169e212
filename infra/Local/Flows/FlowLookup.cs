using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Flows;

/// <summary>Finds the flows and aliases that a call refers to.</summary>
internal static class FlowLookup
{
    /// <summary>The flow of a call.</summary>
    public static FlowRow? Flow(World world, Call call) => Flow(world, call.Region, call.Required("flowIdentifier"));

    /// <summary>The flow with an id or ARN.</summary>
    public static FlowRow? Flow(World world, string region, string identifier) =>
        Arn.FlowOf(identifier, region) is { } id ? world.Find<FlowRow>(region, id) : null;

    /// <summary>The alias of a flow with an id or ARN, including the test alias.</summary>
    public static (string Id, FlowAlias Alias)? Alias(FlowRow flow, string identifier)
    {
        var id = identifier.StartsWith("arn:", StringComparison.Ordinal) ? identifier.Split('/')[^1] : identifier;
        return id is FlowAlias.Test ? (id, Test(flow))
            : flow.Aliases.TryGetValue(id, out var alias) ? (id, alias)
            : null;
    }

    private static FlowAlias Test(FlowRow flow) => new(
        new JsonObject
        {
            ["name"] = FlowAlias.Test,
            ["routingConfiguration"] = new JsonArray(new JsonObject { ["flowVersion"] = "DRAFT" }),
        }.Frozen(),
        flow.CreatedAt,
        flow.UpdatedAt);
}
