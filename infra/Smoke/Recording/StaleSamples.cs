using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Smoke.Cases;

namespace Infra.Smoke.Recording;

/// <summary>Finds samples that were recorded from content other than the tested one.</summary>
public static class StaleSamples
{
    /// <summary>Warnings about the cases of a definition.</summary>
    public static IEnumerable<Diagnostic> Of(Definition definition) =>
        definition.Tests.All(test => test.SampleOf is null)
            ? []
            : Of(definition.Tests.Select(test => (test.Name.Value, test.SampleOf)), Digest.Of(definition));

    /// <summary>The problems of the cases to be run.</summary>
    /// <param name="plan">The cases.</param>
    /// <param name="fails">Whether they are errors.</param>
    public static ImmutableArray<Diagnostic> Of(SmokePlan plan, bool fails) =>
    [
        .. plan.Cases
            .Where(planned => planned.Target.Digest is not null)
            .SelectMany(planned => Of(
                [(planned.Case.Name.Value, planned.Case.SampleOf)], planned.Target.Digest!))
            .Select(stale => fails ? stale with { Severity = Severity.Error } : stale),
    ];

    private static IEnumerable<Diagnostic> Of(
        IEnumerable<(string Name, Located<string>? Of)> cases, string digest) =>
        from test in cases
        where test.Of is not null && test.Of.Value != Digest.Short(digest)
        select Problems.StaleSample(test.Of.At, test.Name);
}
