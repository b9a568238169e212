using Infra.Smoke.Comparing;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Adds the comparison with another stack to a report.</summary>
internal static class Comparing
{
    /// <summary>Any seed will do, but always the same one, so that equal runs get equal reports.</summary>
    private const ulong Seed = 1;

    /// <summary>The report of the judged stack, with the comparison.</summary>
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
