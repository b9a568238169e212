using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Flows;

/// <summary>Reads the configuration of a node by its <c>type</c>.</summary>
internal static class NodeConfigurationReader
{
    /// <summary>The configuration; null when the node cannot be read, which has been reported.</summary>
    public static NodeConfiguration? Read(
        string name, YamlNode node, Includes includes, ICollection<Diagnostic> report) =>
        node.Text("type") is { } type && Enum.GetNames<FlowNodeType>().Contains(type.Value)
            ? Read(Enum.Parse<FlowNodeType>(type.Value), name, node, (includes, report))
            : null;

    private static NodeConfiguration? Read(
        FlowNodeType type,
        string name,
        YamlNode node,
        (Includes Includes, ICollection<Diagnostic> Report) with) => type switch
        {
            FlowNodeType.Input => new NodeConfiguration.Input(),
            FlowNodeType.Output => new NodeConfiguration.Output(),
            FlowNodeType.Prompt => ReadPromptSource(name, node.Get("prompt"), with.Includes, with.Report) is { } source
                ? new NodeConfiguration.Prompt(source, ReadGuardrail(node))
                : null,
            FlowNodeType.Condition => new NodeConfiguration.Condition(ReadConditions(node.Get("conditions"), node.At)),
            FlowNodeType.KnowledgeBase => ReadKnowledgeBase(node, with.Includes, with.Report),
            FlowNodeType.LambdaFunction => new NodeConfiguration.LambdaFunction(Required(node, "lambdaArn")),
            FlowNodeType.Lex => new NodeConfiguration.Lex(Required(node, "botAliasArn"), Required(node, "localeId")),
            FlowNodeType.Agent => new NodeConfiguration.Agent(Required(node, "agentAliasArn")),
            FlowNodeType.Storage => new NodeConfiguration.Storage(Required(node, "bucketName")),
            FlowNodeType.Retrieval => new NodeConfiguration.Retrieval(Required(node, "bucketName")),
            FlowNodeType.Iterator => new NodeConfiguration.Iterator(),
            FlowNodeType.Collector => new NodeConfiguration.Collector(),
            FlowNodeType.InlineCode => new NodeConfiguration.InlineCode(
                Verbatim(node, "code", with.Includes, with.Report), node.Text("language") ?? new("Python_3", node.At)),
            FlowNodeType.Loop => FlowReader.ReadBody(node, with.Includes, with.Report) is { } body
                ? new NodeConfiguration.Loop(body)
                : null,
            FlowNodeType.LoopInput => new NodeConfiguration.LoopInput(),
            FlowNodeType.LoopController => new NodeConfiguration.LoopController(
                ReadCondition(node.Get("continueCondition")) ?? new(new("", node.At), null),
                node.Whole("maxIterations")),
        };

    /// <summary>
    /// A text that the shape requires; if it is absent, that has been reported, and any value will do.
    /// </summary>
    private static Located<string> Required(YamlNode node, string key) => node.Text(key) ?? new("", node.At);

    private static Located<string> Verbatim(
        YamlNode node, string key, Includes includes, ICollection<Diagnostic> report) =>
        includes.ReadVerbatim(node.Get(key), report) is { } text ? new(text.Content, text.At) : new("", node.At);

    private static PromptSource? ReadPromptSource(
        string name, YamlNode? node, Includes includes, ICollection<Diagnostic> report)
    {
        if (node.Text() is { } text)
        {
            return ReadReference(text, report) is { } reference ? new PromptSource.Catalog(reference) : null;
        }

        if (node.Text("arn") is not { } arn)
        {
            return node is YamlNode.Mapping && PromptReader.ReadInline(name, node, includes, report) is { } prompt
                ? new PromptSource.Inline(prompt)
                : null;
        }

        if (node.Entries().Length > 1)
        {
            report.Add(Problems.PromptHasOneSource(arn.At));
        }

        return new PromptSource.Arn(arn);
    }

    private static PromptReference? ReadReference(Located<string> text, ICollection<Diagnostic> report)
    {
        var at = text.Value.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? text.Value : text.Value[..at];
        int? release = at < 0
            ? null
            : int.TryParse(text.Value[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
        if (Names.IsBedrockName(name) && release is null or > 0)
        {
            return new(name, release, text.At);
        }

        report.Add(Problems.PromptReferenceMalformed(text.At, text.Value));
        return null;
    }

    private static Guardrail? ReadGuardrail(YamlNode node) => node.Get("guardrail") is YamlNode.Mapping guardrail
        ? new(guardrail.Text("id"), guardrail.Text("version"))
        : null;

    /// <summary>The conditions: a mapping ends with an implied <c>default</c>, a list is taken as it is.</summary>
    private static ImmutableArray<FlowCondition> ReadConditions(YamlNode? node, Location at)
    {
        if (node is YamlNode.Sequence sequence)
        {
            return [.. sequence.Items.Select(ReadCondition).OfType<FlowCondition>()];
        }

        var named = node.Entries()
            .Select(entry => new FlowCondition(new(entry.Key.Text, entry.Key.At), entry.Value.Text()))
            .ToImmutableArray();
        return named.Any(condition => condition.Name.Value == FlowConditions.Default)
            ? named
            : [.. named, new(new(FlowConditions.Default, node?.At ?? at), null)];
    }

    private static FlowCondition? ReadCondition(YamlNode? node) =>
        node.Text("name") is { } name ? new(name, node.Text("expression")) : null;

    private static NodeConfiguration.KnowledgeBase ReadKnowledgeBase(
        YamlNode node, Includes includes, ICollection<Diagnostic> report) => new()
        {
            KnowledgeBaseId = Required(node, "knowledgeBaseId"),
            ModelId = node.Text("modelId"),
            NumberOfResults = node.Whole("numberOfResults"),
            PromptTemplate = includes.ReadVerbatim(node.Get("promptTemplate"), report) is { } template
            ? new(template.Content, template.At)
            : null,
            Inference = PromptReader.ReadInference((node as YamlNode.Mapping)?["inference"]),
            RerankingConfiguration = Tree(node.Get("rerankingConfiguration")),
            OrchestrationConfiguration = Tree(node.Get("orchestrationConfiguration")),
            Guardrail = ReadGuardrail(node),
        };

    private static Located<Value>? Tree(YamlNode? node) => node is null ? null : new(node.ToValue(), node.At);
}
