using System.Diagnostics;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Flows;

/// <summary>
/// The texts of a flow that refer to something outside it: models, ids, ARNs, guardrails. Only these may contain
/// <c>${...}</c>.
/// </summary>
public static class FlowReferences
{
    /// <summary>A copy of the flow with each of these texts replaced.</summary>
    public static Flow Map(Flow flow, Func<Located<string>, Located<string>> replace) =>
        flow with { Body = Map(flow.Body, replace) };

    /// <summary>These texts, in file order.</summary>
    public static IReadOnlyList<Located<string>> Of(Flow flow)
    {
        var texts = new List<Located<string>>();
        Map(flow, text =>
        {
            texts.Add(text);
            return text;
        });
        return texts;
    }

    /// <summary>The ARNs of models that rerank passages.</summary>
    public static IReadOnlyList<Located<string>> Rerankers(NodeConfiguration.KnowledgeBase knowledgeBase)
    {
        var arns = new List<Located<string>>();
        MapModelArn(knowledgeBase.RerankingConfiguration, arn =>
        {
            arns.Add(arn);
            return arn;
        });
        return arns;
    }

    private static FlowBody Map(FlowBody body, Func<Located<string>, Located<string>> replace) => body with
    {
        Nodes = [.. body.Nodes.Select(node => node with { Configuration = Map(node.Configuration, replace) })],
    };

    private static NodeConfiguration Map(
        NodeConfiguration configuration, Func<Located<string>, Located<string>> replace) =>
        configuration switch
        {
            NodeConfiguration.Prompt prompt => prompt with
            {
                Source = Map(prompt.Source, replace),
                Guardrail = Map(prompt.Guardrail, replace),
            },
            NodeConfiguration.KnowledgeBase knowledgeBase => knowledgeBase with
            {
                KnowledgeBaseId = replace(knowledgeBase.KnowledgeBaseId),
                ModelId = Map(knowledgeBase.ModelId, replace),
                RerankingConfiguration = MapModelArn(knowledgeBase.RerankingConfiguration, replace),
                Guardrail = Map(knowledgeBase.Guardrail, replace),
            },
            NodeConfiguration.LambdaFunction function =>
                new NodeConfiguration.LambdaFunction(replace(function.LambdaArn)),
            NodeConfiguration.Lex lex => lex with { BotAliasArn = replace(lex.BotAliasArn) },
            NodeConfiguration.Agent agent => new NodeConfiguration.Agent(replace(agent.AgentAliasArn)),
            NodeConfiguration.Storage storage => new NodeConfiguration.Storage(replace(storage.BucketName)),
            NodeConfiguration.Retrieval retrieval => new NodeConfiguration.Retrieval(replace(retrieval.BucketName)),
            NodeConfiguration.Loop loop => new NodeConfiguration.Loop(Map(loop.Body, replace)),
            NodeConfiguration.Collector or NodeConfiguration.Condition or NodeConfiguration.InlineCode
                or NodeConfiguration.Input or NodeConfiguration.Iterator or NodeConfiguration.LoopController
                or NodeConfiguration.LoopInput or NodeConfiguration.Output => configuration,
            _ => throw new UnreachableException(),
        };

    private static PromptSource Map(
        PromptSource source, Func<Located<string>, Located<string>> replace) => source switch
        {
            PromptSource.Arn arn => new PromptSource.Arn(replace(arn.PromptArn)),
            PromptSource.Inline inline =>
                new PromptSource.Inline(inline.Prompt with { Model = Map(inline.Prompt.Model, replace) }),
            PromptSource.Catalog => source,
            _ => throw new UnreachableException(),
        };

    private static Guardrail? Map(Guardrail? guardrail, Func<Located<string>, Located<string>> replace) =>
        guardrail is null ? null : new(Map(guardrail.Id, replace), Map(guardrail.Version, replace));

    private static Located<string>? Map(Located<string>? text, Func<Located<string>, Located<string>> replace) =>
        text is { } present ? replace(present) : null;

    private static Located<Value>? MapModelArn(Located<Value>? tree, Func<Located<string>, Located<string>> replace) =>
        tree is { } present ? present.With(MapModelArn(present.Value, present.At, replace)) : null;

    private static Value MapModelArn(
        Value value, Location at, Func<Located<string>, Located<string>> replace) => value switch
        {
            Value.Map map => Shorthand.Map(map.Entries.Select(entry => (entry.Key, (Value?)(entry switch
            {
                { Key: "modelArn", Value: Value.Text arn } => replace(new(arn.Content, at)).Value,
                { Key: "bedrockRerankingConfiguration" or "modelConfiguration" } =>
                    MapModelArn(entry.Value, at, replace),
                _ => entry.Value,
            })))),
            _ => value,
        };
}
