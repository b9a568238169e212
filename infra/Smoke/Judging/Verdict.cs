using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Smoke.Rubrics;

namespace Infra.Smoke.Judging;

/// <summary>What is concluded, of an expectation, a run or a case. Ordered: the worse, the higher.</summary>
public enum Outcome
{
    /// <summary>As expected.</summary>
    Pass,

    /// <summary>Not as expected, but <c>severity: warn</c>.</summary>
    Warn,

    /// <summary>Left to a model to judge, and none that can tell did. Never a pass.</summary>
    Unjudged,

    /// <summary>Nobody can tell: what it depends on is unknown. Never a pass.</summary>
    Unknown,

    /// <summary>Not as expected.</summary>
    Fail,
}

/// <summary>What became of one expectation.</summary>
/// <param name="Outcome">Whether it was met.</param>
/// <param name="Reason">What was found, for a person.</param>
/// <param name="Expectation">The expectation as the file words it.</param>
/// <param name="At">Where the file states it.</param>
public sealed record Verdict(Outcome Outcome, string Reason, string Expectation, Location At)
{
    /// <summary>What a model that judges said of each rubric in it.</summary>
    public ImmutableArray<JudgedRubric> Rubrics { get; init; } = [];
}

/// <summary>
/// Whether something holds, as a fact about the answer; <c>not-</c> turns the conclusion round, not the fact.
/// </summary>
/// <param name="Holds">Null when it cannot be told.</param>
/// <param name="Reason">What was found.</param>
internal readonly record struct Finding(bool? Holds, string Reason)
{
    /// <summary>Whether it cannot be told because no judge told it.</summary>
    public bool IsUnjudged { get; init; }

    public static Finding Unknown(string reason) => new(null, reason);

    public static Finding AtMost(bool holds, string fact, string most) =>
        That(holds, $"{fact} (at most {most})", $"{fact}, more than {most}");

    public static Finding That(bool holds, string ifSo, string ifNot) => new(holds, holds ? ifSo : ifNot);
}
