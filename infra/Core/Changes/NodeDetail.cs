using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Changes;

/// <summary>Describes a node or a connection in a few words.</summary>
internal static class NodeDetail
{
    private const string Everything = "$.data";

    /// <summary>What a node uses: its prompt, its function, its knowledge base.</summary>
    public static string? Of(NodeContent node) => node.Kind switch
    {
        FlowNodeType.Input or FlowNodeType.Output or FlowNodeType.Condition or FlowNodeType.Iterator
            or FlowNodeType.Collector or FlowNodeType.Loop or FlowNodeType.LoopInput or null => null,
        FlowNodeType.Prompt => node.Prompt ?? $"inline, {Text(node.InlinePrompt, "ModelId") ?? "no model"}",
        FlowNodeType.KnowledgeBase => Text(node.Configuration, "KnowledgeBaseId"),
        FlowNodeType.LambdaFunction => Name(Text(node.Configuration, "LambdaArn"), "function:"),
        FlowNodeType.Lex => Name(Text(node.Configuration, "BotAliasArn"), "bot-alias/"),
        FlowNodeType.Agent => Name(Text(node.Configuration, "AgentAliasArn"), "agent-alias/"),
        FlowNodeType.Storage or FlowNodeType.Retrieval => Bucket(node.Configuration),
        FlowNodeType.InlineCode => Text(node.Configuration, "Language"),
        FlowNodeType.LoopController => Text(ValueParts.Map(node.Configuration, "ContinueCondition"), "Expression"),
    };

    /// <summary>The label of a connection: a condition, or the input that it fills and the expression.</summary>
    public static string? OfLine(ConnectionEnds ends, IReadOnlyDictionary<string, NodeContent> nodes) =>
        ends.Input is { } input
            ? OfData(input, Part(nodes.GetValueOrDefault(ends.Target)?.Inputs ?? [], input))
            : OfCondition(ends.Port, Part(nodes.GetValueOrDefault(ends.Source)?.Conditions ?? [], ends.Port));

    private static string? Part(ImmutableArray<Value.Map> parts, string name) =>
        Text(NodeContent.Named(parts, name), "Expression");

    private static string? OfData(string input, string? expression) => (input, expression ?? Everything) switch
    {
        ("document", Everything) => null,
        (_, Everything) => input,
        var (_, part) => $"{input}: {part}",
    };

    private static string OfCondition(string name, string? expression) =>
        expression is null ? name : $"{name}: {expression}";

    private static string? Bucket(Value.Map configuration) =>
        Text(ValueParts.Map(ValueParts.Map(configuration, "ServiceConfiguration"), "S3"), "BucketName");

    /// <summary>The part of an ARN after a mark; all of it if the mark is not there.</summary>
    private static string? Name(string? arn, string mark) =>
        arn?[(arn.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 ? at + mark.Length : 0)..];

    private static string? Text(Value.Map? map, string key) => ValueParts.Text(map?[key]);
}
