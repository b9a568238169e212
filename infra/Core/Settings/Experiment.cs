using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>An experiment on a prompt or flow: some units (users, accounts ...) get another release.</summary>
/// <remarks>A unit is dealt by a hash of <see cref="Key"/> and of the unit, so that it keeps its arm.</remarks>
public sealed record Experiment
{
    /// <summary>The fewest arms: the control, and what it is compared with.</summary>
    public const int FewestArms = 2;

    /// <summary>The most arms.</summary>
    /// <value>8, so that a flow stays within its 10 aliases, and the parameter within 4 KB.</value>
    /// <remarks>Sources: quota "Flow aliases per flow", AWS General Reference, read 2025-06-05; ssm PutParameter,
    /// Value of the standard tier, read 2026-11-21.</remarks>
    public const int MostArms = 8;

    /// <summary>The prompt or flow.</summary>
    public required string Name { get; init; }

    /// <summary>The control, which is what is live, then the others in ordinal order of their keys.</summary>
    /// <remarks>Pulumi's Config sorts keys: an order that only a file tells would deal otherwise.</remarks>
    public required ImmutableArray<ExperimentArm> Arms { get; init; }

    /// <summary>How much of all units take part.</summary>
    /// <value>0 to 100 percent; 0 stops it.</value>
    public required decimal Coverage { get; init; }

    /// <summary>What deals units: another seed deals anew.</summary>
    public required string Seed { get; init; }

    /// <summary>Where the stack's settings name it.</summary>
    public required Location At { get; init; }

    /// <summary>What tells it from every other: <c>greeting-email.2026-12</c>.</summary>
    public string Key => $"{Name}.{Seed}";

    /// <summary>The arm that a release plays; null for none.</summary>
    public ExperimentArm? Of(int release) => Arms.FirstOrDefault(arm => arm.Release == release);

    /// <summary>How much of all units an arm gets.</summary>
    /// <value>0 to 100 percent.</value>
    public decimal Share(ExperimentArm arm) => Coverage * arm.Weight;

    /// <summary>Who takes part, in words: <c>20 % of units take part: control 10 %, shorter 10 %</c>.</summary>
    public string Shares => Coverage is 0
        ? "nobody takes part"
        : $"{Percentage.Text(Coverage)} of units take part: "
            + string.Join(", ", Arms.Select(arm => $"{arm.Key} {Percentage.Text(Share(arm))}"));

    /// <summary>Whether units are dealt as another experiment with the same key deals them.</summary>
    public bool DealsAs(Experiment other) => Arms.Select(arm => (arm.Key, arm.Release, arm.Weight))
        .SequenceEqual(other.Arms.Select(arm => (arm.Key, arm.Release, arm.Weight)));
}

/// <summary>A release that some units get.</summary>
/// <param name="Key">Its name in the experiment.</param>
/// <param name="Release">The release.</param>
/// <param name="Weight">Its share of the units that take part; all weights together are 1.</param>
/// <param name="At">Where the stack's settings name it.</param>
public sealed record ExperimentArm(string Key, int Release, decimal Weight, Location At);
