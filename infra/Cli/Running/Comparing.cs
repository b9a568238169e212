using Infra.Smoke.Comparing;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Adds to a report how the same cases went on another stack.</summary>
internal static class Comparing
{
    /// <summary>Any seed will do; always the same one, so that equal runs are told alike.</summary>
    private const ulong Seed = 1;

    /// <summary>The report of the judged stack, compared with the other's.</summary>
    public static SmokeReport Of(SmokeReport judged, SmokeReport other)
    {
        var open = other.Count(CaseStatus.Error) + other.Count(CaseStatus.NotRun);
        return judged with
        {
            Comparison = Comparison.Of(other, judged, new Draws(Seed)),
            Stopped = judged.Stopped
                ?? (open > 0 ? $"{open} of {other.Cases.Length} cases could not be run on {other.Stack}" : null),
        };
    }
}
