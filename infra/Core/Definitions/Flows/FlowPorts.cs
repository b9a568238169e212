using System.Collections.Immutable;

namespace Infra.Definitions.Flows;

/// <summary>The inputs and outputs of each type of node.</summary>
/// <param name="Inputs">The inputs with fixed names.</param>
/// <param name="OpenInputs">Whether the author may name further inputs.</param>
/// <param name="Outputs">The outputs with fixed names.</param>
/// <param name="OpenOutputs">Whether the author may name further outputs.</param>
/// <remarks>
/// Source: AWS Bedrock user guide, "Node types in your flow", read 2026-11-21. The names of a loop's ports are not
/// documented; the guide gives both String and any as the type of an agent's text.
/// </remarks>
public sealed record FlowPorts(
    ImmutableArray<FlowPort> Inputs, bool OpenInputs, ImmutableArray<FlowPort> Outputs, bool OpenOutputs)
{
    private static readonly ImmutableSortedDictionary<FlowNodeType, FlowPorts> ByType =
        Enum.GetValues<FlowNodeType>().ToImmutableSortedDictionary(type => type, Describe);

    private static readonly FlowPorts Generating = ByType[FlowNodeType.KnowledgeBase] with
    {
        Outputs = [new("outputText", FlowDataType.String)],
    };

    /// <summary>The output whose type the author chooses, or null.</summary>
    public FlowPort? OpenOutput => Outputs.FirstOrDefault(output => output.Type is null);

    /// <summary>The ports of a type of node.</summary>
    /// <param name="type">The type.</param>
    /// <param name="generates">Whether a knowledge base has a model that answers from the passages found.</param>
    public static FlowPorts Of(FlowNodeType type, bool generates = false) =>
        generates && type is FlowNodeType.KnowledgeBase ? Generating : ByType[type];

    /// <summary>The ports of a configured node.</summary>
    public static FlowPorts Of(NodeConfiguration configuration) =>
        Of(configuration.Type, configuration is NodeConfiguration.KnowledgeBase { ModelId: not null });

    private static FlowPorts Describe(FlowNodeType type) => type switch
    {
        FlowNodeType.Input => Fixed([], [new("document", null)]),
        FlowNodeType.Output => Fixed([new("document", null, Required: true)], []),
        FlowNodeType.Prompt => Open(new FlowPort("modelCompletion", FlowDataType.String)),
        FlowNodeType.Condition => Open(),
        FlowNodeType.KnowledgeBase => Fixed(
            [new("retrievalQuery", FlowDataType.String, Required: true)],
            [new("retrievalResults", FlowDataType.Array)]),
        FlowNodeType.LambdaFunction => Open(new FlowPort("functionResponse", null)),
        FlowNodeType.Lex => Fixed(
            [
                new("inputText", FlowDataType.String, Required: true),
                new("requestAttributes", FlowDataType.Object),
                new("sessionAttributes", FlowDataType.Object),
            ],
            [new("predictedIntent", FlowDataType.String)]),
        FlowNodeType.Agent => Fixed(
            [
                new("agentInputText", null, Required: true),
                new("promptAttributes", FlowDataType.Object),
                new("sessionAttributes", FlowDataType.Object),
            ],
            [new("agentResponse", FlowDataType.String)]),
        FlowNodeType.Storage => Fixed(
            [new("content", null, Required: true), new("objectKey", FlowDataType.String, Required: true)],
            [new("s3Uri", FlowDataType.String)]),
        FlowNodeType.Retrieval => Fixed(
            [new("objectKey", FlowDataType.String, Required: true)],
            [new("s3Content", null)]),
        FlowNodeType.Iterator => Fixed(
            [new("array", FlowDataType.Array, Required: true)],
            [new("arrayItem", null), new("arraySize", FlowDataType.Number)]),
        FlowNodeType.Collector => Fixed(
            [new("arrayItem", null, Required: true), new("arraySize", FlowDataType.Number, Required: true)],
            [new("collectedArray", FlowDataType.Array)]),
        FlowNodeType.InlineCode => Open(new FlowPort("response", null)),
        FlowNodeType.Loop or FlowNodeType.LoopInput or FlowNodeType.LoopController => new([], true, [], true),
    };

    private static FlowPorts Fixed(ImmutableArray<FlowPort> inputs, ImmutableArray<FlowPort> outputs) =>
        new(inputs, false, outputs, false);

    private static FlowPorts Open(params ImmutableArray<FlowPort> outputs) => new([], true, outputs, false);
}

/// <summary>An input or output whose name is fixed by the type of node.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Its type; null for any type.</param>
/// <param name="Required">Whether the node must have it.</param>
public sealed record FlowPort(string Name, FlowDataType? Type, bool Required = false);
