namespace Infra.Diagnostics;

/// <content>Promotion and rollback: PRM170 to PRM179.</content>
public static partial class Problems
{
    /// <summary>A promotion to what is live.</summary>
    public static Diagnostic AlreadyLive(Location at, int release) => Error(
        at, "PRM170", $"Release {release} is live here already. There is nothing to promote.");

    /// <summary>A rollback where no release is chosen.</summary>
    public static Diagnostic NotPinned(Location at, string serves) => Error(
        at, "PRM171", $"The stack serves {serves} here, which has no release before it. "
            + "Name the release you want instead, with 'prompts promote'.");

    /// <summary>A rollback from the oldest release that is kept.</summary>
    public static Diagnostic NothingBefore(Location at, int live) => Error(
        at, "PRM172", $"Release {live} is the oldest that the stack keeps: there is none to go back to. "
            + "Name the release you want instead, with 'prompts promote'.");

    /// <summary>A layout that cannot be edited safely.</summary>
    public static Diagnostic CannotEdit(Location at, string name, string target) => Error(
        at, "PRM173", $"This file cannot be edited automatically because of the way it is written. Set the target "
            + "by hand, below "
            + $"bedrock-prompts:live: '{name}: {target}'.");

    /// <summary>A promotion from a stack that serves a draft.</summary>
    public static Diagnostic PromotesDraft(Location at, string name, string stack) => Error(
        at, "PRM174", $"Stack {stack} serves the draft of '{name}', which has no number to promote. "
            + $"Make a release with 'prompts release {name}' and promote that.");

    /// <summary>A move of what a stack does not serve.</summary>
    public static Diagnostic NotServed(Location at, string name, string stack) => Error(
        at, "PRM175", $"Stack {stack} does not serve '{name}'. Promote a release of it there first: "
            + $"'prompts promote {name} --stack {stack}'.");

    /// <summary>A release goes live in a protected stack before it was live anywhere else.</summary>
    public static Diagnostic NotTriedElsewhere(Location at, string name, int release) => Warning(
        at, "PRM176", $"No other stack has had release {release} of '{name}' live, and this one is protected. "
            + "Try it elsewhere first.");
}
