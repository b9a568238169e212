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
        "As the API has it.",
        new Field("text", Inference, "How the model chooses its words.", Required: true)));

    private static readonly Kind PromptTemplate = new Kind.Keys(new(
        "'promptTemplate'",
        "As the API has it.",
        new Field("textPromptTemplate", new Kind.Text(), "What the model is asked.", Required: true)));

    private static readonly Field Guardrail = new(
        "guardrail",
        new Kind.Keys(new(
            "'guardrail'",
            "A guardrail that watches the node.",
            new("id", new Kind.Text(), "Its id or ARN."),
            new("version", new Kind.Text(), "A number, or DRAFT."))),
        "A guardrail that watches the node.");

    private static readonly Field BucketName = new("bucketName", new Kind.Text(), "The S3 bucket.", Required: true);

    /// <summary>The purpose of a type of node.</summary>
    public static string Summary(FlowNodeType type) => type switch
    {
        FlowNodeType.Input => "Where the caller's document enters.",
        FlowNodeType.Output => "Where a document leaves for the caller.",
        FlowNodeType.KnowledgeBase => "Asks a knowledge base.",
        FlowNodeType.Condition => "Opens the branch of the first condition that holds.",
        FlowNodeType.Lex => "Asks a Lex bot.",
        FlowNodeType.Prompt => "Fills a prompt and asks a model.",
        FlowNodeType.LambdaFunction => "Calls a Lambda function.",
        FlowNodeType.Agent => "Asks an agent.",
        FlowNodeType.Storage => "Writes to S3.",
        FlowNodeType.Retrieval => "Reads from S3.",
        FlowNodeType.Iterator => "Passes on the items of an array one by one.",
        FlowNodeType.Collector => "Collects the results of the items.",
        FlowNodeType.InlineCode => "Runs Python.",
        FlowNodeType.Loop => "Repeats the nodes inside it.",
        FlowNodeType.LoopInput => "Where a turn of a loop starts.",
        FlowNodeType.LoopController => "Where a turn of a loop ends or the next one begins.",
    };

    /// <summary>The keys of a type of node.</summary>
    public static ImmutableArray<Field> Configuration(FlowNodeType type) => type switch
    {
        FlowNodeType.Prompt =>
        [
            new("prompt", Prompt(), "A prompt of this catalog, { arn: ... }, or a prompt in place.", Required: true),
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
            new("nodes", Nodes(), "The nodes of one turn.", Required: true),
            new("connectionOrder", FlowShape.ConnectionOrder(), "As for a flow."),
        ],
        FlowNodeType.LoopController =>
        [
            new("continueCondition", new Kind.Keys(Condition()), "Decides whether a turn follows.", Required: true),
            new("maxIterations", new Kind.Number(1, 1000, Whole: true), "How many turns there may be; 10 if absent."),
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
        "A prompt that somebody else manages, or one in place.",
        [
            new("arn", new Kind.Text(), "ARN of a prompt that is managed elsewhere; stands alone."),
            .. PromptShape.Inline,
        ])));

    private static ImmutableArray<Field> KnowledgeBase() =>
    [
        new("knowledgeBaseId", new Kind.Text(), "The knowledge base.", Required: true),
        new("modelId", new Kind.Text(), "The model that answers; without it the node yields what was found."),
        new("numberOfResults", new Kind.Number(1, 100, Whole: true), "How many passages are retrieved."),
        new("promptTemplate", PromptShape.VerbatimOrFile, "What the model is asked, with $search_results$."),
        new("inference", Inference, "How the model chooses its words."),
        new("rerankingConfiguration", new Kind.Keys(Reranking()), "How passages are ranked anew, as the API has it."),
        new("orchestrationConfiguration", new Kind.Keys(Orchestration()), "How the query is put, as the API has it."),
        Guardrail,
    ];

    private static Shape Orchestration() => new(
        "'orchestrationConfiguration'",
        "As the API has it.",
        new("promptTemplate", PromptTemplate, "What the model is asked."),
        new("inferenceConfig", ApiInference, "How the model chooses its words."),
        new("additionalModelRequestFields", new Kind.MapOf(PromptShape.SentJson), "JSON for the model alone."),
        new("performanceConfig", new Kind.Keys(new(
            "'performanceConfig'",
            "As the API has it.",
            new Field("latency", new Kind.Word("standard", "optimized"), "How fast."))), "How fast."));

    private static Shape Reranking() => new(
        "'rerankingConfiguration'",
        "As the API has it.",
        new("type", new Kind.Word("BEDROCK_RERANKING_MODEL"), "The only possible value.", Required: true),
        new("bedrockRerankingConfiguration", new Kind.Keys(new(
            "'bedrockRerankingConfiguration'",
            "As the API has it.",
            new("modelConfiguration", new Kind.Keys(new(
                "'modelConfiguration'",
                "As the API has it.",
                new("modelArn", new Kind.Text(), "ARN of the model.", Required: true),
                new("additionalModelRequestFields", new Kind.MapOf(PromptShape.SentJson), "JSON for the model."))),
                "The model that ranks.", Required: true),
            new("numberOfRerankedResults", new Kind.Number(1, 100, Whole: true), "How many passages are left."),
            new("metadataConfiguration", new Kind.Keys(Metadata()), "Which metadata the model "
                + "sees."))), "The ranking."));

    private static Shape Metadata() => new(
        "'metadataConfiguration'",
        "As the API has it.",
        new("selectionMode", new Kind.Word("ALL", "SELECTIVE"), "All of it, or chosen fields.", Required: true),
        new("selectiveModeConfiguration", new Kind.Keys(new(
            "'selectiveModeConfiguration'",
            "As the API has it: one of the two.",
            new("fieldsToInclude", Fields(), "Only these."),
            new("fieldsToExclude", Fields(), "All but these."))), "The chosen fields."));

    private static Kind Fields() => new Kind.ListOf(new Kind.Keys(new(
        "a field",
        "As the API has it.",
        new Field("fieldName", new Kind.Text(), "The field's name.", Required: true))));
}
