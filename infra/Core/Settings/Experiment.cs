using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>An experiment with a prompt or flow: some units (users, accounts ...) get another release.</summary>
/// <remarks>A unit's arm depends on a hash of <see cref="Key"/> and of the unit, so the unit keeps it.</remarks>
public sealed record Experiment
{
    /// <summary>The fewest arms: the control and one other.</summary>
    public const int FewestArms = 2;

    /// <summary>The most arms.</summary>
    /// <value>8: within the 10 aliases of a flow and the 4 KB of a parameter.</value>
    /// <remarks>Sources: quota "Flow aliases per flow", AWS General Reference, read 2025-06-05; ssm PutParameter,
    /// Value of the standard tier, read 2026-11-21.</remarks>
    public const int MostArms = 8;

    /// <summary>The prompt or flow.</summary>
    public required string Name { get; init; }

    /// <summary>The control, which is the live release, then the others in ordinal order of their keys.</summary>
    /// <remarks>Pulumi's Config sorts keys, so the order in the file must not matter.</remarks>
    public required ImmutableArray<ExperimentArm> Arms { get; init; }

    /// <summary>The share of all units that take part.</summary>
    /// <value>0 to 100 percent; 0 pauses the experiment.</value>
    public required decimal Coverage { get; init; }

    /// <summary>Part of the hash: with another seed, units are dealt again.</summary>
    public required string Seed { get; init; }

    /// <summary>Its place in the stack's settings.</summary>
    public required Location At { get; init; }

    /// <summary>Its unique key, as in <c>greeting-email.2026-12</c>.</summary>
    public string Key => $"{Name}.{Seed}";

    /// <summary>The arm with a release; null for none.</summary>
    public ExperimentArm? Of(int release) => Arms.FirstOrDefault(arm => arm.Release == release);

    /// <summary>The share of all units that an arm gets.</summary>
    /// <value>0 to 100 percent.</value>
    public decimal Share(ExperimentArm arm) => Coverage * arm.Weight;

    /// <summary>The shares in words: <c>20 % of units take part: control 10 %, shorter 10 %</c>.</summary>
    public string Shares => Coverage is 0
        ? "nobody takes part"
        : $"{Percentage.Text(Coverage)} of units take part: "
            + string.Join(", ", Arms.Select(arm => $"{arm.Key} {Percentage.Text(Share(arm))}"));

    /// <summary>Whether units get the same arms as in another experiment with the same key.</summary>
    public bool DealsAs(Experiment other) => Arms.Select(arm => (arm.Key, arm.Release, arm.Weight))
        .SequenceEqual(other.Arms.Select(arm => (arm.Key, arm.Release, arm.Weight)));
}

/// <summary>An arm: a release that some units get.</summary>
/// <param name="Key">Its name in the experiment.</param>
/// <param name="Release">The release.</param>
/// <param name="Weight">Its share of the units that take part; all weights add up to 1.</param>
/// <param name="At">Its place in the stack's settings.</param>
public sealed record ExperimentArm(string Key, int Release, decimal Weight, Location At);
