using System.Text.Json.Nodes;
using Infra.Definitions.Flows;
using Infra.Definitions.Flows.Expressions;
using Infra.Local.Protocol.Models;
using Infra.Local.Protocol.Wire;
using Infra.Spelling;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>The events of a run, in order.</summary>
/// <param name="traced">Whether the caller asked for traces.</param>
/// <param name="now">The time of all of them.</param>
internal sealed class FlowEvents(bool traced, DateTimeOffset now)
{
    private readonly List<Event> events = [];

    /// <summary>The events so far.</summary>
    public IReadOnlyList<Event> All => events;

    /// <summary>A document from an Output node.</summary>
    public void Output(GraphNode node, Value document) => events.Add(new("flowOutputEvent", new JsonObject
    {
        ["nodeName"] = node.Name.Value,
        ["nodeType"] = "FlowOutputNode",
        ["content"] = Content(document),
    }));

    /// <summary>The flow has completed.</summary>
    public void Completed() =>
        events.Add(new("flowCompletionEvent", new JsonObject { ["completionReason"] = "SUCCESS" }));

    /// <summary>The flow has failed.</summary>
    public void Failed(Fault fault) => events.Add(new(
        FirstLetter.Lower(fault.Type), new JsonObject { ["message"] = fault.Message }));

    /// <summary>The inputs of a node.</summary>
    public void Took(GraphNode node, IEnumerable<TakenInput> inputs, IReadOnlyList<Turn> chain) =>
        Trace(node, "nodeInputTrace", ("fields", new JsonArray([.. inputs.Select(input => Field(input, chain))])));

    /// <summary>The outputs of a node.</summary>
    public void Yielded(GraphNode node, IReadOnlyDictionary<string, Value> outputs, FlowGraph graph) => Trace(
        node,
        "nodeOutputTrace",
        ("fields", new JsonArray([.. outputs.Select(output => Field(node, output.Key, output.Value, graph))])));

    /// <summary>The condition of a node that holds.</summary>
    public void Decided(GraphNode node, string condition) => Trace(
        node,
        "conditionNodeResultTrace",
        ("satisfiedConditions", new JsonArray(new JsonObject { ["conditionName"] = condition })));

    /// <summary>A node's call to another service.</summary>
    public void Acted(GraphNode node, string service, string operation) => Trace(
        node,
        "nodeActionTrace",
        ("serviceName", service),
        ("operationName", operation),
        ("requestId", $"local-{events.Count}"));

    private void Trace(GraphNode node, string kind, params (string Name, JsonNode Value)[] members)
    {
        if (traced)
        {
            var trace = new JsonObject
            {
                ["nodeName"] = node.Name.Value,
                ["timestamp"] = Timestamp.Iso(now),
            };
            foreach (var (name, value) in members)
            {
                trace[name] = value;
            }

            events.Add(new("flowTraceEvent", new JsonObject { ["trace"] = new JsonObject { [kind] = trace } }));
        }
    }

    private static JsonObject Field(TakenInput taken, IReadOnlyList<Turn> chain)
    {
        var field = new JsonObject
        {
            ["nodeInputName"] = taken.Input.Name.Value,
            ["content"] = Content(taken.Value),
            ["type"] = $"{taken.Input.Type.Value}",
            ["source"] = new JsonObject
            {
                ["nodeName"] = taken.Source.Node,
                ["outputFieldName"] = taken.Source.Output,
                ["expression"] = taken.Input.Expression.Value,
            },
        };
        if (taken.Input.Category is { } category)
        {
            field["category"] = $"{category.Value}";
        }

        if (chain.Count > 0)
        {
            field["executionChain"] = new JsonArray([.. chain.Select(turn => new JsonObject
            {
                ["nodeName"] = turn.Node,
                ["type"] = $"{turn.Type}",
                ["index"] = turn.Index,
            })]);
        }

        return field;
    }

    private static JsonObject Field(GraphNode node, string output, Value value, FlowGraph graph) => new()
    {
        ["nodeOutputName"] = output,
        ["content"] = Content(value),
        ["type"] = $"{InputEvaluation.TypeOf(value) ?? FlowDataType.String}",
        ["next"] = new JsonArray([.. graph.Leaving(node)
            .Where(edge => edge.Edge is GraphEdge.Data data && data.Output.Value == output)
            .Select(edge => new JsonObject
            {
                ["nodeName"] = edge.Target,
                ["inputFieldName"] = ((GraphEdge.Data)edge.Edge).Input,
            })]),
    };

    private static JsonObject Content(Value value) =>
        new() { ["document"] = JsonNode.Parse(CanonicalJson.Compact(value)) };
}

/// <summary>One iteration: of an iterator's items, or of a loop.</summary>
/// <param name="Node">The iterator or loop.</param>
/// <param name="Type">Whether it is an input or an output.</param>
/// <param name="Index">Its number, from 0.</param>
internal sealed record Turn(string Node, FlowNodeType Type, int Index);

/// <summary>A value for a node's input, and where it comes from.</summary>
internal sealed record TakenInput(FlowInput Input, Value Value, (string Node, string Output) Source);
