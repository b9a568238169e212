using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;

namespace Infra.Definitions.Flows;

/// <summary>The configuration keys of each type of node: those of the API, without its nesting.</summary>
internal static class FlowNodeShape
{
    private static readonly Kind Inference = new Kind.Keys(new(
        PromptShape.Inference.Name,
        PromptShape.Inference.Summary,
        [.. PromptShape.Inference.Fields.Where(field => field.Key is not "topK")]));

    private static readonly Kind ApiInference = new Kind.Keys(new(
        "'inferenceConfig'",
        "In the API's form.",
        new Field("text", Inference, "The parameters of inference.", Required: true)));

    private static readonly Kind PromptTemplate = new Kind.Keys(new(
        "'promptTemplate'",
        "In the API's form.",
        new Field("textPromptTemplate", new Kind.Text(), "The prompt for the model.", Required: true)));

    private static readonly Field Guardrail = new(
        "guardrail",
        new Kind.Keys(new(
            "'guardrail'",
            "The guardrail of the node.",
            new("id", new Kind.Text(), "Its id or ARN."),
            new("version", new Kind.Text(), "A number, or DRAFT."))),
        "The guardrail of the node.");

    private static readonly Field BucketName = new("bucketName", new Kind.Text(), "The S3 bucket.", Required: true);

    /// <summary>The purpose of a type of node.</summary>
    public static string Summary(FlowNodeType type) => type switch
    {
        FlowNodeType.Input => "Takes the caller's document.",
        FlowNodeType.Output => "Returns a document to the caller.",
        FlowNodeType.KnowledgeBase => "Queries a knowledge base.",
        FlowNodeType.Condition => "Runs the branch of the first condition that holds.",
        FlowNodeType.Lex => "Sends text to a Lex bot.",
        FlowNodeType.Prompt => "Fills in a prompt and calls a model.",
        FlowNodeType.LambdaFunction => "Calls a Lambda function.",
        FlowNodeType.Agent => "Invokes an agent.",
        FlowNodeType.Storage => "Writes to S3.",
        FlowNodeType.Retrieval => "Reads from S3.",
        FlowNodeType.Iterator => "Passes on the items of an array one by one.",
        FlowNodeType.Collector => "Collects the results of an iterator's items.",
        FlowNodeType.InlineCode => "Runs Python.",
        FlowNodeType.Loop => "Repeats the nodes inside it.",
        FlowNodeType.LoopInput => "Starts each iteration of a loop.",
        FlowNodeType.LoopController => "Ends each iteration of a loop, and leaves the loop or starts the next one.",
    };

    /// <summary>The keys of a type of node.</summary>
    public static ImmutableArray<Field> Configuration(FlowNodeType type) => type switch
    {
        FlowNodeType.Prompt =>
        [
            new("prompt", Prompt(), "A prompt of this catalog, { arn: ... }, or an inline prompt.", Required: true),
            Guardrail,
        ],
        FlowNodeType.Condition =>
            [new("conditions", Conditions(), "What must hold, by name, in order.", Required: true)],
        FlowNodeType.KnowledgeBase => KnowledgeBase(),
        FlowNodeType.LambdaFunction => [new("lambdaArn", new Kind.Text(), "ARN of the function.", Required: true)],
        FlowNodeType.Lex =>
        [
            new("botAliasArn", new Kind.Text(), "ARN of the bot's alias.", Required: true),
            new("localeId", new Kind.Text(), "The locale, as in en_US.", Required: true),
        ],
        FlowNodeType.Agent => [new("agentAliasArn", new Kind.Text(), "ARN of the agent's alias.", Required: true)],
        FlowNodeType.Storage or FlowNodeType.Retrieval => [BucketName],
        FlowNodeType.InlineCode =>
        [
            new("code", PromptShape.VerbatimOrFile, "The program, or { file: ... }.", Required: true),
            new("language", new Kind.Word("Python_3"), "Python_3, which is also the default."),
        ],
        FlowNodeType.Loop =>
        [
            new("nodes", Nodes(), "The nodes of one iteration.", Required: true),
            new("connectionOrder", FlowShape.ConnectionOrder(), "As for a flow."),
        ],
        FlowNodeType.LoopController =>
        [
            new("continueCondition", new Kind.Keys(Condition()), "Decides whether the loop continues.", Required: true),
            new("maxIterations", new Kind.Number(1, 1000, Whole: true), "The most iterations; 10 if absent."),
        ],
        FlowNodeType.Input or FlowNodeType.Output
            or FlowNodeType.Iterator or FlowNodeType.Collector or FlowNodeType.LoopInput => [],
    };

    private static Kind Nodes() => new Kind.MapOf(new Kind.Later(() => FlowShape.Node));

    private static Kind Conditions() => new Kind.Either(
        new Kind.MapOf(new Kind.Either(new Kind.Text(), new Kind.Nothing())),
        new Kind.ListOf(new Kind.Keys(Condition())));

    private static Shape Condition() => new(
        "a condition",
        "What must hold.",
        new("name", new Kind.Text(), "Its name.", Required: true),
        new("expression", new Kind.Text(), "As in category == \"billing\"."));

    private static Kind Prompt() => new Kind.Either(new Kind.Text(), new Kind.Keys(new(
        "'prompt'",
        "A prompt that is managed elsewhere, or an inline one.",
        [
            new("arn", new Kind.Text(), "ARN of a prompt that is managed elsewhere; the only key."),
            .. PromptShape.Inline,
        ])));

    private static ImmutableArray<Field> KnowledgeBase() =>
    [
        new("knowledgeBaseId", new Kind.Text(), "The knowledge base.", Required: true),
        new("modelId", new Kind.Text(), "The model that answers; without one, the node returns the passages found."),
        new("numberOfResults", new Kind.Number(1, 100, Whole: true), "How many passages are retrieved."),
        new("promptTemplate", PromptShape.VerbatimOrFile, "The prompt for the model, with $search_results$."),
        new("inference", Inference, "The parameters of inference."),
        new("rerankingConfiguration", new Kind.Keys(Reranking()), "How passages are reranked, in the API's form."),
        new(
            "orchestrationConfiguration",
            new Kind.Keys(Orchestration()),
            "How queries are generated, in the API's form."),
        Guardrail,
    ];

    private static Shape Orchestration() => new(
        "'orchestrationConfiguration'",
        "In the API's form.",
        new("promptTemplate", PromptTemplate, "The prompt for the model."),
        new("inferenceConfig", ApiInference, "The parameters of inference."),
        new("additionalModelRequestFields", new Kind.MapOf(PromptShape.SentJson), "JSON for the model."),
        new("performanceConfig", new Kind.Keys(new(
            "'performanceConfig'",
            "In the API's form.",
            new Field("latency", new Kind.Word("standard", "optimized"), "How fast."))), "The performance."));

    private static Shape Reranking() => new(
        "'rerankingConfiguration'",
        "In the API's form.",
        new("type", new Kind.Word("BEDROCK_RERANKING_MODEL"), "The only possible value.", Required: true),
        new("bedrockRerankingConfiguration", new Kind.Keys(new(
            "'bedrockRerankingConfiguration'",
            "In the API's form.",
            new("modelConfiguration", new Kind.Keys(new(
                "'modelConfiguration'",
                "In the API's form.",
                new("modelArn", new Kind.Text(), "ARN of the model.", Required: true),
                new("additionalModelRequestFields", new Kind.MapOf(PromptShape.SentJson), "JSON for the model."))),
                "The model that ranks.", Required: true),
            new("numberOfRerankedResults", new Kind.Number(1, 100, Whole: true), "How many passages are kept."),
            new("metadataConfiguration", new Kind.Keys(Metadata()), "The metadata that "
                + "the model gets."))), "The ranking."));

    private static Shape Metadata() => new(
        "'metadataConfiguration'",
        "In the API's form.",
        new("selectionMode", new Kind.Word("ALL", "SELECTIVE"), "All of it, or chosen fields.", Required: true),
        new("selectiveModeConfiguration", new Kind.Keys(new(
            "'selectiveModeConfiguration'",
            "In the API's form: one of the two.",
            new("fieldsToInclude", Fields(), "Only these."),
            new("fieldsToExclude", Fields(), "All but these."))), "The chosen fields."));

    private static Kind Fields() => new Kind.ListOf(new Kind.Keys(new(
        "a field",
        "In the API's form.",
        new Field("fieldName", new Kind.Text(), "The field's name.", Required: true))));
}
