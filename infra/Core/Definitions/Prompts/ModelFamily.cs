using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Definitions.Prompts;

/// <summary>Models that take the same parameters. A closed set:
/// a model that is in none of them is not guessed at.</summary>
/// <remarks>
/// Source: Amazon Bedrock user guide, "Inference request parameters and response fields for foundation models", and
/// Amazon Nova user guide, "Using the Converse API", read 2026-11-21.
/// </remarks>
public sealed record ModelFamily
{
    /// <summary>Claude: <c>top_k</c>.</summary>
    public static readonly ModelFamily Anthropic = new("Anthropic Claude", "top_k");

    /// <summary>Nova: <c>inferenceConfig.topK</c>.</summary>
    public static readonly ModelFamily AmazonNova = new("Amazon Nova", "inferenceConfig", "topK");

    /// <summary>Titan, which has no topK.</summary>
    public static readonly ModelFamily AmazonTitan = new("Amazon Titan");

    /// <summary>Command: <c>k</c>.</summary>
    public static readonly ModelFamily Cohere = new("Cohere Command", "k");

    /// <summary>Mistral 7B and Mixtral: <c>top_k</c>.</summary>
    public static readonly ModelFamily MistralOpen = new("Mistral 7B and Mixtral", "top_k");

    /// <summary>Mistral's other models (Large, Small, Pixtral ...), which have no topK.</summary>
    public static readonly ModelFamily Mistral = new("Mistral");

    /// <summary>Llama, which has no topK.</summary>
    public static readonly ModelFamily Meta = new("Meta Llama");

    /// <summary>Jamba and Jurassic, which have no topK.</summary>
    public static readonly ModelFamily Ai21 = new("AI21");

    /// <summary>DeepSeek, which has no topK.</summary>
    public static readonly ModelFamily DeepSeek = new("DeepSeek");

    /// <summary>OpenAI's open-weight models, which have no topK.</summary>
    public static readonly ModelFamily OpenAi = new("OpenAI");

    /// <summary>Starts of foundation-model ids; the first that fits decides.</summary>
    private static readonly ImmutableArray<(string Start, ModelFamily Family)> Starts =
    [
        ("anthropic.", Anthropic),
        ("amazon.nova", AmazonNova),
        ("amazon.titan", AmazonTitan),
        ("cohere.command", Cohere),
        ("mistral.mistral-7b", MistralOpen),
        ("mistral.mixtral", MistralOpen),
        ("mistral.", Mistral),
        ("meta.", Meta),
        ("ai21.", Ai21),
        ("deepseek.", DeepSeek),
        ("openai.", OpenAi),
    ];

    private ModelFamily(string name, params ImmutableArray<string> topKPath) => (Name, TopKPath) = (name, topKPath);

    /// <summary>As messages name it.</summary>
    public string Name { get; }

    /// <summary>The keys that lead to topK in <c>additionalModelRequestFields</c>, outermost first;
    /// none if there is no topK.</summary>
    public ImmutableArray<string> TopKPath { get; }

    /// <summary>The family of a model id, an inference-profile id (<c>us.</c>, <c>eu.</c>, <c>global.</c> ...)
    /// or an ARN of either.</summary>
    /// <returns>Null when it cannot be told: application inference profiles, imported models, <c>${...}</c>,
    /// new providers.</returns>
    public static ModelFamily? Of(string model) => FoundationModel(model) is { } id ? Find(id) : null;

    /// <summary>The foundation model's own id in a model id, profile id or ARN,
    /// or null when it is of no known family.</summary>
    /// <remarks>
    /// A profile of AWS puts its geography before the model's id, and the ARN of a custom model names the model it was
    /// made from before its own id.
    /// </remarks>
    public static string? FoundationModel(string model)
    {
        foreach (var part in model.Split('/'))
        {
            var own = part[(part.IndexOf('.', StringComparison.Ordinal) + 1)..];
            if ((Find(part) is not null ? part : Find(own) is not null ? own : null) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>topK as <c>additionalModelRequestFields</c> spells it, or null when the family has none.</summary>
    public Value? TopKFields(int topK)
    {
        Value? fields = topK;
        foreach (var key in TopKPath.Reverse())
        {
            fields = Shorthand.Map((key, fields));
        }

        return TopKPath.IsEmpty ? null : fields;
    }

    private static ModelFamily? Find(string id)
    {
        foreach (var (start, family) in Starts)
        {
            if (id.StartsWith(start, StringComparison.Ordinal))
            {
                return family;
            }
        }

        return null;
    }
}
