using System.Collections.Immutable;
using Infra.Smoke.Expectations;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Rubrics;

/// <summary>Rubrics among expectations, and what became of them.</summary>
public static class RubricChecks
{
    /// <summary>The rubrics of expectations, those in groups included, each once.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Expectation> expectations) =>
        [.. expectations.SelectMany(Criteria).Distinct(StringComparer.Ordinal)];

    /// <summary>What was judged of the rubrics in one expectation.</summary>
    internal static ImmutableArray<JudgedRubric> In(Expectation expectation, Answer answer) =>
    [
        .. Of([expectation])
            .Select(answer.Rubrics.GetValueOrDefault)
            .OfType<JudgedRubric>()
            .Select(judged => judged with { IsWanted = expectation is not { Negated: true, What: Check.Rubric } }),
    ];

    /// <summary>Whether an answer meets a rubric, as the judge says.</summary>
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

    /// <summary>The first reason of those who voted so.</summary>
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
