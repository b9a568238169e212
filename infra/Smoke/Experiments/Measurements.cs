using System.Collections.Immutable;

namespace Infra.Smoke.Experiments;

/// <summary>What was measured in an experiment, by arm.</summary>
public sealed record Measurements
{
    /// <summary>What a unit contributes.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The arms, in the order of the experiment.</summary>
    internal ImmutableArray<ArmSummary> Arms { get; init; } = [];

    /// <summary>Units that came to several arms: they are in none of <see cref="Arms"/>.</summary>
    public int InTwoArms { get; init; }

    /// <summary>Rows that name no unit: each counts as a unit of its own.</summary>
    public int WithoutUnit { get; init; }

    /// <summary>Rows of other experiments, or of none.</summary>
    public int Foreign { get; init; }

    /// <summary>The units of all arms.</summary>
    internal ImmutableArray<long> Units => [.. Arms.Select(arm => arm.Units)];
}

/// <summary>What a unit contributes.</summary>
public enum Metric
{
    /// <summary>Once, 1 or 0: arms are compared by their shares.</summary>
    Share,

    /// <summary>One number: arms are compared by their means.</summary>
    Mean,

    /// <summary>Several numbers, or one with a denominator: arms are compared by ratios of sums.</summary>
    Ratio,
}
