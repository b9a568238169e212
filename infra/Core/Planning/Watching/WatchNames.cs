using System.Globalization;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>The names of resources for watching. They are unique in an account and region, so they contain the
/// parameter path, which differs by stack.</summary>
internal static class WatchNames
{
    /// <summary>The name in the plan of the composite alarm of a prompt or flow.</summary>
    public static string All(string name) => $"{name}-watch";

    /// <summary>The name in the plan of a model's alarm.</summary>
    public static string Model(string model) => $"model-{string.Concat(model.Select(Plain))}";

    /// <summary>The name in the plan of a dashboard.</summary>
    public static string Dashboard(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"stack-dashboard-{number}");

    /// <summary>The name in the plan of a saved query.</summary>
    public static string Query(string name) => $"stack-query-{name}";

    /// <summary>The name on AWS of a dashboard: <c>bedrock-prompts-prod</c>, with a number from the second one
    /// on.</summary>
    public static string DashboardOnAws(int number, StackSettings settings) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix(settings)}{(number == 1 ? "" : $"-{number}")}");

    /// <summary>The name on AWS of an alarm in the plan, as in
    /// <c>bedrock-prompts/prod/greeting-email-failures</c>.</summary>
    public static string OnAws(string alarm, StackSettings settings) =>
        $"{settings.ParameterPath.TrimStart('/')}/{alarm}";

    /// <summary>The longest name of a rule, API destination or role.</summary>
    /// <remarks>64 characters. Source: CloudFormation schema of AWS::Events::ApiDestination, read 2026-08-07.</remarks>
    private const int LongestOfEvents = 64;

    /// <summary>The name in the plan of the role for rules.</summary>
    public const string Role = "stack-rollback-role";

    /// <summary>The name in the plan of the API destination for GitHub.</summary>
    public const string ApiDestination = "stack-rollback-destination";

    /// <summary>The name on AWS of a rule, an API destination or its role, as in
    /// <c>bedrock-prompts-prod.greeting-email-rollback</c>.</summary>
    public static string Event(string name, StackSettings settings) =>
        AccessNames.Shortened($"{Prefix(settings)}.{name}", LongestOfEvents);

    /// <summary>The ARNs of the stack's rules.</summary>
    public static Value Rules(StackSettings settings) =>
        Planning.Arns.InAccount("events", $"rule/{Prefix(settings)}.*");

    /// <summary>The ARN of the stack's API destination, the end of which AWS assigns.</summary>
    public static Value Destination(StackSettings settings) =>
        Planning.Arns.InAccount("events", $"api-destination/{Event("rollback", settings)}/*");

    /// <summary>The ARNs of the rules, the API destination, and the connection that it uses.</summary>
    public static IEnumerable<Value> Reacting(StackSettings settings) =>
    [
        Rules(settings),
        Planning.Arns.InAccount("events", $"api-destination/{Event("rollback", settings)}*"),
        .. settings.Watch?.Rollback is { } rollback ? [rollback.Connection] : Array.Empty<Value>(),
    ];

    /// <summary>The ARNs of all resources that can have these names.</summary>
    public static IEnumerable<Value> Arns(StackSettings settings) =>
    [
        Planning.Arns.InAccount("cloudwatch", $"alarm:{OnAws("*", settings)}"),
        DashboardArn(Prefix(settings)),
        DashboardArn($"{Prefix(settings)}-*"),
    ];

    /// <summary>The ARN of a dashboard, which has no region.</summary>
    private static Value DashboardArn(string name) =>
        Join("arn:", Partition, ":cloudwatch::", Account, $":dashboard/{name}");

    /// <summary>The prefix of dashboards, whose names take letters, digits, <c>-</c> and <c>_</c>.</summary>
    private static string Prefix(StackSettings settings) =>
        AccessNames.Prefix(settings).TrimEnd('-').Replace('.', '_');

    private static char Plain(char letter) => char.IsAsciiLetterOrDigit(letter) ? letter : '-';
}
