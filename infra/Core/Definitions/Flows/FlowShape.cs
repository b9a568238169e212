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
        "An input of a node.",
        new("from", Sources, "The output it takes, as in Classify.modelCompletion."),
        new("type", DataType, "Its type; if absent, the one that the node requires, otherwise the source's."),
        new("expression", new Kind.Text(), "The part that is taken; $.data, all of it, if absent."),
        new("category", new Kind.Word([.. Enum.GetNames<FlowInputCategory>()]), "In a LoopController: its purpose."),
        new("connection", new Kind.Text(), "The connection's name; derived if absent."));

    /// <summary>A node; its <c>type</c> decides which.</summary>
    internal static readonly Kind Node = new Kind.Tagged(
        "type", [.. Enum.GetValues<FlowNodeType>().Select(NodeOf)], FlowAdvice.UnknownType);

    /// <summary>A flow.</summary>
    public static readonly Shape Flow = new(
        "a flow",
        "A flow of AWS Bedrock: nodes that pass data to one another.",
        [
            new("kind", new Kind.Word("flow"), "flow.", Required: true),
            new("description", new Kind.Text(), "One sentence for people, 1 to 200 characters."),
            new("owner", new Kind.Text(), "The team responsible for it; becomes the tag owner."),
            new("nodes", new Kind.MapOf(Node), "The nodes by name, in the recommended reading order.", Required: true),
            new("connectionOrder", ConnectionOrder(), "Names of connections that are sent first, in this order."),
            new("tags", new Kind.MapOf(new Kind.Text()), "Tags of all of its resources."),
            .. TestShape.Fields,
        ]);

    /// <summary>The shape of one type of node.</summary>
    public static Shape NodeOf(FlowNodeType type) => new(
        $"a node of type {type}",
        FlowNodeShape.Summary(type),
        [
            new("type", new Kind.Word($"{type}"), "The type of the node.", Required: true),
            .. FlowNodeShape.Configuration(type),
            new("when", Sources, "The condition under which it runs, as in IsBilling.yes; or a list of conditions."),
            new("inputs", Inputs(), "Its inputs, by name."),
            .. OpenOutput(type),
            new("outputs", Outputs(), "Its outputs, by name; rarely needed."),
            new("configuration", new Kind.Word(None), "none: sends no configuration, for nodes that need none."),
        ]);

    /// <summary>The list of connections that are sent first.</summary>
    internal static Kind ConnectionOrder() => new Kind.ListOf(new Kind.Text());

    private static Kind Inputs() => new Kind.MapOf(new Kind.Either(new Kind.Text(), new Kind.Keys(Input)));

    private static Kind Outputs() => new Kind.Either(new Kind.MapOf(DataType), new Kind.Word(None));

    private static ImmutableArray<Field> OpenOutput(FlowNodeType type) => FlowPorts.Of(type).OpenOutput is null
        ? []
        : [new("output", DataType, "Type of its output; String if absent.")];
}
