using System.Collections.Immutable;

namespace Infra.Smoke.Experiments;

/// <summary>The measurements of an experiment, by arm.</summary>
public sealed record Measurements
{
    /// <summary>What a unit contributes.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The arms, in the order of the experiment.</summary>
    internal ImmutableArray<ArmSummary> Arms { get; init; } = [];

    /// <summary>Units that were in several arms; they are not in <see cref="Arms"/>.</summary>
    public int InTwoArms { get; init; }

    /// <summary>Rows without a unit; each counts as a unit of its own.</summary>
    public int WithoutUnit { get; init; }

    /// <summary>Rows of other experiments or of none.</summary>
    public int Foreign { get; init; }

    /// <summary>The units of all arms.</summary>
    internal ImmutableArray<long> Units => [.. Arms.Select(arm => arm.Units)];
}

/// <summary>What a unit contributes.</summary>
public enum Metric
{
    /// <summary>0 or 1, once: arms are compared by shares.</summary>
    Share,

    /// <summary>One number: arms are compared by means.</summary>
    Mean,

    /// <summary>Several numbers, or one with a denominator: arms are compared by ratios of sums.</summary>
    Ratio,
}
