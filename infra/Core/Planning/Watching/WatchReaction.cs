using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>The reaction to an alarm: EventBridge calls GitHub, where a workflow proposes a rollback.</summary>
/// <remarks>Sources: EventBridge user guide, "API destinations" and "Input transformation"; CloudWatch user guide,
/// "Alarm events and EventBridge"; GitHub REST API, "Create a repository dispatch event"; read 2026-11-27.</remarks>
internal static class WatchReaction
{
    /// <summary>The most rules of an event bus, unless AWS has raised the quota.</summary>
    /// <value>300. Source: Amazon EventBridge quotas, read 2026-11-27.</value>
    public const int MostRules = 300;

    /// <summary>How long EventBridge retries if GitHub cannot be reached.</summary>
    /// <value>Seconds: an hour, after which a person will have looked.</value>
    private const int Patience = 3600;

    /// <summary>The trust policy of the rules' role: EventBridge in this account, for rules of this stack.</summary>
    private static Value.Document Trust(StackSettings settings) => Document(Map(
        ("Version", "2012-10-17"),
        ("Statement", List(Map(
            ("Sid", "RulesOfThisStack"),
            ("Effect", "Allow"),
            ("Principal", Map(("Service", "events.amazonaws.com"))),
            ("Action", "sts:AssumeRole"),
            ("Condition", Map(
                ("StringEquals", Map(("aws:SourceAccount", Account))),
                ("ArnLike", Map(("aws:SourceArn", WatchNames.Rules(settings)))))))))));

    /// <summary>Whether an alarm of a name starts a rollback; a draft has no release to roll back to.</summary>
    public static bool IsOf(Watched watched, StackSettings settings) =>
        settings.Watch?.Rollback is not null && watched is { RaisesAlarms: true, Release: not null };

    /// <summary>The rule of a name; none where no rollback is wanted.</summary>
    /// <remarks>It contains the live release, so it changes after each promotion.</remarks>
    public static IEnumerable<DeclaredResource> Of(Watched watched, StackSettings settings) =>
        !IsOf(watched, settings) ? [] :
        [
            new()
            {
                Name = $"{watched.Name}-rollback",
                Type = ResourceTypes.Rule,
                Owner = watched.Name,
                Because = $"asks {settings.Watch!.Rollback!.Repository} to roll release {watched.Release} back",
                Properties = Map(
                    ("Name", WatchNames.Event($"{watched.Name}-rollback", settings)),
                    ("Description", $"Asks for a rollback of {watched.Name} in {settings.Stack}"),
                    ("EventPattern", Pattern(watched, settings)),
                    ("State", "ENABLED"),
                    ("Targets", List(Target(watched, settings)))),
                DependsOn = [$"{watched.Name}-live", WatchNames.All(watched.Name)],
            },
        ];

    /// <summary>The resources that the rules of a stack share.</summary>
    public static IEnumerable<DeclaredResource> OfStack(StackSettings settings)
    {
        var role = WatchNames.Event("rollback", settings);
        var policy = Statement.Policy(new Statement(
            "AskForRollback", ["events:InvokeApiDestination"], [WatchNames.Destination(settings)]));
        var digest = ShortDigest.Of(CanonicalJson.Compact(policy));
        yield return new()
        {
            Name = WatchNames.Role,
            Type = ResourceTypes.Role,
            Owner = DeclaredResource.OfStack,
            Because = "what rules run as",
            Properties = Map(
                ("RoleName", role),
                ("Path", AccessNames.Path(settings)),
                ("Description", $"What rules of {settings.Stack} run as"),
                ("AssumeRolePolicyDocument", Trust(settings)),
                ("PermissionsBoundary", settings.PermissionsBoundary),
                ("Tags", ResourceTags.Listed(ResourceTags.OfStack(settings)))),
        };
        yield return new()
        {
            Name = $"{WatchNames.Role}-access-{digest}",
            Type = ResourceTypes.RolePolicy,
            Owner = DeclaredResource.OfStack,
            Because = "may call that one API destination",
            Properties = Map(
                ("PolicyName", $"access-{digest}"),
                ("RoleName", role),
                ("PolicyDocument", policy)),
            DependsOn = [WatchNames.Role],
        };
        yield return new()
        {
            Name = WatchNames.ApiDestination,
            Type = ResourceTypes.ApiDestination,
            Owner = DeclaredResource.OfStack,
            Because = $"where {settings.Watch!.Rollback!.Repository} is asked for rollbacks",
            Properties = Map(
                ("Name", WatchNames.Event("rollback", settings)),
                ("Description", $"Asks for rollbacks of {settings.Stack}"),
                ("ConnectionArn", settings.Watch.Rollback.Connection),
                ("HttpMethod", "POST"),
                ("InvocationEndpoint", $"https://api.github.com/repos/{settings.Watch.Rollback.Repository}/dispatches"),
                ("InvocationRateLimitPerSecond", 1)),
        };
    }

    /// <summary>
    /// The event pattern: the alarm of a name, unless the model's alarm suppresses its actions. While an alarm waits
    /// for the suppressor it still matches, since there is no further event after the wait.
    /// </summary>
    private static Value.Document Pattern(Watched watched, StackSettings settings) => Document(Map(
        ("source", List("aws.cloudwatch")),
        ("detail-type", List("CloudWatch Alarm State Change")),
        ("detail", Map(
            ("alarmName", List(WatchNames.OnAws(WatchNames.All(watched.Name), settings))),
            ("state", Map(
                ("value", List("ALARM")),
                ("actionsSuppressedBy", List(Map(("exists", false)), "WaitPeriod"))))))));

    private static Value.Map Target(Watched watched, StackSettings settings) => Map(
        ("Id", "github"),
        ("Arn", new Value.Ref(WatchNames.ApiDestination, "Arn")),
        ("RoleArn", new Value.Ref(WatchNames.Role, "Arn")),
        ("InputTransformer", Map(
            ("InputPathsMap", Document(Map(("reason", "$.detail.state.reason")))),
            ("InputTemplate", Template(watched, settings)))),
        ("RetryPolicy", Map(("MaximumEventAgeInSeconds", Patience))));

    /// <summary>What the workflow receives; EventBridge itself puts quotes around the reason.</summary>
    private static string Template(Watched watched, StackSettings settings)
    {
        var (stack, merge) = (settings.Stack, settings.Watch!.Rollback!.Merge ? "true" : "false");
        return $"{{\"event_type\":\"prompts-alarm\",\"client_payload\":{{\"stack\":\"{stack}\","
            + $"\"name\":\"{watched.Name}\",\"release\":\"{watched.Release}\","
            + $"\"because\":<reason>,\"merge\":{merge}}}}}";
    }
}
