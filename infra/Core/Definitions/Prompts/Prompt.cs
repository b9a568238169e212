using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Prompts;

/// <summary>A prompt as its file states it: <c>${...}</c> is not resolved yet, includes and partials are
/// expanded.</summary>
public sealed record Prompt : Definition
{
    /// <summary>A model id, an inference-profile id, or an ARN of either; null when an agent answers.</summary>
    public Located<string>? Model { get; init; }

    /// <summary>The ARN of the agent alias that answers instead of a model.</summary>
    public Located<string>? Agent { get; init; }

    /// <summary>The name of the single variant.</summary>
    /// <value><c>default</c> if not stated.</value>
    public required Located<string> Variant { get; init; }

    /// <summary>The parameters of inference; null if not stated.</summary>
    public Inference? Inference { get; init; }

    /// <summary>JSON for the model, passed on unchanged.</summary>
    public Located<Value>? AdditionalModelRequestFields { get; init; }

    /// <summary>The template.</summary>
    public required PromptBody Body { get; init; }

    /// <summary>The variables that a caller must fill, in the order of their declarations.</summary>
    public ImmutableArray<Variable> Variables { get; init; } = [];

    /// <summary>Keys and values stored with the variant; at most 50.</summary>
    public ImmutableArray<NamedText> Metadata { get; init; } = [];

    /// <summary>Whether there is a problem in the texts that its variables depend on: only that is reported, not what
    /// follows from it.</summary>
    public bool HasDoubtfulVariables => Doubtful.Overlaps(["text", "system", "messages"])
        || Body.Templates.Any(template => !template.Source.IsComplete || !template.Faults.IsEmpty);
}

/// <summary>Parameters of inference; null leaves the choice to the model.</summary>
public sealed record Inference
{
    /// <summary>The place of the key.</summary>
    public required Location At { get; init; }

    /// <summary>How random the model's choice of words is.</summary>
    /// <value>0 (most predictable) to 1 (most varied), no unit.</value>
    public Located<decimal>? Temperature { get; init; }

    /// <summary>The share of probability that words are chosen from.</summary>
    /// <value>0 to 1, no unit.</value>
    public Located<decimal>? TopP { get; init; }

    /// <summary>How many of the likeliest words are chosen from. Bedrock has no field for it: each model family has its
    /// own.</summary>
    /// <value>A whole number, at least 0.</value>
    public Located<int>? TopK { get; init; }

    /// <summary>The length at which the answer is cut off.</summary>
    /// <value>Tokens, 0 to 512,000.</value>
    public Located<int>? MaxTokens { get; init; }

    /// <summary>Texts at which the model stops; at most 4. Null if not stated.</summary>
    public ImmutableArray<Located<string>>? StopSequences { get; init; }
}

/// <summary>A variable of a prompt.</summary>
public sealed record Variable
{
    /// <summary>Its name, as between <c>{{</c> and <c>}}</c>.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What callers pass.</summary>
    public Located<string>? Description { get; init; }

    /// <summary>A value for test cases that give none.</summary>
    public Located<string>? Example { get; init; }

    /// <summary>Whether the value is written by outsiders: the text should then put it between delimiters.</summary>
    public bool Untrusted { get; init; }

    /// <summary>Whether the value must be kept out of reports.</summary>
    public bool Secret { get; init; }
}
