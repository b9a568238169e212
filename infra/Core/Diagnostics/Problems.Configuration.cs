namespace Infra.Diagnostics;

/// <content>Where Pulumi takes configuration from besides a stack's file: PRM560 to PRM569.</content>
public static partial class Problems
{
    /// <summary>An environment of Pulumi ESC that may set what is not seen here; an error where a stack is planned.
    /// </summary>
    public static Diagnostic EnvironmentNotSeen(Location at) => Warning(
        at, "PRM560", "Pulumi takes settings from this environment as well, and they cannot be seen here. State those "
            + "of bedrock-prompts with --config key=value; if it sets none, write "
            + "'# prompts: allow PRM560 because <reason>' on the line above.");

    /// <summary>Something in the project's configuration that Pulumi does not accept.</summary>
    public static Diagnostic ProjectConfigRefused(Location at, string key, string why) =>
        Error(at, "PRM561", $"Pulumi refuses '{key}': {why}.");

    /// <summary>A key inside of something that is no mapping.</summary>
    public static Diagnostic NothingToSetIn(Location at, string key) => Error(
        at, "PRM561", $"Pulumi cannot set '{key}': what the stack has there is no mapping. Write one, or remove this "
            + "key.");

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
        at, "PRM670", $"'{key}' stands here twice, with its namespace and without, and Pulumi takes either. Keep one.");

    /// <summary>Stack files in another folder.</summary>
    public static Diagnostic StackFilesElsewhere(Location at, string folder) => Error(
        at, "PRM562", $"The files of stacks lie in '{folder}', but only those beside Pulumi.yaml are read. Move them "
            + "here and remove this line.");

    /// <summary>A move in a stack whose list of releases is the project's.</summary>
    public static Diagnostic ListedForAllStacks(Location at, string stack) => Error(
        at, "PRM563", $"What this stack serves is not listed in Pulumi.{stack}.yaml but here. Copy the list there "
            + "first; then it can be moved.");
}
