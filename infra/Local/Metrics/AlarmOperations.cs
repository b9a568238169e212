using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Alarms;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Metrics;

/// <summary>DescribeAlarms of CloudWatch: alarms are evaluated on request, for every minute of the last hour.</summary>
/// <param name="Store">The metrics that they evaluate.</param>
internal sealed record AlarmOperations(MetricStore Store)
{
    private static readonly string[] Types = [ResourceTypes.Alarm, ResourceTypes.CompositeAlarm];

    private static readonly string[] Unserved = ["ActionPrefix", "ChildrenOfAlarmName", "ParentsOfAlarmName"];

    private static readonly Page Alarms = new("Alarms", 50)
    {
        Size = "MaxRecords",
        Token = "NextToken",
        Invalid = "InvalidNextToken",
    };

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["DescribeAlarms"] = new Handler.Reads(Describe),
    }.ToImmutableDictionary();

    private Reply Describe(World world, Call call)
    {
        if (Unserved.FirstOrDefault(call.Input.ContainsKey) is { } unserved)
        {
            return new Fault("ValidationError", $"The local Bedrock does not look alarms up by {unserved}.");
        }

        var there = (
            from row in world.All<PlainRow>(call.Region)
            let type = Types.FirstOrDefault(type =>
                row.Id.StartsWith(PlainRow.IdOf(type, ""), StringComparison.Ordinal))
            where type is not null
            let properties = row.Properties.Copied()
            let name = properties["AlarmName"]!.GetValue<string>()
            orderby name
            select (Type: type, Name: name, Properties: properties)).ToArray();
        var read = there.Select(alarm => AlarmReader.Read((Value.Map)Values.JsonValue.From(alarm.Properties.Frozen())));
        var states = new AlarmTimeline(
            [.. read.Select(alarm => alarm.Alarm).OfType<Alarm>().Select(alarm => (alarm, DateTimeOffset.MinValue))],
            (statistic, times) => Store.Read(call.Region, statistic, times)).At(call.Now);
        var asked = Alarms.Of(call,
        [
            .. from alarm in there
               let shown = Shown(alarm.Properties, states.GetValueOrDefault(alarm.Name), call.Now)
               where IsAsked(call, alarm.Type, alarm.Name, shown["StateValue"]!.GetValue<string>())
               select (alarm.Name, shown),
        ]);
        return asked is Reply.Done { Body: var page } ? Split(page) : asked;
    }

    /// <summary>Whether an alarm is asked for; without AlarmTypes, AWS returns metric alarms only.</summary>
    private static bool IsAsked(Call call, string type, string name, string state) =>
        (call.Input["AlarmTypes"] as JsonArray is { Count: > 0 } types ? Texts(types) : ["MetricAlarm"])
            .Contains(type is ResourceTypes.CompositeAlarm ? "CompositeAlarm" : "MetricAlarm")
        && (call.Input["AlarmNames"] as JsonArray is not { Count: > 0 } names || Texts(names).Contains(name))
        && name.StartsWith(call["AlarmNamePrefix"] ?? "", StringComparison.Ordinal)
        && (call["StateValue"] ?? state) == state;

    private static IEnumerable<string> Texts(JsonArray items) => items.Select(item => item!.GetValue<string>());

    private static JsonObject Shown(JsonObject properties, AlarmStanding? standing, DateTimeOffset now)
    {
        var state = standing ?? new(new(AlarmState.InsufficientData, "It cannot be evaluated here."), now);
        properties["AlarmArn"] = properties["Arn"]?.DeepClone();
        properties["ActionsEnabled"] ??= true;
        properties["StateValue"] = AlarmVerdict.Spelled(state.Verdict.State);
        properties["StateReason"] = state.Verdict.Reason;
        properties["StateUpdatedTimestamp"] = now.ToUnixTimeSeconds();
        properties["StateTransitionedTimestamp"] = state.Since.ToUnixTimeSeconds();
        if (state.SuppressedBy is { } by)
        {
            properties["ActionsSuppressedBy"] = by;
        }

        return properties;
    }

    private static JsonObject Split(JsonObject page)
    {
        var alarms = page["Alarms"]!.AsArray().Select(alarm => alarm!.DeepClone()).ToLookup(
            alarm => alarm["AlarmRule"] is not null);
        return new()
        {
            ["CompositeAlarms"] = new JsonArray([.. alarms[true]]),
            ["MetricAlarms"] = new JsonArray([.. alarms[false]]),
            ["NextToken"] = page["NextToken"]?.DeepClone(),
        };
    }
}
