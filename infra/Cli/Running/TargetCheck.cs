using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>A target with the result of checking it.</summary>
/// <param name="Target">The target, with the version's number on AWS.</param>
/// <param name="Verdict">Whether its content is the repository's; null when it could not be read.</param>
/// <param name="Error">Why it could not be read; null when it could.</param>
/// <param name="Retries">The attempts that were repeated.</param>
internal sealed record TargetCheck(SmokeTarget Target, Verdict? Verdict, string? Error, ImmutableArray<Retry> Retries)
{
    /// <summary>Whether answers from it prove anything.</summary>
    public bool IsSound => Verdict is { Outcome: Outcome.Pass };
}
