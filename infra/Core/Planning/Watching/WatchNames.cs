using System.Globalization;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>Names of what watches: unique in an account and region, so the parameter path tells stacks apart.</summary>
internal static class WatchNames
{
    /// <summary>The alarm that stands for all alarms of a name, in the plan.</summary>
    public static string All(string name) => $"{name}-watch";

    /// <summary>The alarm of a model, in the plan.</summary>
    public static string Model(string model) => $"model-{string.Concat(model.Select(Plain))}";

    /// <summary>A dashboard in the plan.</summary>
    public static string Dashboard(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"stack-dashboard-{number}");

    /// <summary>A saved query in the plan.</summary>
    public static string Query(string name) => $"stack-query-{name}";

    /// <summary>A dashboard on AWS: <c>bedrock-prompts-prod</c>, and a number from the second on.</summary>
    public static string DashboardOnAws(int number, StackSettings settings) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix(settings)}{(number == 1 ? "" : $"-{number}")}");

    /// <summary>An alarm of the plan on AWS: <c>bedrock-prompts/prod/greeting-email-failures</c>.</summary>
    public static string OnAws(string alarm, StackSettings settings) =>
        $"{settings.ParameterPath.TrimStart('/')}/{alarm}";

    /// <summary>The longest name of a rule, API destination or role.</summary>
    /// <remarks>64 characters. Source: CloudFormation schema of AWS::Events::ApiDestination, read 2026-08-07.</remarks>
    private const int LongestOfEvents = 64;

    /// <summary>The role that rules run as, in the plan.</summary>
    public const string Role = "stack-rollback-role";

    /// <summary>Where GitHub is asked, in the plan.</summary>
    public const string ApiDestination = "stack-rollback-destination";

    /// <summary>A rule, an API destination or its role on AWS: <c>bedrock-prompts-prod.greeting-email-rollback</c>.
    /// </summary>
    public static string Event(string name, StackSettings settings) =>
        AccessNames.Shortened($"{Prefix(settings)}.{name}", LongestOfEvents);

    /// <summary>The ARNs of the stack's rules.</summary>
    public static Value Rules(StackSettings settings) =>
        Planning.Arns.InAccount("events", $"rule/{Prefix(settings)}.*");

    /// <summary>The ARN of the stack's API destination, whose end AWS makes up.</summary>
    public static Value Destination(StackSettings settings) =>
        Planning.Arns.InAccount("events", $"api-destination/{Event("rollback", settings)}/*");

    /// <summary>The ARNs of everything that reacts, and of the connection that it uses.</summary>
    public static IEnumerable<Value> Reacting(StackSettings settings) =>
    [
        Rules(settings),
        Planning.Arns.InAccount("events", $"api-destination/{Event("rollback", settings)}*"),
        .. settings.Watch?.Rollback is { } rollback ? [rollback.Connection] : Array.Empty<Value>(),
    ];

    /// <summary>The ARNs of everything that these names can be given to.</summary>
    public static IEnumerable<Value> Arns(StackSettings settings) =>
    [
        Planning.Arns.InAccount("cloudwatch", $"alarm:{OnAws("*", settings)}"),
        DashboardArn(Prefix(settings)),
        DashboardArn($"{Prefix(settings)}-*"),
    ];

    /// <summary>Dashboards have no region.</summary>
    private static Value DashboardArn(string name) =>
        Join("arn:", Partition, ":cloudwatch::", Account, $":dashboard/{name}");

    /// <summary>A dashboard's name takes letters, digits, <c>-</c> and <c>_</c>.</summary>
    private static string Prefix(StackSettings settings) =>
        AccessNames.Prefix(settings).TrimEnd('-').Replace('.', '_');

    private static char Plain(char letter) => char.IsAsciiLetterOrDigit(letter) ? letter : '-';
}
