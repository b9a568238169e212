using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;

namespace Infra.Validation.Flows;

/// <summary>The graph of a flow in <c>prompts/</c>.</summary>
public static class FlowGraphs
{
    /// <summary>The graph.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="prompt">The prompt that a node refers to; null when it is not available.</param>
    public static FlowGraph Of(Flow flow, Func<PromptReference, Prompt?> prompt) => Of(flow.Body, prompt);

    /// <summary>The variables of a prompt's template, in its order.</summary>
    public static ImmutableArray<string> Variables(PromptBody body) =>
    [
        .. body.Templates
            .SelectMany(template => template.Uses)
            .Select(use => use.Name)
            .Distinct(StringComparer.Ordinal),
    ];

    private static FlowGraph Of(FlowBody body, Func<PromptReference, Prompt?> prompt) => new(
        [.. body.Nodes.Select(node => Of(node, prompt))],
        [.. FlowConnections.Of(body).Select(Of)],
        body.At);

    private static GraphNode Of(FlowNode node, Func<PromptReference, Prompt?> prompt) => new()
    {
        Name = node.Name,
        Type = node.Configuration.Type,
        IsConfigured = node.SendsConfiguration,
        Generates = node.Configuration is NodeConfiguration.KnowledgeBase { ModelId: not null },
        Inputs = node.Inputs ?? [],
        Outputs = node.Outputs ?? [],
        Conditions = node.Configuration switch
        {
            NodeConfiguration.Condition condition => condition.Conditions,
            NodeConfiguration.LoopController controller => [controller.ContinueCondition],
            NodeConfiguration.Agent or NodeConfiguration.Collector or NodeConfiguration.InlineCode
                or NodeConfiguration.Input or NodeConfiguration.Iterator or NodeConfiguration.KnowledgeBase
                or NodeConfiguration.LambdaFunction or NodeConfiguration.Lex or NodeConfiguration.Loop
                or NodeConfiguration.LoopInput or NodeConfiguration.Output or NodeConfiguration.Prompt
                or NodeConfiguration.Retrieval or NodeConfiguration.Storage => [],
            _ => throw new UnreachableException(),
        },
        Loop = node.Configuration is NodeConfiguration.Loop loop ? Of(loop.Body, prompt) : null,
        Variables = node.Configuration is NodeConfiguration.Prompt { Source: var source }
            ? Variables(source, prompt)
            : null,
    };

    private static ImmutableArray<string>? Variables(
        PromptSource source, Func<PromptReference, Prompt?> prompt) => source switch
        {
            PromptSource.Inline inline => Variables(inline.Prompt.Body),
            PromptSource.Catalog catalog when prompt(catalog.Reference) is { HasDoubtfulVariables: false } found =>
                Variables(found.Body),
            PromptSource.Catalog => null,
            PromptSource.Arn => null,
            _ => null,
        };

    private static GraphConnection Of(FlowConnection connection) => new(
        connection.Name,
        connection.Source.Node,
        connection.Target,
        connection.TargetInput is { } input
            ? new GraphEdge.Data(connection.Source.Port, input)
            : new GraphEdge.Conditional(connection.Source.Port));
}
