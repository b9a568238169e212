using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Flows;

/// <summary>The operations of bedrock-agent on flows and their drafts.</summary>
internal static class FlowOperations
{
    private static readonly string[] Kept =
        ["name", "description", "executionRoleArn", "customerEncryptionKeyArn", "definition"];

    private static readonly Page Summaries = new("flowSummaries");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["CreateFlow"] = new Handler.Changes(Create),
        ["GetFlow"] = new Handler.Reads(Get),
        ["UpdateFlow"] = new Handler.Changes(Update),
        ["DeleteFlow"] = new Handler.Changes(Delete),
        ["ListFlows"] = new Handler.Reads(List),
        ["PrepareFlow"] = new Handler.Changes(Prepare),
        ["ValidateFlowDefinition"] = new Handler.Reads(Validate),
    }.ToImmutableDictionary();

    private static Transition Create(World world, Call call)
    {
        if ((NameTaken(world, call, itself: null) ?? InlinePrompts.Broken(call.Input["definition"])) is { } fault)
        {
            return new(world, fault);
        }

        var (counted, id) = world.NewId();
        var flow = new FlowRow
        {
            Region = call.Region,
            Id = id,
            Draft = call.Input.Only(Kept),
            Status = "NotPrepared",
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
            Versions = ImmutableSortedDictionary<int, VersionRow>.Empty,
            Aliases = ImmutableSortedDictionary.Create<string, FlowAlias>(StringComparer.Ordinal),
        };
        return new(
            counted.Put(flow).Tagged(call.Region, Arn.Flow(call.Region, id), Tags.Map(call.Input["tags"])),
            FlowView.Draft(flow));
    }

    private static Reply Get(World world, Call call) =>
        FlowLookup.Flow(world, call) is { } flow ? FlowView.Draft(flow) : Fault.NotFound();

    private static Transition Update(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow)
        {
            return new(world, Fault.NotFound());
        }

        if ((NameTaken(world, call, flow) ?? InlinePrompts.Broken(call.Input["definition"])) is { } fault)
        {
            return new(world, fault);
        }

        var updated = flow with
        {
            Draft = call.Input.Only(Kept),
            Status = "NotPrepared",
            Validations = null,
            UpdatedAt = call.Now,
        };
        return new(world.Put(updated), FlowView.Draft(updated));
    }

    private static Transition Delete(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow)
        {
            return new(world, Fault.NotFound());
        }

        if (!flow.Aliases.IsEmpty && !call.Flag("skipResourceInUseCheck"))
        {
            return new(world, Fault.Conflict(
                $"Couldn't perform DeleteFlow operation. The flow {flow.Id} is in use by the aliases "
                + $"[{string.Join(", ", flow.Aliases.Keys)}]. Delete them and retry your request."));
        }

        var arns = flow.Aliases.Keys.Append(FlowAlias.Test)
            .Select(alias => Arn.FlowAlias(flow.Region, flow.Id, alias))
            .Append(Arn.Flow(flow.Region, flow.Id));
        return new(world.Remove(flow).Untagged(flow.Region, arns), new JsonObject { ["id"] = flow.Id });
    }

    private static Reply List(World world, Call call) =>
        Summaries.Of(call, place => world.After<FlowRow>(call.Region, place), FlowView.Draft);

    /// <summary>Prepares the draft, which is ready at once; but as in AWS, the answer says that it is being
    /// prepared.</summary>
    private static Transition Prepare(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow)
        {
            return new(world, Fault.NotFound());
        }

        var definition = flow.Draft.TryGetProperty("definition", out var given) ? given : (JsonElement?)null;
        var findings = FlowValidations.Of(definition);
        var prepared = flow with
        {
            Status = FlowValidations.HaveErrors(findings) ? "Failed" : "Prepared",
            Validations = findings.Frozen(),
            UpdatedAt = call.Now,
        };
        return new(world.Put(prepared), new JsonObject { ["id"] = flow.Id, ["status"] = "Preparing" });
    }

    private static Reply Validate(World world, Call call) => new JsonObject
    {
        ["validations"] = FlowValidations.Of(call.Input["definition"]!.Frozen()),
    };

    private static Fault? NameTaken(World world, Call call, FlowRow? itself) =>
        world.Named<FlowRow>(call.Region, call.Required("name")) is { } other && other.Id != itself?.Id
            ? Fault.Conflict(
                $"Couldn't perform {call.Operation} operation. A flow with the name {other.Name} already exists. "
                + "Retry your request with a different name.")
            : null;
}
