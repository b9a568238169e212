using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Changes;

/// <summary>The parts of a rendered flow definition, or of one of its loops.</summary>
/// <param name="Nodes">Its nodes, in the order in which they are sent; of several with the same name, the
/// first.</param>
/// <param name="Connections">Its connections; of several with the same ends, the first.</param>
internal sealed record FlowContent(ImmutableArray<NodeContent> Nodes, ImmutableArray<ConnectionContent> Connections)
{
    /// <summary>Whether the content behind an alias is a flow.</summary>
    public static bool IsFlow(Value content) => content is Value.Map map && map["Nodes"] is Value.List;

    /// <summary>Reads a definition in CloudFormation's spelling.</summary>
    public static FlowContent Read(Value.Map definition) => new(
        [.. ValueParts.Maps(definition, "Nodes").Select(NodeContent.Read).DistinctBy(node => node.Name)],
        [
            .. ValueParts.Maps(definition, "Connections").Select(ConnectionContent.Read)
                .DistinctBy(connection => connection.Ends),
        ]);
}

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the API writes it.</param>
/// <param name="Configuration">Its configuration; empty where none is sent.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record NodeContent(
    string Name,
    string Type,
    Value.Map Configuration,
    ImmutableArray<Value.Map> Inputs,
    ImmutableArray<Value.Map> Outputs)
{
    /// <summary>Its type; null for a word that the API does not have.</summary>
    public FlowNodeType? Kind { get; } = Enum.TryParse<FlowNodeType>(Type, out var kind) ? kind : null;

    /// <summary>The nodes inside it; null unless it is a loop.</summary>
    public FlowContent? Inside => Kind is FlowNodeType.Loop
        ? FlowContent.Read(ValueParts.Map(Configuration, "Definition"))
        : null;

    /// <summary>Its conditions, in the order in which they are evaluated.</summary>
    public ImmutableArray<Value.Map> Conditions => ValueParts.Maps(Configuration, "Conditions");

    /// <summary>Its prompt: a name, with the release where that is known, or an ARN.</summary>
    public string? Prompt =>
        ValueParts.Map(Source, "Resource")["PromptArn"] is { } prompt ? ValueText.Of(prompt) : null;

    /// <summary>Its inline prompt.</summary>
    public Value.Map? InlinePrompt => Source["Inline"] as Value.Map;

    private Value.Map Source => ValueParts.Map(Configuration, "SourceConfiguration");

    /// <summary>The condition, input or output with a name.</summary>
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

/// <summary>A connection.</summary>
/// <param name="Name">The deployed name.</param>
/// <param name="Ends">What it connects.</param>
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

/// <summary>What a connection connects; this identifies it.</summary>
/// <param name="Source">The node that it starts at.</param>
/// <param name="Port">Its output, or its condition.</param>
/// <param name="Target">The node that it leads to.</param>
/// <param name="Input">The input that it fills; null for a conditional connection.</param>
internal readonly record struct ConnectionEnds(string Source, string Port, string Target, string? Input)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}.{Port} -> {Target}{(Input is null ? "" : $".{Input}")}";
}
