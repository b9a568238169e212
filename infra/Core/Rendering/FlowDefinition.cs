using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Rendering;

/// <summary>A flow as Bedrock stores it: nodes and connections, in CloudFormation's spelling.</summary>
public static class FlowDefinition
{
    /// <summary>The definition; <c>${...}</c> stays as it is in the flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="promptArn">The value for a prompt of this catalog: its ARN, or in a digest its name.</param>
    public static Value.Map Render(Flow flow, Func<PromptReference, Value> promptArn) => Render(flow.Body, promptArn);

    private static Value.Map Render(FlowBody body, Func<PromptReference, Value> promptArn) => Map(
        ("Nodes", List(body.Nodes.Select(node => Render(node, promptArn)))),
        ("Connections", List(FlowConnections.Of(body).Select(Render))));

    private static Value Render(FlowNode node, Func<PromptReference, Value> promptArn) => Map(
        ("Name", node.Name.Value),
        ("Type", $"{node.Configuration.Type}"),
        ("Configuration", node.SendsConfiguration
            ? Map(($"{node.Configuration.Type}", Render(node.Configuration, promptArn)))
            : null),
        ("Inputs", OrNull(node.Inputs, Render)),
        ("Outputs", OrNull(node.Outputs, Render)));

    private static Value Render(FlowInput input) => Map(
        ("Name", input.Name.Value),
        ("Type", $"{input.Type.Value}"),
        ("Expression", input.Expression.Value),
        ("Category", input.Category is { } category ? $"{category.Value}" : null));

    private static Value Render(FlowOutput output) => Map(
        ("Name", output.Name.Value),
        ("Type", $"{output.Type.Value}"));

    private static Value Render(FlowConnection connection) => Map(
        ("Name", connection.Name),
        ("Source", connection.Source.Node.Value),
        ("Target", connection.Target),
        ("Type", connection.IsConditional ? "Conditional" : "Data"),
        ("Configuration", connection.TargetInput is { } input
            ? Map(("Data", Map(("SourceOutput", connection.Source.Port.Value), ("TargetInput", input))))
            : Map(("Conditional", Map(("Condition", connection.Source.Port.Value))))));

    private static Value Render(
        NodeConfiguration configuration, Func<PromptReference, Value> promptArn) => configuration switch
        {
            NodeConfiguration.Prompt prompt => Map(
                ("SourceConfiguration", Render(prompt.Source, promptArn)),
                ("GuardrailConfiguration", Render(prompt.Guardrail))),
            NodeConfiguration.Condition condition => Map(("Conditions", List(condition.Conditions.Select(Render)))),
            NodeConfiguration.KnowledgeBase knowledgeBase => Render(knowledgeBase),
            NodeConfiguration.LambdaFunction function => Map(("LambdaArn", function.LambdaArn.Value)),
            NodeConfiguration.Lex lex => Map(("BotAliasArn", lex.BotAliasArn.Value), ("LocaleId", lex.LocaleId.Value)),
            NodeConfiguration.Agent agent => Map(("AgentAliasArn", agent.AgentAliasArn.Value)),
            NodeConfiguration.Storage storage => Service(storage.BucketName.Value),
            NodeConfiguration.Retrieval retrieval => Service(retrieval.BucketName.Value),
            NodeConfiguration.InlineCode code => Map(("Code", code.Code.Value), ("Language", code.Language.Value)),
            NodeConfiguration.Loop loop => Map(("Definition", Render(loop.Body, promptArn))),
            NodeConfiguration.LoopController controller => Map(
                ("ContinueCondition", Render(controller.ContinueCondition)),
                ("MaxIterations", controller.MaxIterations is { } most ? most.Value : null)),
            NodeConfiguration.Input or NodeConfiguration.Output or NodeConfiguration.LoopInput => Map(),
            NodeConfiguration.Iterator or NodeConfiguration.Collector => Map(),
            _ => throw new UnreachableException(),
        };

    private static Value Render(PromptSource source, Func<PromptReference, Value> promptArn) => source switch
    {
        PromptSource.Catalog catalog => Map(("Resource", Map(("PromptArn", promptArn(catalog.Reference))))),
        PromptSource.Arn arn => Map(("Resource", Map(("PromptArn", arn.PromptArn.Value)))),
        PromptSource.Inline inline => Map(("Inline", PromptVariant.RenderInline(inline.Prompt))),
        _ => throw new UnreachableException(),
    };

    private static Value Render(NodeConfiguration.KnowledgeBase knowledgeBase) => Map(
        ("KnowledgeBaseId", knowledgeBase.KnowledgeBaseId.Value),
        ("ModelId", knowledgeBase.ModelId?.Value),
        ("NumberOfResults", knowledgeBase.NumberOfResults is { } results ? results.Value : null),
        ("PromptTemplate", knowledgeBase.PromptTemplate is { } template
            ? Map(("TextPromptTemplate", template.Value))
            : null),
        ("InferenceConfiguration", knowledgeBase.Inference is { } inference
            ? Map(("Text", PromptVariant.Render(inference)))
            : null),
        ("RerankingConfiguration", Tree(knowledgeBase.RerankingConfiguration?.Value)),
        ("OrchestrationConfiguration", Tree(knowledgeBase.OrchestrationConfiguration?.Value)),
        ("GuardrailConfiguration", Render(knowledgeBase.Guardrail)));

    private static Value? Tree(Value? api) => api is null ? null : ApiShape.ToCloudFormation(api);

    private static Value? Render(Guardrail? guardrail) => guardrail is null ? null : Map(
        ("GuardrailIdentifier", guardrail.Id?.Value),
        ("GuardrailVersion", guardrail.Version?.Value));

    private static Value Render(FlowCondition condition) => Map(
        ("Name", condition.Name.Value),
        ("Expression", condition.Expression?.Value));

    private static Value Service(string bucketName) =>
        Map(("ServiceConfiguration", Map(("S3", Map(("BucketName", bucketName))))));

    private static Value? OrNull<T>(ImmutableArray<T>? items, Func<T, Value> render) =>
        items is { } present ? List(present.Select(render)) : null;
}
