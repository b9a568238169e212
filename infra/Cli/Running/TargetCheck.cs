using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>A target after what is deployed there was looked at.</summary>
/// <param name="Target">The target, with the version that AWS names.</param>
/// <param name="Verdict">Whether it is what the repository says; null when it could not be read.</param>
/// <param name="Error">Why it could not be read; null when it could.</param>
/// <param name="Retries">What was tried again.</param>
internal sealed record TargetCheck(SmokeTarget Target, Verdict? Verdict, string? Error, ImmutableArray<Retry> Retries)
{
    /// <summary>Whether its answers prove anything.</summary>
    public bool IsSound => Verdict is { Outcome: Outcome.Pass };
}
