using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Changes;

/// <summary>A rendered definition of a flow, or the inside of one of its loops, taken apart.</summary>
/// <param name="Nodes">Its nodes, in the order they are sent; of a name given twice, the first.</param>
/// <param name="Connections">What joins them; of two that join the same ends, the first.</param>
internal sealed record FlowContent(ImmutableArray<NodeContent> Nodes, ImmutableArray<ConnectionContent> Connections)
{
    /// <summary>Whether what an alias leads to is a flow.</summary>
    public static bool IsFlow(Value content) => content is Value.Map map && map["Nodes"] is Value.List;

    /// <summary>Takes a definition apart, in CloudFormation's spelling.</summary>
    public static FlowContent Read(Value.Map definition) => new(
        [.. ValueParts.Maps(definition, "Nodes").Select(NodeContent.Read).DistinctBy(node => node.Name)],
        [
            .. ValueParts.Maps(definition, "Connections").Select(ConnectionContent.Read)
                .DistinctBy(connection => connection.Ends),
        ]);
}

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, in the API's word.</param>
/// <param name="Configuration">What it does; without anything where nothing is sent.</param>
/// <param name="Inputs">What it takes.</param>
/// <param name="Outputs">What it yields.</param>
internal sealed record NodeContent(
    string Name,
    string Type,
    Value.Map Configuration,
    ImmutableArray<Value.Map> Inputs,
    ImmutableArray<Value.Map> Outputs)
{
    /// <summary>Its type; null for a word that is none of the API's.</summary>
    public FlowNodeType? Kind { get; } = Enum.TryParse<FlowNodeType>(Type, out var kind) ? kind : null;

    /// <summary>The nodes inside it; null unless it is a loop.</summary>
    public FlowContent? Inside => Kind is FlowNodeType.Loop
        ? FlowContent.Read(ValueParts.Map(Configuration, "Definition"))
        : null;

    /// <summary>Its conditions, in the order they are tried.</summary>
    public ImmutableArray<Value.Map> Conditions => ValueParts.Maps(Configuration, "Conditions");

    /// <summary>The prompt that it fills: a name, with its release where that is known, or an ARN.</summary>
    public string? Prompt =>
        ValueParts.Map(Source, "Resource")["PromptArn"] is { } prompt ? ValueText.Of(prompt) : null;

    /// <summary>The prompt that lives in it alone.</summary>
    public Value.Map? InlinePrompt => Source["Inline"] as Value.Map;

    private Value.Map Source => ValueParts.Map(Configuration, "SourceConfiguration");

    /// <summary>The part with a name: a condition, an input, an output.</summary>
    public static Value.Map? Named(ImmutableArray<Value.Map> parts, string name) =>
        parts.FirstOrDefault(part => ValueParts.Text(part["Name"]) == name);

    internal static NodeContent Read(Value.Map node)
    {
        var type = ValueParts.Text(node["Type"]) ?? "";
        return new(
            ValueParts.Text(node["Name"]) ?? "",
            type,
            ValueParts.Map(ValueParts.Map(node, "Configuration"), type),
            ValueParts.Maps(node, "Inputs"),
            ValueParts.Maps(node, "Outputs"));
    }
}

/// <summary>What joins two nodes.</summary>
/// <param name="Name">The name it is deployed with.</param>
/// <param name="Ends">What it joins.</param>
internal sealed record ConnectionContent(string Name, ConnectionEnds Ends)
{
    internal static ConnectionContent Read(Value.Map connection)
    {
        var configuration = ValueParts.Map(connection, "Configuration");
        var data = configuration["Data"] as Value.Map;
        var port = data?["SourceOutput"] ?? ValueParts.Map(configuration, "Conditional")["Condition"];
        return new(
            ValueParts.Text(connection["Name"]) ?? "",
            new(
                ValueParts.Text(connection["Source"]) ?? "",
                ValueParts.Text(port) ?? "",
                ValueParts.Text(connection["Target"]) ?? "",
                ValueParts.Text(data?["TargetInput"])));
    }
}

/// <summary>What a connection joins: its identity.</summary>
/// <param name="Source">The node it comes from.</param>
/// <param name="Port">Its output, or its condition.</param>
/// <param name="Target">The node it leads to.</param>
/// <param name="Input">The input it fills; null when it is conditional.</param>
internal readonly record struct ConnectionEnds(string Source, string Port, string Target, string? Input)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}.{Port} -> {Target}{(Input is null ? "" : $".{Input}")}";
}
