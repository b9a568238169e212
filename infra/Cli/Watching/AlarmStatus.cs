using System.Collections.Immutable;
using Infra.Alarms;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Watching;

/// <summary>An alarm of a stack, with its state in CloudWatch.</summary>
/// <param name="Declared">The alarm in the plan.</param>
/// <param name="There">CloudWatch's answer; null where the alarm does not exist.</param>
internal sealed record AlarmStatus(DeclaredResource Declared, Value.Map? There)
{
    /// <summary>The state of an alarm that does not exist.</summary>
    public const string NotDeployed = "not deployed";

    /// <summary>Its name on AWS.</summary>
    public string Name => NameOf(Declared);

    /// <summary>The alarm as CloudWatch has it; null where it cannot be read or does not exist.</summary>
    public Alarm? Alarm { get; } = There is null ? null : AlarmReader.Read(There).Alarm;

    /// <summary>The values of its metrics and expressions in the latest period, by their ids.</summary>
    public ImmutableDictionary<string, double> Numbers { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary><c>OK</c>, <c>ALARM</c>, <c>INSUFFICIENT_DATA</c> or <see cref="NotDeployed"/>.</summary>
    public string State => this["StateValue"] ?? NotDeployed;

    /// <summary>The reason for its state.</summary>
    public string? Reason => this["StateReason"];

    /// <summary>What suppresses its actions, in CloudWatch's word; null for nothing.</summary>
    public string? SuppressedBy => this["ActionsSuppressedBy"];

    /// <summary>Since when it has been in its state; null when unknown.</summary>
    public DateTimeOffset? Since =>
        (There?["StateTransitionedTimestamp"] ?? There?["StateUpdatedTimestamp"]) is Value.Number seconds
            ? DateTimeOffset.UnixEpoch.AddSeconds((double)seconds.Content)
            : null;

    /// <summary>Whether somebody should look at it.</summary>
    public bool IsAlarming => State is "ALARM" or NotDeployed;

    /// <summary>The name on AWS of an alarm in a plan.</summary>
    public static string NameOf(DeclaredResource alarm) => (alarm.Properties["AlarmName"] as Value.Text)?.Content ?? "";

    private string? this[string member] => (There?[member] as Value.Text)?.Content;
}
