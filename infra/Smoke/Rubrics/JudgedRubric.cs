using System.Collections.Immutable;
using Infra.Definitions;

namespace Infra.Smoke.Rubrics;

/// <summary>The votes of a judge on an answer by one rubric.</summary>
/// <param name="Criterion">The rubric.</param>
/// <param name="Judge">The model; empty when there is none.</param>
/// <param name="Rule">How many votes must pass.</param>
/// <param name="Votes">The votes, in order; empty when the judge was not asked.</param>
public sealed record JudgedRubric(string Criterion, string Judge, Share Rule, ImmutableArray<Vote> Votes)
{
    /// <summary>Why no judge could decide; null when one did.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Why the votes may be wrong; null for no reason.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether the answer should meet the rubric: false in <c>not-rubric</c>.</summary>
    public bool IsWanted { get; init; } = true;

    /// <summary>How many votes pass the answer.</summary>
    public int Passed => Votes.Count(vote => vote.Passes is true);

    /// <summary>Whether the answer meets the rubric; null when the votes do not decide.</summary>
    public bool? Holds =>
        Obstacle is not null || Votes.IsEmpty ? null
        : Passed >= Rule.Needed ? true
        : Votes.Count(vote => vote.Passes is not false) < Rule.Needed ? false
        : null;

    /// <summary>A rubric that was not judged.</summary>
    public static JudgedRubric Nobody(string criterion, string judge, string obstacle) =>
        new(criterion, judge, new(1, 1), []) { Obstacle = obstacle };
}
