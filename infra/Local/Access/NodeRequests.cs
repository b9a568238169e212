using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Definitions.Flows;
using Infra.Local.Access.Evaluation;
using Infra.Local.Protocol.Wire;
using Infra.Values;

namespace Infra.Local.Access;

/// <summary>The requests that a flow's role must be allowed for each node.</summary>
/// <remarks>
/// Written independently of the planner, which derives the policies: so a flow that runs here proves that they are
/// sufficient. Sources: Amazon Bedrock user guide, "Create a service role for Amazon Bedrock Flows", and the service
/// authorization reference, read 2026-11-21.
/// </remarks>
internal static class NodeRequests
{
    /// <summary>Using a managed prompt, which a key may encrypt.</summary>
    public static IEnumerable<AccessRequest> Prompt(string arn, string region, string? key) =>
        Encrypted("aws:bedrock-prompts:arn", Arn.Unversioned(arn), region, key)
            .Prepend(new("bedrock:RenderPrompt", arn));

    /// <summary>Reading a flow, which a key may encrypt.</summary>
    public static IEnumerable<AccessRequest> Flow(string arn, string region, string? key) =>
        Encrypted("aws:bedrock-flows:arn", arn, region, key);

    /// <summary>Calling a model and its guardrail.</summary>
    public static IEnumerable<AccessRequest> Model(string model, string region, JsonNode? guardrail) =>
        Model(model, model, region, guardrail);

    /// <summary>Calling the model behind an inference profile, and its guardrail.</summary>
    public static IEnumerable<AccessRequest> Model(string model, string behind, string region, JsonNode? guardrail) =>
        ModelRequests.Of(model, behind, region).Concat(
            guardrail?["guardrailIdentifier"]?.GetValue<string>() is { } id
                ? [new("bedrock:ApplyGuardrail", Full(id, $"arn:aws:bedrock:{region}:{Arn.Account}:guardrail/"))]
                : []);

    /// <summary>Calling another service.</summary>
    public static IEnumerable<AccessRequest> Service(
        FlowNodeType type,
        JsonObject configuration,
        string region,
        ImmutableSortedDictionary<string, Value> inputs) => type switch
        {
            FlowNodeType.LambdaFunction => [new("lambda:InvokeFunction", Text(configuration, "lambdaArn"))],
            FlowNodeType.Agent => [new("bedrock:InvokeAgent", Text(configuration, "agentAliasArn"))],
            FlowNodeType.Lex => [new("lex:RecognizeUtterance", Text(configuration, "botAliasArn"))],
            FlowNodeType.Storage => [new("s3:PutObject", Object(configuration, inputs))],
            FlowNodeType.Retrieval => [new("s3:GetObject", Object(configuration, inputs))],
            FlowNodeType.KnowledgeBase => KnowledgeBase(configuration, region),
            FlowNodeType.Input or FlowNodeType.Output or FlowNodeType.Prompt or FlowNodeType.Condition
                or FlowNodeType.Iterator or FlowNodeType.Collector or FlowNodeType.InlineCode
                or FlowNodeType.Loop or FlowNodeType.LoopInput or FlowNodeType.LoopController => [],
        };

    /// <summary>Querying a knowledge base: reranking is its own unless a model answers; then the caller needs all
    /// permissions.</summary>
    private static IEnumerable<AccessRequest> KnowledgeBase(JsonObject configuration, string region)
    {
        var id = Text(configuration, "knowledgeBaseId");
        var search = new AccessRequest(
            "bedrock:Retrieve", Full(id, $"arn:aws:bedrock:{region}:{Arn.Account}:knowledge-base/"));
        if (configuration["modelId"]?.GetValue<string>() is not { } model)
        {
            return [search];
        }

        var ranker = configuration["rerankingConfiguration"]?["bedrockRerankingConfiguration"]?["modelConfiguration"];
        return
        [
            search,
            new("bedrock:RetrieveAndGenerate", "*"),
            .. Model(model, region, configuration["guardrailConfiguration"]),
            .. ranker?["modelArn"]?.GetValue<string>() is { } ranking
                ? ModelRequests.Of(ranking, ranking, region).Prepend(new("bedrock:Rerank", "*"))
                : [],
        ];
    }

    private static IEnumerable<AccessRequest> Encrypted(string context, string arn, string region, string? key) =>
        key is null ? [] :
        [
            new AccessRequest("kms:Decrypt", key)
                .With("kms:ViaService", $"bedrock.{region}.amazonaws.com")
                .With($"kms:EncryptionContext:{context}", arn),
        ];

    private static string Object(JsonObject configuration, ImmutableSortedDictionary<string, Value> inputs)
    {
        var bucket = configuration["serviceConfiguration"]!["s3"]!["bucketName"]!.GetValue<string>();
        return $"arn:aws:s3:::{bucket}/{((Value.Text)inputs["objectKey"]).Content}";
    }

    private static string Full(string id, string prefix) =>
        id.StartsWith("arn:", StringComparison.Ordinal) ? id : prefix + id;

    private static string Text(JsonObject configuration, string member) => configuration[member]!.GetValue<string>();
}
