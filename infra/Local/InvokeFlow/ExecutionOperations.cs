using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.InvokeFlow;

/// <summary>The operations of bedrock-agent-runtime on asynchronous runs of flows.</summary>
/// <remarks>Here, a run ends before StartFlowExecution answers.</remarks>
/// <param name="StandIns">The stand-ins for everything that the flow calls.</param>
internal sealed record ExecutionOperations(StandIns StandIns)
{
    private static readonly Page Summaries = new("flowExecutionSummaries", 10);

    private static readonly Page Events = new("flowExecutionEvents", 10);

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["StartFlowExecution"] = new Handler.Changes(Start),
        ["GetFlowExecution"] = new Handler.Reads((world, call) => Of(world, call, found => Shown(found))),
        ["StopFlowExecution"] = new Handler.Reads((world, call) => Of(world, call, Stop)),
        ["ListFlowExecutions"] = new Handler.Reads(List),
        ["ListFlowExecutionEvents"] = new Handler.Reads((world, call) => Of(world, call, found => Told(call, found))),
        ["GetExecutionFlowSnapshot"] = new Handler.Reads((world, call) => Of(world, call, found => Snapshot(found))),
    }.ToImmutableDictionary();

    private Transition Start(World world, Call call)
    {
        var (run, refused) = AliasRun.Of(world, call, StandIns, traced: true);
        if (run is null)
        {
            return new(world, refused!);
        }

        var (counted, token) = world.NewToken();
        var arn = Arn.FlowExecution(call.Region, run.Flow.Id, run.AliasId, call["flowExecutionName"] ?? token);
        if (world.Find<FlowExecution>(call.Region, arn) is not null)
        {
            return new(world, Fault.Conflict($"Couldn't perform {call.Operation} operation. An execution with the name "
                + $"{call["flowExecutionName"]} already exists. Retry your request with a different name."));
        }

        var execution = new FlowExecution
        {
            Region = call.Region,
            Id = arn,
            FlowId = run.Flow.Id,
            AliasId = run.AliasId,
            Version = run.Version,
            Content = run.Content,
            Status = run.Failure is null ? "Succeeded" : "Failed",
            At = call.Now,
            FlowEvents = ExecutionEvents.OfFlow(run, call),
            NodeEvents = ExecutionEvents.OfNodes(run),
        };
        return new(counted.Put(execution), new JsonObject { ["executionArn"] = arn });
    }

    private static Reply List(World world, Call call)
    {
        var flow = Arn.FlowOf(call.Required("flowIdentifier"), call.Region) ?? "";
        var alias = call["flowAliasIdentifier"]?.Split('/')[^1];
        var first = FlowExecution.Place(flow);
        return Summaries.Of(
            call,
            place => world.After<FlowExecution>(call.Region, place.Length > 0 ? place : first)
                .TakeWhile(execution => execution.FlowId == flow)
                .Where(execution => alias is null || execution.AliasId == alias),
            Shown);
    }

    private static Reply Of(World world, Call call, Func<FlowExecution, Reply> answer)
    {
        var flow = Arn.FlowOf(call.Required("flowIdentifier"), call.Region) ?? "";
        var alias = call.Required("flowAliasIdentifier").Split('/')[^1];
        var name = call.Required("executionIdentifier").Split('/')[^1];
        var arn = Arn.FlowExecution(call.Region, flow, alias, name);
        return world.Find<FlowExecution>(call.Region, arn) is { } found ? answer(found) : Fault.NotFound();
    }

    private static Reply Stop(FlowExecution execution) => Fault.Conflict(
        "Couldn't perform StopFlowExecution operation. The execution no longer runs: it is in status "
        + $"{execution.Status}.");

    private static Reply Told(Call call, FlowExecution execution)
    {
        var events = call["eventType"] is "Flow" ? execution.FlowEvents : execution.NodeEvents;
        return Events.Of(call, [.. events.Select((next, index) => (
            (index + 1).ToString("D10", CultureInfo.InvariantCulture), next.Copied()))]);
    }

    private static JsonObject Snapshot(FlowExecution execution)
    {
        var view = Shown(execution);
        view["definition"] = execution.Content.GetProperty("definition").GetRawText();
        view["executionRoleArn"] = execution.Content.Text("executionRoleArn");
        view["customerEncryptionKeyArn"] = execution.Content.Text("customerEncryptionKeyArn");
        return view;
    }

    private static JsonObject Shown(FlowExecution execution) => new()
    {
        ["executionArn"] = execution.Id,
        ["flowIdentifier"] = execution.FlowId,
        ["flowAliasIdentifier"] = execution.AliasId,
        ["flowVersion"] = execution.Version,
        ["status"] = execution.Status,
        ["createdAt"] = JsonValue.Create(execution.At),
        ["startedAt"] = JsonValue.Create(execution.At),
        ["endedAt"] = JsonValue.Create(execution.At),
    };
}
