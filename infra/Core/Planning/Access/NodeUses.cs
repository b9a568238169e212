using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What the nodes of a flow use in one stack.</summary>
/// <param name="prompts">The stack's prompts, by name.</param>
/// <param name="settings">The stack.</param>
internal sealed class NodeUses(IReadOnlyDictionary<string, PromptDeployment> prompts, StackSettings settings)
{
    /// <summary>What a node uses.</summary>
    public IEnumerable<NodeUse> Of(NodeConfiguration node) => node switch
    {
        NodeConfiguration.Prompt prompt => [.. Of(prompt.Source), .. Of(prompt.Guardrail)],
        NodeConfiguration.KnowledgeBase knowledgeBase => Of(knowledgeBase),
        NodeConfiguration.LambdaFunction function => [Call("lambda:InvokeFunction", function.LambdaArn.Value)],
        NodeConfiguration.Lex lex => [Call("lex:RecognizeUtterance", lex.BotAliasArn.Value)],
        NodeConfiguration.Agent agent => [Call("bedrock:InvokeAgent", agent.AgentAliasArn.Value)],
        NodeConfiguration.Retrieval retrieval => [OnObjects("s3:GetObject", retrieval.BucketName.Value)],
        NodeConfiguration.Storage storage => [OnObjects("s3:PutObject", storage.BucketName.Value)],
        NodeConfiguration.Collector or NodeConfiguration.Condition or NodeConfiguration.InlineCode
            or NodeConfiguration.Input or NodeConfiguration.Iterator or NodeConfiguration.Loop
            or NodeConfiguration.LoopController or NodeConfiguration.LoopInput or NodeConfiguration.Output => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What callers of a prompt may use: all of its versions, which are the kept releases, and their models. So neither
    /// a promotion nor a rollback has to wait for IAM.
    /// </summary>
    private IEnumerable<NodeUse> Of(PromptSource source) => source switch
    {
        PromptSource.Catalog { Reference: var reference } when prompts.TryGetValue(reference.Name, out var prompt) =>
        [
            Call("bedrock:RenderPrompt", CallerAccess.Called(prompt)),
            new NodeUse.Prompt(new Value.Ref(prompt.Name, "Arn")),
            .. prompt.Served.SelectMany(served => Model(served.Model?.Value)),
            .. prompt.Profiles.Select(profile => new NodeUse.Measured(profile)),
        ],
        PromptSource.Arn { PromptArn.Value: var arn } =>
            [Call("bedrock:RenderPrompt", arn), .. Model(settings.ModelBehind(arn))],
        PromptSource.Inline inline => Model(inline.Prompt.Model?.Value),
        _ => [],
    };

    /// <summary>
    /// A knowledge base without a model is only queried, and its own role does the reranking; with a model, the caller
    /// needs all permissions. RetrieveAndGenerate and Rerank have no resource types; Retrieve and InvokeModel do.
    /// </summary>
    private static IEnumerable<NodeUse> Of(NodeConfiguration.KnowledgeBase knowledgeBase)
    {
        var arn = Arns.InAccount("bedrock", $"knowledge-base/{knowledgeBase.KnowledgeBaseId.Value}");
        var search = Of(knowledgeBase.Guardrail).Prepend(Call("bedrock:Retrieve", arn));
        if (knowledgeBase.ModelId is not { } model)
        {
            return search;
        }

        var ranking = Reranker(knowledgeBase.RerankingConfiguration?.Value) is { } reranker
            ? Model(reranker).Prepend(Call("bedrock:Rerank", "*"))
            : [];
        return [.. search, Call("bedrock:RetrieveAndGenerate", "*"), .. Model(model.Value), .. ranking];
    }

    private static IEnumerable<NodeUse> Of(Guardrail? guardrail) => guardrail?.Id?.Value is { } id
        ? [Call("bedrock:ApplyGuardrail", Arns.IsArn(id) ? id : Arns.InAccount("bedrock", $"guardrail/{id}"))]
        : [];

    private static IEnumerable<NodeUse> Model(string? id) =>
        id is null ? []
        : ModelReference.Of(id) is ModelReference.Other { IsProvisioned: true }
            ? [new NodeUse.Model(id), Call("bedrock:GetProvisionedModelThroughput", id)]
        : [new NodeUse.Model(id)];

    private static NodeUse.Action Call(string action, Value resource) => new(action, resource);

    private static NodeUse.Action OnObjects(string action, string bucket) =>
        new(action, Join("arn:", Partition, $":s3:::{bucket}/*")) { OwnAccount = true };

    private static string? Reranker(Value? configuration)
    {
        string[] path = ["bedrockRerankingConfiguration", "modelConfiguration", "modelArn"];
        var arn = path.Aggregate(configuration, (value, key) => (value as Value.Map)?[key]);
        return (arn as Value.Text)?.Content;
    }
}
