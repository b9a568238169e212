namespace Infra.Diagnostics;

/// <content>Watching: PRM650 to PRM669.</content>
public static partial class Problems
{
    /// <summary>A malformed percentage.</summary>
    public static Diagnostic NoPercentage(Location at, string text) => Error(
        at, "PRM650", $"'{text}' is not a percentage. Write a number with a percent sign, as in 5% or 0.5%; above 0 "
            + "and at most 100.");

    /// <summary>A length of time that an alarm cannot use.</summary>
    public static Diagnostic WatchTime(Location at, string text) => Error(
        at, "PRM651", $"An alarm cannot count calls in '{text}'. Write whole minutes or hours, as in 15m or 1h; at "
            + "most 24h.");

    /// <summary>Not the ARN of a topic.</summary>
    public static Diagnostic WatchTopic(Location at, string text) => Error(
        at, "PRM652", $"'{text}' is not the ARN of a standard SNS topic. Write "
            + "arn:aws:sns:<region>:<account>:<topic>.");

    /// <summary>Not the name of a log group.</summary>
    public static Diagnostic WatchLogGroup(Location at, string text) => Error(
        at, "PRM653", $"'{text}' is not the name of a log group. Write its name, not its ARN, as in "
            + "/aws/bedrock/invocations.");

    /// <summary>Not a repository.</summary>
    public static Diagnostic WatchRepository(Location at, string text) => Error(
        at, "PRM654", $"'{text}' is not a repository on GitHub. Write <owner>/<name>, as in acme/prompts.");

    /// <summary>Not the ARN of a connection.</summary>
    public static Diagnostic WatchConnection(Location at, string text) => Error(
        at, "PRM654", $"'{text}' is not the ARN of an EventBridge connection. Write "
            + "arn:aws:events:<region>:<account>:connection/<name>/<id>, as 'aws events describe-connection' prints "
            + "it.");

    /// <summary>Notifications without an alarm.</summary>
    public static Diagnostic NothingRaisesAlarms(Location at) => Error(
        at, "PRM655", "There is no alarm to tell anybody about. Add 'failures', 'latency' or 'quality', or remove "
            + "'notify' and 'rollback'.");

    /// <summary>A name that the stack does not serve.</summary>
    public static Diagnostic WatchesUnknownName(Location at, string name, string stack, string advice) => Error(
        at, "PRM656", $"Stack {stack} does not serve '{name}', so it cannot watch it. {advice}");

    /// <summary>Alarms that need metrics for each prompt.</summary>
    public static Diagnostic WatchNeedsMeasure(Location at) => Error(
        at, "PRM657", "'failures', 'latency' and 'dashboard' need metrics for each prompt, which AWS keeps only for "
            + "measured prompts. Set 'bedrock-prompts:measure: true', or watch 'quality' alone.");

    /// <summary>More models than one alarm can watch.</summary>
    public static Diagnostic TooManyModelsToWatch(
        Location at, string name, int models, string what, int most) => Error(
        at, "PRM658", $"The releases kept of '{name}' use {models} models, but one alarm can watch the {what} of at "
            + $"most {most}. Keep fewer releases, or set 'names: {{ {name}: {{ {what}: none }} }}'.");

    /// <summary>More EventBridge rules than the default quota allows.</summary>
    public static Diagnostic ManyRules(Location at, int rules, int quota) => Warning(
        at, "PRM659", $"The stack needs {rules} EventBridge rules, one for each name that can be rolled back, and an "
            + $"event bus takes {quota} by default. Ask AWS for a higher quota, or set names to 'none'.");
}
