namespace Infra.Diagnostics;

/// <content>What is in the project's folder but is not read: PRM500 to PRM504.</content>
public static partial class Problems
{
    /// <summary>Not a regular file.</summary>
    public static Diagnostic NotAFile(Location at) => Error(
        at, "PRM500", "This is not a regular file, or it was replaced while it was being read. "
            + "Put a regular file in its place.");

    /// <summary>Something in the project's folder that is not read.</summary>
    /// <param name="at">Where it lies.</param>
    /// <param name="why">As in <c>it is a link to a folder</c>.</param>
    public static Diagnostic NotFollowed(Location at, string why) => Warning(
        at, "PRM501", $"This is not read: {why}. Put a regular file or folder with a plain name in its place.");
}
