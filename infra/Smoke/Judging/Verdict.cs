using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Smoke.Rubrics;

namespace Infra.Smoke.Judging;

/// <summary>The outcome of an expectation, a run or a case, ordered from best to worst.</summary>
public enum Outcome
{
    /// <summary>As expected.</summary>
    Pass,

    /// <summary>Not as expected, but <c>severity: warn</c>.</summary>
    Warn,

    /// <summary>It needs a judge, and none could decide. Never a pass.</summary>
    Unjudged,

    /// <summary>It depends on something unknown. Never a pass.</summary>
    Unknown,

    /// <summary>Not as expected.</summary>
    Fail,
}

/// <summary>The verdict of one expectation.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">What was found, for people.</param>
/// <param name="Expectation">The expectation as the file states it.</param>
/// <param name="At">The place of the expectation.</param>
public sealed record Verdict(Outcome Outcome, string Reason, string Expectation, Location At)
{
    /// <summary>The judge's votes on each of its rubrics.</summary>
    public ImmutableArray<JudgedRubric> Rubrics { get; init; } = [];
}

/// <summary>
/// Whether something holds, as a fact about the answer; <c>not-</c> reverses the conclusion, not the fact.
/// </summary>
/// <param name="Holds">Null when it is unknown.</param>
/// <param name="Reason">What was found.</param>
internal readonly record struct Finding(bool? Holds, string Reason)
{
    /// <summary>Whether it is unknown because no judge decided.</summary>
    public bool IsUnjudged { get; init; }

    public static Finding Unknown(string reason) => new(null, reason);

    public static Finding AtMost(bool holds, string fact, string most) =>
        That(holds, $"{fact} (at most {most})", $"{fact}, more than {most}");

    public static Finding That(bool holds, string ifSo, string ifNot) => new(holds, holds ? ifSo : ifNot);
}
