using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>Checks what a stack states about watching.</summary>
internal static partial class WatchChecks
{
    private static readonly string[] Limits = ["failures", "latency", "quality"];

    /// <summary>Amounts must be readable, ARNs of the right type, and something must be watched (PRM101, PRM650 to
    /// PRM655).</summary>
    public static IEnumerable<Diagnostic> Check(YamlNode node) =>
    [
        .. node.Get("names").Entries().Select(entry => entry.Value).Prepend(node).SelectMany(Amounts),
        .. node.Text("notify") is { } topic && !TopicArn().IsMatch(topic.Value)
            ? [Problems.WatchTopic(topic.At, topic.Value)]
            : Array.Empty<Diagnostic>(),
        .. node.Text("logGroup") is { } group && !LogGroup().IsMatch(group.Value)
            ? [Problems.WatchLogGroup(group.At, group.Value)]
            : Array.Empty<Diagnostic>(),
        .. Rollback(node.Get("rollback")),
        .. AlarmsAreThere(node),
    ];

    private static IEnumerable<Diagnostic> Amounts(YamlNode watched)
    {
        foreach (var key in Limits)
        {
            var limit = watched.Get(key);
            foreach (var percent in new[] { limit.Text("above"), limit.Text("below") }.OfType<Located<string>>())
            {
                if (Percentage.Parse(percent.Value) is null)
                {
                    yield return Problems.NoPercentage(percent.At, percent.Value);
                }
            }

            if (limit.Text("p95") is { } latency && Duration.Parse(latency.Value) is null)
            {
                yield return Problems.BadDuration(latency.At, latency.Value);
            }

            if (limit.Text("in") is { } time && WatchSettings.Time(time.Value) is null)
            {
                yield return Problems.WatchTime(time.At, time.Value);
            }

            if (limit.Whole("of") is { Value: < 1 } few)
            {
                yield return Problems.SettingOutOfRange(
                    few.At, "of", few.Value.ToString(CultureInfo.InvariantCulture), "1", $"{int.MaxValue}");
            }
        }
    }

    private static IEnumerable<Diagnostic> Rollback(YamlNode? rollback)
    {
        if (rollback.Text("repository") is { } repository && !Repository().IsMatch(repository.Value))
        {
            yield return Problems.WatchRepository(repository.At, repository.Value);
        }

        if (rollback.Text("connection") is { } connection && !ConnectionArn().IsMatch(connection.Value))
        {
            yield return Problems.WatchConnection(connection.At, connection.Value);
        }
    }

    /// <summary>Notifications and rollbacks need an alarm.</summary>
    private static IEnumerable<Diagnostic> AlarmsAreThere(YamlNode node) =>
        node is YamlNode.Mapping
        && !node.Get("names").Entries().Select(entry => entry.Value).Prepend(node)
            .Any(watched => Limits.Any(key => watched.Get(key) is YamlNode.Mapping))
        && (node.Get("notify") ?? node.Get("rollback")) is { } idle
            ? [Problems.NothingRaisesAlarms(idle.At)]
            : [];

    /// <summary>Source: service authorization reference of Amazon SNS, topic, read 2026-09. Alarms cannot notify FIFO
    /// topics.</summary>
    [GeneratedRegex(@"^arn:aws(-[a-z-]+)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex TopicArn();

    /// <summary>Source: CloudFormation schema of AWS::Logs::QueryDefinition, LogGroupNames, read 2026-08-07.</summary>
    [GeneratedRegex(@"^[\.\-_/#A-Za-z0-9]{1,512}$")]
    private static partial Regex LogGroup();

    /// <summary>Source: GitHub, rules of account and repository names, read 2026-09-22.</summary>
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$")]
    private static partial Regex Repository();

    /// <summary>Source: CloudFormation schema of AWS::Events::ApiDestination, ConnectionArn, read 2026-08-07.</summary>
    [GeneratedRegex(@"^arn:aws(-[a-z-]+)?:events:[a-z0-9-]+:[0-9]{12}:connection/[\.\-_A-Za-z0-9]+/[\-A-Za-z0-9]+$")]
    private static partial Regex ConnectionArn();
}
