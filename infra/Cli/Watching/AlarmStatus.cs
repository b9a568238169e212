using System.Collections.Immutable;
using Infra.Alarms;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Watching;

/// <summary>An alarm of a stack, and what CloudWatch says of it.</summary>
/// <param name="Declared">The alarm, as the plan has it.</param>
/// <param name="There">What CloudWatch says; null where it is not there.</param>
internal sealed record AlarmStatus(DeclaredResource Declared, Value.Map? There)
{
    /// <summary>The state that says that it is not there.</summary>
    public const string NotDeployed = "not deployed";

    /// <summary>Its name on AWS.</summary>
    public string Name => NameOf(Declared);

    /// <summary>The alarm as CloudWatch has it; null where it cannot be read, or is not there.</summary>
    public Alarm? Alarm { get; } = There is null ? null : AlarmReader.Read(There).Alarm;

    /// <summary>What its metrics and expressions came to in the latest period, by their ids.</summary>
    public ImmutableDictionary<string, double> Numbers { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary><c>OK</c>, <c>ALARM</c>, <c>INSUFFICIENT_DATA</c>, or that it is not there.</summary>
    public string State => this["StateValue"] ?? NotDeployed;

    /// <summary>Why it is in its state.</summary>
    public string? Reason => this["StateReason"];

    /// <summary>What keeps its actions back, in CloudWatch's word; null for nothing.</summary>
    public string? SuppressedBy => this["ActionsSuppressedBy"];

    /// <summary>Since when it is in its state; null where nobody says.</summary>
    public DateTimeOffset? Since =>
        (There?["StateTransitionedTimestamp"] ?? There?["StateUpdatedTimestamp"]) is Value.Number seconds
            ? DateTimeOffset.UnixEpoch.AddSeconds((double)seconds.Content)
            : null;

    /// <summary>Whether somebody should look.</summary>
    public bool IsAlarming => State is "ALARM" or NotDeployed;

    /// <summary>What an alarm of a plan is called on AWS.</summary>
    public static string NameOf(DeclaredResource alarm) => (alarm.Properties["AlarmName"] as Value.Text)?.Content ?? "";

    private string? this[string member] => (There?[member] as Value.Text)?.Content;
}
