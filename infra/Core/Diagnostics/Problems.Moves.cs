namespace Infra.Diagnostics;

/// <content>Promotion and rollback: PRM170 to PRM189.</content>
public static partial class Problems
{
    /// <summary>A promotion to what is live.</summary>
    public static Diagnostic AlreadyLive(Location at, int release) => Error(
        at, "PRM170", $"Release {release} is live here already. There is nothing to promote.");

    /// <summary>A rollback where no release is chosen.</summary>
    public static Diagnostic NotPinned(Location at, string serves) => Error(
        at, "PRM171", $"The stack serves {serves} here, which has no release before it. "
            + "Promote the release you want instead: 'prompts promote <name>@<n> --stack <stack>'.");

    /// <summary>A rollback from the oldest release that is kept.</summary>
    public static Diagnostic NothingBefore(Location at, int live) => Error(
        at, "PRM172", $"Release {live} is the oldest that the stack keeps: there is none to go back to. "
            + "Promote the release you want instead: 'prompts promote <name>@<n> --stack <stack>'.");

    /// <summary>A layout that cannot be edited safely.</summary>
    public static Diagnostic CannotEdit(Location at, string name, string target) => Error(
        at, "PRM173", $"This file is written in a way that is not edited automatically. Set it by hand, below "
            + $"bedrock-prompts:live: '{name}: {target}'.");
}
