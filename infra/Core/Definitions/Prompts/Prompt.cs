using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Prompts;

/// <summary>One prompt, as its file states it; <c>${...}</c> unresolved, includes and partials expanded.</summary>
public sealed record Prompt : Definition
{
    /// <summary>A model id, an inference-profile id, or an ARN of either; null when an agent answers.</summary>
    public Located<string>? Model { get; init; }

    /// <summary>The ARN of the agent alias that answers instead of a model.</summary>
    public Located<string>? Agent { get; init; }

    /// <summary>The name of the single variant.</summary>
    /// <value><c>default</c> if the file is silent.</value>
    public required Located<string> Variant { get; init; }

    /// <summary>How the model is to choose its words; null if the file is silent.</summary>
    public Inference? Inference { get; init; }

    /// <summary>JSON for the model alone, passed on as it is.</summary>
    public Located<Value>? AdditionalModelRequestFields { get; init; }

    /// <summary>The template.</summary>
    public required PromptBody Body { get; init; }

    /// <summary>The variables a caller must fill, in the order they are declared.</summary>
    public ImmutableArray<Variable> Variables { get; init; } = [];

    /// <summary>Keys and values stored with the variant; at most 50.</summary>
    public ImmutableArray<NamedText> Metadata { get; init; } = [];

    /// <summary>Whether something is wrong with its texts that its variables depend on:
    /// that is reported, what would follow from it is not.</summary>
    public bool HasDoubtfulVariables => Doubtful.Overlaps(["text", "system", "messages"])
        || Body.Templates.Any(template => !template.Source.IsComplete || !template.Faults.IsEmpty);
}

/// <summary>Parameters of inference; what is null is left to the model.</summary>
public sealed record Inference
{
    /// <summary>Where the key stands.</summary>
    public required Location At { get; init; }

    /// <summary>How freely the model chooses.</summary>
    /// <value>0 (most predictable) to 1 (most varied), without unit.</value>
    public Located<decimal>? Temperature { get; init; }

    /// <summary>The share of probability that is chosen from.</summary>
    /// <value>0 to 1, without unit.</value>
    public Located<decimal>? TopP { get; init; }

    /// <summary>How many of the likeliest words are chosen from. No field of Bedrock:
    /// each model family spells it its own way.</summary>
    /// <value>A whole number from 0.</value>
    public Located<int>? TopK { get; init; }

    /// <summary>Where the answer is cut off.</summary>
    /// <value>Tokens, 0 to 512,000.</value>
    public Located<int>? MaxTokens { get; init; }

    /// <summary>Texts at which the model stops; at most 4. Null if the file is silent.</summary>
    public ImmutableArray<Located<string>>? StopSequences { get; init; }
}

/// <summary>A variable of a prompt.</summary>
public sealed record Variable
{
    /// <summary>Its name, as between <c>{{</c> and <c>}}</c>.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What a caller puts there.</summary>
    public Located<string>? Description { get; init; }

    /// <summary>A value for tests that give none.</summary>
    public Located<string>? Example { get; init; }

    /// <summary>Whether outsiders write the value: the text should delimit it.</summary>
    public bool Untrusted { get; init; }

    /// <summary>Whether reports must not show the value.</summary>
    public bool Secret { get; init; }
}
