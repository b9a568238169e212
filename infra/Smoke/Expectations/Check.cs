using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions.Format;
using Infra.Smoke.Json;
using Infra.Smoke.Judging;
using Infra.Values;

namespace Infra.Smoke.Expectations;

/// <summary>
/// What an expectation checks. The set of cases is closed; their names are in <see cref="ExpectationShape"/>.
/// </summary>
public abstract record Check
{
    private Check()
    {
    }

    /// <summary>A check that only needs a text.</summary>
    public abstract record OfText : Check
    {
        private protected OfText()
        {
        }
    }

    /// <summary><c>equals</c> and <c>one-of</c>: one of the texts, regardless of white space around it.</summary>
    /// <param name="Texts">The choices.</param>
    /// <param name="IsSingle">Whether they are alternative spellings of a single text: <c>equals</c>.</param>
    public sealed record EqualTo(ImmutableArray<string> Texts, bool IsSingle) : OfText;

    /// <summary><c>equals</c> with a list or mapping: the same JSON.</summary>
    public sealed record EqualToJson(JsonElement Json) : OfText;

    /// <summary><c>contains</c> and its variants.</summary>
    public sealed record Contains(ImmutableArray<string> Texts, bool All, bool IgnoreCase) : OfText;

    /// <summary><c>starts-with</c>.</summary>
    public sealed record StartsWith(string Text) : OfText;

    /// <summary><c>ends-with</c>.</summary>
    public sealed record EndsWith(string Text) : OfText;

    /// <summary><c>regex</c>.</summary>
    public sealed record Matches(SafeRegex Pattern) : OfText;

    /// <summary><c>word-count</c>.</summary>
    public sealed record WordCount(Bounds Bounds) : OfText;

    /// <summary><c>char-count</c>.</summary>
    public sealed record CharacterCount(Bounds Bounds) : OfText;

    /// <summary><c>min</c> and <c>max</c> of a value: a number within bounds.</summary>
    public sealed record Number(Bounds Bounds) : OfText;

    /// <summary><c>is-json</c>.</summary>
    public sealed record IsJson : OfText;

    /// <summary><c>contains-json</c>.</summary>
    public sealed record ContainsJson : OfText;

    /// <summary><c>json-schema</c>.</summary>
    public sealed record FitsSchema(JsonSchema Schema) : OfText;

    /// <summary><c>json-path</c>.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="Expectations">The expectations for every value there; if empty, there must be a value.</param>
    public sealed record AtPath(JsonPath Path, ImmutableArray<Expectation> Expectations) : OfText;

    /// <summary><c>similarity</c>.</summary>
    public sealed record SimilarTo(WordBag Words, double Threshold) : OfText;

    /// <summary><c>is-refusal</c>.</summary>
    public sealed record IsRefusal : Check;

    /// <summary><c>finish-reason</c>.</summary>
    public sealed record FinishReason(ImmutableArray<string> Reasons) : Check;

    /// <summary><c>no-template-leak</c>.</summary>
    public sealed record NoTemplateLeak : Check;

    /// <summary><c>no-secrets</c>.</summary>
    public sealed record NoSecrets : Check;

    /// <summary><c>no-prompt-leak</c>.</summary>
    public sealed record NoPromptLeak : Check;

    /// <summary><c>latency</c>.</summary>
    public sealed record Latency(TimeSpan Most) : Check;

    /// <summary><c>tokens</c>: the most that are allowed.</summary>
    public sealed record Tokens(TokenUsage Most) : Check;

    /// <summary><c>cost</c>.</summary>
    /// <param name="Most">US dollars.</param>
    public sealed record Cost(decimal Most) : Check;

    /// <summary><c>tool-called</c>.</summary>
    /// <param name="Name">The tool.</param>
    /// <param name="Input">An object whose members the tool's input must have; null if not stated.</param>
    public sealed record ToolCalled(string Name, JsonElement? Input) : Check;

    /// <summary><c>rubric</c>: a model judges.</summary>
    /// <param name="Criterion">What the answer must fulfil.</param>
    public sealed record Rubric(string Criterion) : Check;

    /// <summary><c>flow-node-output</c>.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Output">Its output; null for any output.</param>
    /// <param name="Expectations">The expectations, which one of its outputs must meet; if empty, there must be an
    /// output.</param>
    public sealed record NodePutOut(string Node, string? Output, ImmutableArray<Expectation> Expectations) : Check;

    /// <summary><c>flow-path</c>.</summary>
    public sealed record FlowPath(ImmutableArray<string> Nodes) : Check;

    /// <summary><c>flow-completed</c>.</summary>
    public sealed record FlowCompleted : Check;

    /// <summary><c>all-of</c>, <c>any-of</c> and <c>none-of</c>.</summary>
    public sealed record Group(Quantifier Quantifier, ImmutableArray<Expectation> Expectations) : Check;
}

/// <summary>How many of a group must hold.</summary>
public enum Quantifier
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>At least one.</summary>
    Any,

    /// <summary>None.</summary>
    None,
}

/// <summary>A range of numbers, including its ends; null for no limit.</summary>
/// <param name="Least">The lower end.</param>
/// <param name="Most">The upper end.</param>
public readonly record struct Bounds(decimal? Least, decimal? Most)
{
    /// <summary>Whether a number is in the range.</summary>
    public bool Contain(decimal number) => !(number < Least) && !(number > Most);

    /// <inheritdoc/>
    public override string ToString() => (Least, Most) switch
    {
        ({ } least, { } most) when least == most => $"exactly {CanonicalJson.Number(least)}",
        ({ } least, { } most) => $"{CanonicalJson.Number(least)} to {CanonicalJson.Number(most)}",
        ({ } least, null) => $"at least {CanonicalJson.Number(least)}",
        (null, { } most) => $"at most {CanonicalJson.Number(most)}",
        _ => "any number",
    };
}
