namespace Infra.Diagnostics;

/// <content>Releases and plans: PRM150 to PRM199.</content>
public static partial class Problems
{
    /// <summary>A stack asks for a release that does not exist.</summary>
    public static Diagnostic NoSuchRelease(Location at, string name) => Error(
        at, "PRM150", $"'{name}' has no release yet. Make one with 'prompts release {name}', or serve the draft.");
}
