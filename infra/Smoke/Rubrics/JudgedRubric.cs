using System.Collections.Immutable;
using Infra.Definitions;

namespace Infra.Smoke.Rubrics;

/// <summary>What a model that judges made of an answer and one rubric.</summary>
/// <param name="Criterion">The rubric.</param>
/// <param name="Judge">The model; empty when there is none.</param>
/// <param name="Rule">How many votes must pass.</param>
/// <param name="Votes">The votes, in order; none when it was not asked.</param>
public sealed record JudgedRubric(string Criterion, string Judge, Share Rule, ImmutableArray<Vote> Votes)
{
    /// <summary>Why nobody that can tell judged; null when somebody did.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Why what was judged may be wrong; null for no reason.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether it is wanted that the answer meets it: not behind <c>not-rubric</c>.</summary>
    public bool IsWanted { get; init; } = true;

    /// <summary>How many votes pass the answer.</summary>
    public int Passed => Votes.Count(vote => vote.Passes is true);

    /// <summary>Whether the answer meets the rubric; null when the votes do not say.</summary>
    public bool? Holds =>
        Obstacle is not null || Votes.IsEmpty ? null
        : Passed >= Rule.Needed ? true
        : Votes.Count(vote => vote.Passes is not false) < Rule.Needed ? false
        : null;

    /// <summary>A rubric that nobody judged.</summary>
    public static JudgedRubric Nobody(string criterion, string judge, string obstacle) =>
        new(criterion, judge, new(1, 1), []) { Obstacle = obstacle };
}
