using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.InvokeFlow;

/// <summary>The events of a run as in ListFlowExecutionEvents, made from those that InvokeFlow streams.</summary>
internal static class ExecutionEvents
{
    /// <summary>The events of the flow: its input, its output, its failure.</summary>
    public static ImmutableArray<JsonElement> OfFlow(AliasRun run, Call call)
    {
        var input = call.Input["inputs"]![0]!;
        var events = new List<JsonObject>
        {
            Event("flowInputEvent", call, input["nodeName"]!, input["content"]!),
        };
        events.AddRange(run.Events.All.Where(next => next.Name is "flowOutputEvent").Select(next => Event(
            next.Name, call, next.Body["nodeName"]!, next.Body["content"]!)));
        if (run.Failure is { } failure)
        {
            events.Add(new JsonObject
            {
                ["flowFailureEvent"] = new JsonObject
                {
                    ["timestamp"] = JsonValue.Create(call.Now),
                    ["errorCode"] = failure.Type is "ValidationException" ? "VALIDATION" : "NODE_EXECUTION_FAILED",
                    ["errorMessage"] = failure.Message,
                },
            });
        }

        return [.. events.Select(Json.Frozen)];
    }

    /// <summary>The events of its nodes.</summary>
    public static ImmutableArray<JsonElement> OfNodes(AliasRun run) =>
    [
        .. run.Events.All
            .Where(next => next.Name is "flowTraceEvent")
            .Select(next => next.Body["trace"]!.AsObject().Single())
            .Select(trace => new JsonObject { [Name(trace.Key)] = Node(trace.Value!.DeepClone().AsObject()) }.Frozen()),
    ];

    private static string Name(string trace) => trace switch
    {
        "conditionNodeResultTrace" => "conditionResultEvent",
        _ => trace.Replace("Trace", "Event", StringComparison.Ordinal),
    };

    private static JsonObject Node(JsonObject trace)
    {
        foreach (var field in (trace["fields"] as JsonArray ?? []).Select(field => field!.AsObject()))
        {
            var member = field.ContainsKey("nodeInputName") ? "nodeInputName" : "nodeOutputName";
            field["name"] = field[member]!.DeepClone();
            field.Remove(member);
        }

        return trace;
    }

    private static JsonObject Event(string name, Call call, JsonNode node, JsonNode content) => new()
    {
        [name] = new JsonObject
        {
            ["nodeName"] = node.DeepClone(),
            ["timestamp"] = JsonValue.Create(call.Now),
            ["fields"] = new JsonArray(new JsonObject { ["name"] = "document", ["content"] = content.DeepClone() }),
        },
    };
}
