using System.Collections.Immutable;
using Infra.Definitions.Format;

namespace Infra.Definitions.Flows;

/// <summary>What a flow's file may contain.</summary>
public static class FlowShape
{
    /// <summary>The word that keeps something from being sent.</summary>
    public const string None = "none";

    private static readonly Kind DataType = new Kind.Word([.. Enum.GetNames<FlowDataType>()]);

    private static readonly Kind Source = new Kind.Either(
        new Kind.Text(),
        new Kind.Keys(new(
            "a source",
            "A source whose connection has a name of its own.",
            new("from", new Kind.Text(), "The output, as in Classify.text; in 'when', the condition.", Required: true),
            new("connection", new Kind.Text(), "The connection's name; derived if absent."))));

    private static readonly Kind Sources = new Kind.Either(
        new Kind.Text(), new Kind.ListOf(Source), ((Kind.Either)Source).Kinds[1]);

    private static readonly Shape Input = new(
        "an input",
        "What a node takes.",
        new("from", Sources, "The output it takes, as in Classify.modelCompletion."),
        new("type", DataType, "Its type; by default what the node asks for, else the source's."),
        new("expression", new Kind.Text(), "Which part is taken; $.data, all of it, if absent."),
        new("category", new Kind.Word([.. Enum.GetNames<FlowInputCategory>()]), "In a LoopController: its purpose."),
        new("connection", new Kind.Text(), "The connection's name; derived if absent."));

    /// <summary>A node; its <c>type</c> decides which.</summary>
    internal static readonly Kind Node = new Kind.Tagged(
        "type", [.. Enum.GetValues<FlowNodeType>().Select(NodeOf)], FlowAdvice.UnknownType);

    /// <summary>A flow.</summary>
    public static readonly Shape Flow = new(
        "a flow",
        "A flow of AWS Bedrock: nodes that hand each other data.",
        [
            new("kind", new Kind.Word("flow"), "flow.", Required: true),
            new("description", new Kind.Text(), "One sentence for people, 1 to 200 characters."),
            new("owner", new Kind.Text(), "The team that answers for it; becomes the tag owner."),
            new("nodes", new Kind.MapOf(Node), "The nodes by name, in the order they are best read.", Required: true),
            new("connectionOrder", ConnectionOrder(), "Names of connections that are sent first, in this order."),
            new("tags", new Kind.MapOf(new Kind.Text()), "Tags of every resource it becomes."),
            .. TestShape.Fields,
        ]);

    /// <summary>The shape of one type of node.</summary>
    public static Shape NodeOf(FlowNodeType type) => new(
        $"a node of type {type}",
        FlowNodeShape.Summary(type),
        [
            new("type", new Kind.Word($"{type}"), "What the node does.", Required: true),
            .. FlowNodeShape.Configuration(type),
            new("when", Sources, "The condition that opens it, as in IsBilling.yes; or a list of them."),
            new("inputs", Inputs(), "What it takes, by name."),
            .. OpenOutput(type),
            new("outputs", Outputs(), "Its outputs, by name; rarely needed."),
            new("configuration", new Kind.Word(None), "none: send none, for nodes with nothing to configure."),
        ]);

    /// <summary>The list of connections that are sent first.</summary>
    internal static Kind ConnectionOrder() => new Kind.ListOf(new Kind.Text());

    private static Kind Inputs() => new Kind.MapOf(new Kind.Either(new Kind.Text(), new Kind.Keys(Input)));

    private static Kind Outputs() => new Kind.Either(new Kind.MapOf(DataType), new Kind.Word(None));

    private static ImmutableArray<Field> OpenOutput(FlowNodeType type) => FlowPorts.Of(type).OpenOutput is null
        ? []
        : [new("output", DataType, "Type of its output; String if absent.")];
}
