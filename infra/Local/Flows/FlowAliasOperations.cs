using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Flows;

/// <summary>The operations of bedrock-agent on flow aliases.</summary>
internal static class FlowAliasOperations
{
    /// <summary>The most aliases of a flow at the same time; AWS does not raise this quota.</summary>
    /// <remarks>Source: AWS General Reference, Amazon Bedrock quotas, read 2025-06-05.</remarks>
    public const int AliasesPerFlow = 10;

    private static readonly string[] Kept =
        ["name", "description", "routingConfiguration", "concurrencyConfiguration"];

    private static readonly Page Summaries = new("flowAliasSummaries");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["CreateFlowAlias"] = new Handler.Changes(Create),
        ["GetFlowAlias"] = new Handler.Reads(Get),
        ["UpdateFlowAlias"] = new Handler.Changes(Update),
        ["DeleteFlowAlias"] = new Handler.Changes(Delete),
        ["ListFlowAliases"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    private static Transition Create(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow)
        {
            return new(world, Fault.NotFound());
        }

        if ((Refusal(flow, call, itself: null) ?? TooMany(flow)) is { } fault)
        {
            return new(world, fault);
        }

        var (counted, id) = world.NewId();
        var alias = new FlowAlias(call.Input.Only(Kept), call.Now, call.Now);
        return new(
            counted.Put(flow with { Aliases = flow.Aliases.Add(id, alias) })
                .Tagged(call.Region, Arn.FlowAlias(call.Region, flow.Id, id), Tags.Map(call.Input["tags"])),
            FlowView.Alias(flow, id, alias));
    }

    private static Reply Get(World world, Call call) => Find(world, call) is var (flow, id, alias)
        ? FlowView.Alias(flow, id, alias)
        : Fault.NotFound();

    private static Transition Update(World world, Call call)
    {
        if (Find(world, call) is not var (flow, id, alias))
        {
            return new(world, Fault.NotFound());
        }

        if ((TestAlias(call, id) ?? Refusal(flow, call, id)) is { } fault)
        {
            return new(world, fault);
        }

        var updated = alias with { Content = call.Input.Only(Kept), UpdatedAt = call.Now };
        return new(
            world.Put(flow with { Aliases = flow.Aliases.SetItem(id, updated) }), FlowView.Alias(flow, id, updated));
    }

    private static Transition Delete(World world, Call call)
    {
        if (Find(world, call) is not var (flow, id, _))
        {
            return new(world, Fault.NotFound());
        }

        return TestAlias(call, id) is { } fault
            ? new(world, fault)
            : new(
                world.Put(flow with { Aliases = flow.Aliases.Remove(id) })
                    .Untagged(flow.Region, [Arn.FlowAlias(flow.Region, flow.Id, id)]),
                new JsonObject { ["flowId"] = flow.Id, ["id"] = id });
    }

    private static Reply List(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow)
        {
            return Fault.NotFound();
        }

        var newestFirst = flow.Aliases
            .Select(alias => (
                Place: Row.NewestFirst(alias.Value.CreatedAt, alias.Key), FlowView.Alias(flow, alias.Key, alias.Value)))
            .OrderBy(alias => alias.Place, StringComparer.Ordinal);
        return Summaries.Of(call, [.. newestFirst]);
    }

    private static (FlowRow Flow, string Id, FlowAlias Alias)? Find(World world, Call call) =>
        FlowLookup.Flow(world, call) is { } flow
        && FlowLookup.Alias(flow, call.Required("aliasIdentifier")) is var (id, alias)
            ? (flow, id, alias)
            : null;

    private static Fault? Refusal(FlowRow flow, Call call, string? itself)
    {
        var version = call.Input["routingConfiguration"]?[0]?["flowVersion"]?.GetValue<string>();
        return version is null
                ? Fault.Validation("The routing configuration has no flow version. Specify one and retry your request.")
            : version is not "DRAFT" && !flow.Versions.Keys.Any(number => $"{number}" == version) ? Fault.NotFound()
            : flow.Aliases.Any(alias => alias.Key != itself && alias.Value.Name == call.Required("name"))
                ? Fault.Conflict(
                    $"Couldn't perform {call.Operation} operation. An alias with the name {call.Required("name")} "
                    + "already exists. Retry your request with a different name.")
            : null;
    }

    private static Fault? TooMany(FlowRow flow) => flow.Aliases.Count >= AliasesPerFlow
        ? Fault.QuotaExceeded(
            $"The number of aliases for flow {flow.Id} exceeds the limit of {AliasesPerFlow}. "
            + "Delete aliases that you don't need and retry your request.")
        : null;

    private static Fault? TestAlias(Call call, string id) => id is FlowAlias.Test
        ? Fault.Validation($"Couldn't perform {call.Operation} operation. The test alias {id} belongs to the service.")
        : null;
}
