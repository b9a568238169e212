namespace Infra.Diagnostics;

/// <content>Where Pulumi takes configuration from besides a stack's file: PRM560 to PRM569.</content>
public static partial class Problems
{
    /// <summary>A Pulumi ESC environment, whose settings cannot be seen here; an error where a stack is planned.
    /// </summary>
    public static Diagnostic EnvironmentNotSeen(Location at) => Warning(
        at, "PRM560", "This Pulumi ESC environment may set values that cannot be seen here. Pass its bedrock-prompts "
            + "settings with --config key=value; if it has none, write '# prompts: allow PRM560 because <reason>' on "
            + "the line above.");

    /// <summary>A project configuration that Pulumi does not accept.</summary>
    public static Diagnostic ProjectConfigRefused(Location at, string key, string why) =>
        Error(at, "PRM561", $"Pulumi refuses '{key}': {why}.");

    /// <summary>A key inside a value that is not a mapping.</summary>
    public static Diagnostic NothingToSetIn(Location at, string key) => Error(
        at, "PRM561", $"Pulumi cannot set '{key}': the stack's value there is not a mapping. Write a mapping there, "
            + "or remove this key.");

    /// <summary>A key that the project declares without a value.</summary>
    public static Diagnostic StackMustSet(Location at, string key) => Error(
        at, "PRM561", $"Pulumi.yaml declares '{key}' without a value, and this stack does not set it. Set it here, or "
            + "give it a 'default:' there.");

    /// <summary>A value of another type than the project declares.</summary>
    public static Diagnostic NotOfType(Location at, string key, string type) => Error(
        at, "PRM561", $"Pulumi refuses this value of '{key}', since Pulumi.yaml declares 'type: {type}'. Write such a "
            + "value, or correct the type there.");

    /// <summary>A key that is written with its namespace and without.</summary>
    public static Diagnostic SettingTwice(Location at, string key) => Error(
        at, "PRM670", $"'{key}' is given twice, with and without its namespace, and Pulumi may take either. Keep one.");

    /// <summary>Stack files in another folder.</summary>
    public static Diagnostic StackFilesElsewhere(Location at, string folder) => Error(
        at, "PRM562", $"The stack files are in '{folder}', but only those beside Pulumi.yaml are read. Move them "
            + "there and remove this line.");

    /// <summary>A promotion or rollback in a stack that takes its list from Pulumi.yaml.</summary>
    public static Diagnostic ListedForAllStacks(Location at, string stack) => Error(
        at, "PRM563", $"Stack {stack} takes its releases from this list, and a change here would reach every stack "
            + $"that does. Copy the list to Pulumi.{stack}.yaml, then run the command again.");
}
