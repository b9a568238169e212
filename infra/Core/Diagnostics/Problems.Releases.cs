namespace Infra.Diagnostics;

/// <content>Releases and plans: PRM150 to PRM169.</content>
public static partial class Problems
{
    /// <summary>A stack asks for a release of a name that has none.</summary>
    public static Diagnostic NoReleaseYet(Location at, string name) => Error(
        at, "PRM150", $"'{name}' has no release yet. Make one with 'prompts release {name}', or serve the draft.");

    /// <summary>A stack asks for a release that does not exist.</summary>
    public static Diagnostic NoSuchRelease(Location at, string name, int number, int newest) => Error(
        at, "PRM150", $"'{name}' has no release {number}; the newest is {newest}. Correct the number, or make the "
            + "release first.");

    /// <summary>A stack serves the newest releases, and a name has none.</summary>
    public static Diagnostic NotServedYet(Location at, string name, string stack) => Warning(
        at, "PRM155", $"Stack {stack} serves the newest releases, and '{name}' has none yet: it is left out. "
            + $"Make one with 'prompts release {name}'.");

    /// <summary>The content of a release does not match its digest.</summary>
    public static Diagnostic DigestDiffers(Location at, string name, int number, string actual) => Error(
        at, "PRM151", $"The content of release {number} of '{name}' is not what was released: its digest is {actual}. "
            + "Restore the file from git; to change the prompt, edit the working file and make a new release.");

    /// <summary>A release's number differs from its file's name.</summary>
    public static Diagnostic ReleaseNumberOfFile(Location at, int stated, int number) => Error(
        at, "PRM152", $"The file is called {number}.yaml but says it is release {stated}. Restore it from git.");

    /// <summary>A release is missing.</summary>
    public static Diagnostic ReleaseMissing(Location at, string name, int number) => Error(
        at, "PRM153", $"Release {number} of '{name}' is missing, but later ones are there. Releases are never deleted "
            + "one by one: restore it from git.");

    /// <summary>A stack serves the draft of a name without a working file.</summary>
    public static Diagnostic NoWorkingFile(Location at, string name) => Error(
        at, "PRM154", $"There is no prompts/{name}.yaml to serve as draft. List a release, or restore the file.");

    /// <summary>A name is a prompt in some releases and a flow in others.</summary>
    public static Diagnostic KindChanged(Location at, string name) => Error(
        at, "PRM156", $"'{name}' is a prompt in some of the releases that this stack keeps and a flow in others. "
            + "Give one of the two a new name.");

    /// <summary>The working file has not changed since the last release.</summary>
    public static Diagnostic NothingToRelease(Location at, string name, int newest) => Error(
        at, "PRM157", $"'{name}' deploys exactly what its release {newest} does, so there is nothing to release. To "
            + "correct a description, owner, tag, test or note, edit the release's file itself.");

    /// <summary>A secret in a release.</summary>
    public static Diagnostic SecretInRelease(Location at, string kind) => Warning(
        at, "PRM476", $"{kind} is visible here to everyone who reads the repository, and to the model. Revoke it, "
            + "release "
            + "without it, and delete this release once no stack keeps it.");
}
