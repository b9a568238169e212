using System.Collections.Immutable;
using Infra.Smoke.Reports;

namespace Infra.Smoke.Comparing;

/// <summary>The votes of judges on the same cases of two stacks: finer than whether a case passes.</summary>
/// <param name="Left">Votes on the left.</param>
/// <param name="LeftPassed">How many of them are as expected.</param>
/// <param name="Right">Votes on the right.</param>
/// <param name="RightPassed">How many of them are as expected.</param>
public sealed record VoteCount(int Left, int LeftPassed, int Right, int RightPassed)
{
    internal static VoteCount? Of(ImmutableArray<(CaseResult Left, CaseResult Right)> pairs)
    {
        var (left, right) = (Votes(pairs.Select(pair => pair.Left)), Votes(pairs.Select(pair => pair.Right)));
        return left.Length + right.Length == 0
            ? null
            : new(left.Length, left.Count(wanted => wanted), right.Length, right.Count(wanted => wanted));
    }

    /// <summary>Whether each vote is as expected.</summary>
    private static bool[] Votes(IEnumerable<CaseResult> tests) =>
    [
        .. from test in tests
           from rubric in test.Rubrics
           from vote in rubric.Votes
           select vote.Passes == rubric.IsWanted,
    ];
}
