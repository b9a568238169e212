namespace Infra.Diagnostics;

/// <content>Promotion and rollback: PRM170 to PRM179.</content>
public static partial class Problems
{
    /// <summary>A promotion of the release that is already live.</summary>
    public static Diagnostic AlreadyLive(Location at, int release) => Error(
        at, "PRM170", $"Release {release} is already live here, so there is nothing to promote. To change what is "
            + "live, name another release.");

    /// <summary>A rollback in a stack that serves no particular release.</summary>
    public static Diagnostic NotPinned(Location at, string serves) => Error(
        at, "PRM171", $"The stack serves {serves} here, so there is no earlier release to go back to. Choose one "
            + "with 'prompts promote <name>@<release>'.");

    /// <summary>A rollback from the oldest kept release.</summary>
    public static Diagnostic NothingBefore(Location at, int live) => Error(
        at, "PRM172", $"Release {live} is the oldest that the stack keeps, so there is no earlier one to go back to. "
            + "Choose one with 'prompts promote <name>@<release>'.");

    /// <summary>A layout that cannot be edited safely.</summary>
    public static Diagnostic CannotEdit(Location at, string name, string target) => Error(
        at, "PRM173", $"This file cannot be edited automatically because of the way it is written. Set the target "
            + "by hand, below "
            + $"bedrock-prompts:live: '{name}: {target}'.");

    /// <summary>A promotion from a stack that serves the draft.</summary>
    public static Diagnostic PromotesDraft(Location at, string name, string stack) => Error(
        at, "PRM174", $"Stack {stack} serves the draft of '{name}', which has no number to promote. "
            + $"Make a release with 'prompts release {name}' and promote that.");

    /// <summary>A promotion or rollback of something that the stack does not serve.</summary>
    public static Diagnostic NotServed(Location at, string name, string stack) => Error(
        at, "PRM175", $"Stack {stack} does not serve '{name}'. Promote a release of it there first: "
            + $"'prompts promote {name} --stack {stack}'.");

    /// <summary>A release would go live in a protected stack before any other.</summary>
    public static Diagnostic NotTriedElsewhere(Location at, string name, int release) => Warning(
        at, "PRM176", $"Release {release} of '{name}' has not been live in any other stack, and this one is "
            + "protected. Promote it in another stack first.");
}
