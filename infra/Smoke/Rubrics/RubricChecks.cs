using System.Collections.Immutable;
using Infra.Smoke.Expectations;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Rubrics;

/// <summary>Finds rubrics in expectations, and their votes.</summary>
public static class RubricChecks
{
    /// <summary>The rubrics of expectations, including those in groups, without duplicates.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Expectation> expectations) =>
        [.. expectations.SelectMany(Criteria).Distinct(StringComparer.Ordinal)];

    /// <summary>The votes on the rubrics of one expectation.</summary>
    internal static ImmutableArray<JudgedRubric> In(Expectation expectation, Answer answer) =>
    [
        .. Of([expectation])
            .Select(answer.Rubrics.GetValueOrDefault)
            .OfType<JudgedRubric>()
            .Select(judged => judged with { IsWanted = expectation is not { Negated: true, What: Check.Rubric } }),
    ];

    /// <summary>Whether an answer meets a rubric, according to the judge.</summary>
    internal static Finding Find(Check.Rubric rubric, Answer answer)
    {
        if (answer.Rubrics.GetValueOrDefault(rubric.Criterion) is not { } judged)
        {
            return Unjudged("no judge was asked");
        }

        if (judged.Obstacle is { } obstacle)
        {
            return Unjudged(Excerpt.Of(obstacle, 300));
        }

        var votes = judged.Rule.Of == 1
            ? $"the vote is {judged.Votes[0].Word}"
            : $"{judged.Passed} of {judged.Votes.Length} votes pass it, {judged.Rule.Needed} needed";
        return judged.Holds is { } holds
            ? new(holds, $"{votes}: {Reason(judged, holds)}")
            : Unjudged($"{votes}: {Reason(judged, null)}");
    }

    /// <summary>The reason of the first vote of this kind.</summary>
    private static string Reason(JudgedRubric judged, bool? vote) => Excerpt.Of(
        (judged.Votes.FirstOrDefault(one => one.Passes == vote) ?? judged.Votes[0]).Reason);

    private static Finding Unjudged(string reason) => new(null, reason) { IsUnjudged = true };

    private static IEnumerable<string> Criteria(Expectation expectation) => expectation.What switch
    {
        Check.Rubric rubric => [rubric.Criterion],
        Check.Group group => group.Expectations.SelectMany(Criteria),
        _ => [],
    };
}
