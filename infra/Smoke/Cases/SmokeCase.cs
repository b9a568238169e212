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

    /// <summary>What the case is about; unique in its definition.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What is sent.</summary>
    public required SmokeInput Input { get; init; }

    /// <summary>What the answer must satisfy, what every answer must satisfy included.</summary>
    public required ImmutableArray<Expectation> Expectations { get; init; }

    /// <summary>What the verdict depends on besides the answer.</summary>
    public required Question Question { get; init; }

    /// <summary>How often it is run, and how many runs must pass.</summary>
    public PassRule Runs { get; init; } = PassRule.Once;

    /// <summary>How long one run may take; null leaves it to the console.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Words to select it by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>An answer that must pass; null if the file has none.</summary>
    public Located<SampleAnswer>? Sample { get; init; }

    /// <summary>An answer that must not pass; null if the file has none.</summary>
    public Located<SampleAnswer>? BadSample { get; init; }

    /// <summary>Who judges its rubrics; null leaves it to the stack.</summary>
    public Judge? Judge { get; init; }

    /// <summary>What names it in reports.</summary>
    public CaseId Id => new(Definition, Question.Redaction.Apply(Name.Value));

    /// <summary>The content that the sample was recorded of; null for a sample that somebody wrote.</summary>
    public Located<string>? SampleOf { get; init; }

    /// <summary>What every expectation makes of an answer.</summary>
    public ImmutableArray<Verdict> Verdicts(Answer answer) =>
        [.. Expectations.Select(expectation => Judgement.Of(expectation, answer, Question))];
}

/// <summary>What a case sends.</summary>
public abstract record SmokeInput
{
    private SmokeInput()
    {
    }

    /// <summary>To a prompt: every variable with its value.</summary>
    public sealed record Variables(ImmutableSortedDictionary<string, string> Values) : SmokeInput;

    /// <summary>To a flow: the document of its input node.</summary>
    /// <param name="Node">The input node.</param>
    /// <param name="Content">The document.</param>
    public sealed record Document(string Node, JsonElement Content) : SmokeInput;
}
