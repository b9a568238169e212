using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Definitions.Templates;
using Infra.Diagnostics;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Validation.Flows;

/// <summary>The graph of a definition that a client sent, in the API's spelling.</summary>
/// <remarks>Members that the API requires must be present; members with no meaning here are left out.</remarks>
public static class FlowGraphJson
{
    /// <summary>The graph, without places.</summary>
    public static FlowGraph Read(Value definition) => new(
        [.. Items(definition, "nodes").Select(ReadNode).OfType<GraphNode>()],
        [.. Items(definition, "connections").Select(ReadConnection)],
        default);

    private static GraphNode? ReadNode(Value node)
    {
        if (!Enum.TryParse<FlowNodeType>(Text(node, "type"), out var type))
        {
            return null;
        }

        var member = FirstLetter.Lower($"{type}");
        var configuration = Get(Get(node, "configuration"), member);
        return new()
        {
            Name = Nowhere(Text(node, "name")),
            Type = type,
            IsConfigured = configuration is not null,
            Generates = Get(configuration, "modelId") is not null,
            Inputs = [.. Items(node, "inputs").Select(ReadInput)],
            Outputs = [.. Items(node, "outputs").Select(ReadOutput)],
            Conditions = Get(configuration, "continueCondition") is { } condition
                ? [ReadCondition(condition)]
                : [.. Items(configuration, "conditions").Select(ReadCondition)],
            Loop = type is FlowNodeType.Loop && Get(configuration, "definition") is { } inside ? Read(inside) : null,
            Variables = Get(Get(configuration, "sourceConfiguration"), "inline") is { } inline
                ? Variables(inline)
                : null,
        };
    }

    private static FlowInput ReadInput(Value input) => new()
    {
        Name = Nowhere(Text(input, "name")),
        Type = Nowhere(ReadType(input)),
        Expression = Nowhere(Text(input, "expression")),
        Category = Enum.TryParse<FlowInputCategory>(Text(input, "category"), out var category)
            ? Nowhere(category)
            : null,
    };

    private static FlowOutput ReadOutput(Value output) => new(Nowhere(Text(output, "name")), Nowhere(ReadType(output)));

    private static FlowDataType ReadType(Value port) =>
        Enum.TryParse<FlowDataType>(Text(port, "type"), out var type) ? type : FlowDataType.String;

    private static FlowCondition ReadCondition(Value condition) => new(
        Nowhere(Text(condition, "name")),
        Get(condition, "expression") is Value.Text expression ? Nowhere(expression.Content) : null);

    private static GraphConnection ReadConnection(Value connection)
    {
        var configuration = Get(connection, "configuration");
        return new(
            Text(connection, "name"),
            Nowhere(Text(connection, "source")),
            Text(connection, "target"),
            (Text(connection, "type"), Get(configuration, "data"), Get(configuration, "conditional")) switch
            {
                ("Data", { } data, _) =>
                    new GraphEdge.Data(Nowhere(Text(data, "sourceOutput")), Text(data, "targetInput")),
                ("Conditional", _, { } conditional) =>
                    new GraphEdge.Conditional(Nowhere(Text(conditional, "condition"))),
                _ => new GraphEdge.Unconfigured(),
            });
    }

    private static ImmutableArray<string> Variables(Value inline)
    {
        var template = Get(inline, "templateConfiguration");
        var texts = Items(Get(template, "chat"), "messages")
            .SelectMany(message => Items(message, "content"))
            .Concat(Items(Get(template, "chat"), "system"))
            .Append(Get(template, "text") ?? new Value.Null());
        return
        [
            .. texts
                .SelectMany(text => Template.Parse(new TracedText(Text(text, "text"), [], default)).Uses)
                .Select(use => use.Name)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static Located<T> Nowhere<T>(T value) => new(value, default);

    private static Value? Get(Value? value, string key) => (value as Value.Map)?[key];

    private static string Text(Value value, string key) => Get(value, key) is Value.Text text ? text.Content : "";

    private static ImmutableArray<Value> Items(Value? value, string key) =>
        Get(value, key) is Value.List list ? list.Items : [];
}
