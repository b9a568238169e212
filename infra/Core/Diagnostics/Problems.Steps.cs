namespace Infra.Diagnostics;

/// <content>One step from a reviewed revision: PRM158 to PRM169.</content>
public static partial class Problems
{
    /// <summary>A release was changed.</summary>
    public static Diagnostic ReleaseRewritten(Location at, string name, int number) => Error(
        at, "PRM158", $"Release {number} of '{name}' differs from the same release in the revision. Releases never "
            + "change: restore the file from git and make a new release.");

    /// <summary>A release was deleted.</summary>
    public static Diagnostic ReleaseDeleted(Location at, string name, int number) => Error(
        at, "PRM159",
        $"Release {number} of '{name}' was deleted. Restore it from git; a whole folder may go once no stack "
            + "lists the name and its working file is gone.");

    /// <summary>A value changes that a kept release was deployed with.</summary>
    public static Diagnostic ValueChanged(Location at, string value, string name, int number) => Error(
        at, "PRM160", $"The value '{value}' changes, but release {number} of '{name}', which the stack keeps, was "
            + "deployed with the old one. Give the new value a name of its own and make a release that uses it.");

    /// <summary>Several versions would be cut from the same draft.</summary>
    public static Diagnostic SeveralFirstKept(Location at, string name, IReadOnlyCollection<int> releases) => Error(
        at, "PRM161",
        $"Releases {string.Join(", ", releases)} of '{name}' are added in one step, but AWS cuts each version from "
            + "the same draft. Add one, deploy, then add the next.");

    /// <summary>The draft would hold another release than the one to cut.</summary>
    public static Diagnostic FirstKeptIsNotLast(Location at, string name, int release) => Error(
        at, "PRM161", $"Release {release} of '{name}' is new in the list but not the last, and its version would be "
            + "cut from a draft that holds the last. Put it last, as 'prompts promote' does.");

    /// <summary>In a new environment, the live version would be cut from another release.</summary>
    public static Diagnostic LiveCutWrong(Location at, string name, int live, int last) => Error(
        at, "PRM161",
        $"'{name}' is new in this stack, so every version would be cut from release {last}, the last in the list, "
            + $"although release {live} is to be live. Start with release {live} alone and promote the others "
            + "afterwards.");

    /// <summary>In a new environment, an older version would be cut from another release.</summary>
    public static Diagnostic KeptCutWrong(Location at, string name, int release) => Warning(
        at, "PRM162", $"'{name}' is new in this stack, so the version for release {release} would be cut from "
            + "another release, and a rollback to it would be refused. Remove it from the list; promote it later if "
            + "you need it.");

    /// <summary>Callers that cached the ARN would lose it.</summary>
    public static Diagnostic LiveLeavesKept(Location at, string name, int release) => Warning(
        at, "PRM163",
        $"Release {release} of '{name}' was live and leaves the list in the same step: callers that cached its ARN "
            + "fail until they look it up again. Keep it for one more step.");

    /// <summary>A protected name would be removed.</summary>
    public static Diagnostic ProtectedGoes(Location at, string name) => Error(
        at, "PRM164", $"'{name}' is protected in this stack, so its removal would fail. First deploy with "
            + "'bedrock-prompts:protect: false', then remove it.");

    /// <summary>A prompt or flow would become another type of resource.</summary>
    public static Diagnostic AdditionalFieldsSwitch(Location at, string name, bool now) => Error(
        at, "PRM165", $"'{name}' {(now ? "starts" : "stops")} sending additional model fields, such as topK. Pulumi "
            + $"would replace the resource and lose its versions. Leave '{name}' as it was, and make the change in a "
            + "copy with a new name.");

    /// <summary>Two kept releases are different types of resource.</summary>
    public static Diagnostic KeptOfTwoKinds(Location at, string name, int with, int without) => Warning(
        at, "PRM478", $"Release {with} of '{name}' sends additional model fields, such as topK, and release "
            + $"{without} does not. Where one of them is deployed, the other cannot be: Pulumi would replace the "
            + "prompt and lose its versions. Give the changed prompt a new name.");
}
