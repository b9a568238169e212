using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Smoke.Expectations;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Cases;

/// <summary>A case that is ready to be run.</summary>
public sealed record SmokeCase
{
    /// <summary>The prompt or flow, by name.</summary>
    public required string Definition { get; init; }

    /// <summary>Where the definition starts.</summary>
    public required Location DefinedAt { get; init; }

    /// <summary>A name that says what is tested; unique in its definition.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What is sent.</summary>
    public required SmokeInput Input { get; init; }

    /// <summary>The expectations, including those of every answer.</summary>
    public required ImmutableArray<Expectation> Expectations { get; init; }

    /// <summary>Facts besides the answer that the verdict depends on.</summary>
    public required Question Question { get; init; }

    /// <summary>How often it is run and how many runs must pass.</summary>
    public PassRule Runs { get; init; } = PassRule.Once;

    /// <summary>The longest time of a run; null for the console's default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Words by which it can be selected.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>An answer that must pass; null if the file has none.</summary>
    public Located<SampleAnswer>? Sample { get; init; }

    /// <summary>An answer that must not pass; null if the file has none.</summary>
    public Located<SampleAnswer>? BadSample { get; init; }

    /// <summary>The judge of its rubrics; null for the stack's.</summary>
    public Judge? Judge { get; init; }

    /// <summary>Its id in reports.</summary>
    public CaseId Id => new(Definition, Question.Redaction.Apply(Name.Value));

    /// <summary>The content that the sample was recorded from; null for a sample written by hand.</summary>
    public Located<string>? SampleOf { get; init; }

    /// <summary>The verdict of every expectation on an answer.</summary>
    public ImmutableArray<Verdict> Verdicts(Answer answer) =>
        [.. Expectations.Select(expectation => Judgement.Of(expectation, answer, Question))];
}

/// <summary>What a case sends.</summary>
public abstract record SmokeInput
{
    private SmokeInput()
    {
    }

    /// <summary>For a prompt: every variable with its value.</summary>
    public sealed record Variables(ImmutableSortedDictionary<string, string> Values) : SmokeInput;

    /// <summary>For a flow: the document of its input node.</summary>
    /// <param name="Node">The input node.</param>
    /// <param name="Content">The document.</param>
    public sealed record Document(string Node, JsonElement Content) : SmokeInput;
}
