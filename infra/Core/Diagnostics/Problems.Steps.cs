namespace Infra.Diagnostics;

/// <content>One step from a reviewed revision: PRM158 to PRM169.</content>
public static partial class Problems
{
    /// <summary>A release is not what it was.</summary>
    public static Diagnostic ReleaseRewritten(Location at, string name, int number) => Error(
        at, "PRM158", $"Release {number} of '{name}' has another content than in the revision. Releases never change: "
            + "restore the file from git and make a new release.");

    /// <summary>A release is gone.</summary>
    public static Diagnostic ReleaseDeleted(Location at, string name, int number) => Error(
        at, "PRM159",
        $"Release {number} of '{name}' was deleted. Restore it from git; a whole folder may go once no stack "
            + "lists the name and its working file is gone.");

    /// <summary>A value that a version was cut with is another.</summary>
    public static Diagnostic ValueChanged(Location at, string value, string name, int number) => Error(
        at, "PRM160", $"The value '{value}' changes, but release {number} of '{name}' was cut with it and is kept. "
            + "Give the new value a new name and make a release that uses it.");

    /// <summary>Several versions would be cut from one draft.</summary>
    public static Diagnostic SeveralFirstKept(Location at, string name, IReadOnlyCollection<int> releases) => Error(
        at, "PRM161",
        $"Releases {string.Join(", ", releases)} of '{name}' would be kept for the first time in one step, but the "
            + "service cuts a version from the one draft there is. Deploy them one after the other.");

    /// <summary>The draft would hold another release than the one to cut.</summary>
    public static Diagnostic FirstKeptIsNotLast(Location at, string name, int release) => Error(
        at, "PRM161", $"Release {release} of '{name}' would be kept for the first time, but it is not the last in the "
            + "list, and the "
            + "draft that versions are cut from is the last. Promote it, which puts it last.");

    /// <summary>In a new environment, the live version would be cut from another release.</summary>
    public static Diagnostic LiveCutWrong(Location at, string name, int live, int last) => Error(
        at, "PRM161",
        $"'{name}' is new in this stack: every version would be cut from release {last}, the last in the list, but "
            + $"release {live} is to be live. Start with release {live} alone and promote the others afterwards.");

    /// <summary>In a new environment, an older version would be cut from another release.</summary>
    public static Diagnostic KeptCutWrong(Location at, string name, int release) => Warning(
        at, "PRM162", $"'{name}' is new in this stack, so the version of release {release} would not hold that "
            + "release, and rollback "
            + "to it would be refused. Take it out of the list; promote it later if it is needed.");

    /// <summary>Callers that keep the ARN for a while lose it.</summary>
    public static Diagnostic LiveLeavesKept(Location at, string name, int release) => Warning(
        at, "PRM163",
        $"Release {release} of '{name}' was live and leaves the list in the same step: callers that cached its ARN "
            + "fail until they look it up again. Keep it for one more step.");

    /// <summary>A protected name goes.</summary>
    public static Diagnostic ProtectedGoes(Location at, string name) => Error(
        at, "PRM164", $"'{name}' is protected in this stack, so its removal would fail. First deploy with "
            + "'bedrock-prompts:protect: false', then remove it.");

    /// <summary>A prompt or flow changes the kind of resource it is.</summary>
    public static Diagnostic AdditionalFieldsSwitch(Location at, string name, bool now) => Error(
        at, "PRM165", $"'{name}' {(now ? "starts" : "stops")} sending additional model fields (topK among them). The "
            + "provider would replace it and lose its versions. Give what is changed a new name.");

    /// <summary>Two kept releases are two kinds of resource.</summary>
    public static Diagnostic KeptOfTwoKinds(Location at, string name, int with, int without) => Warning(
        at, "PRM478", $"Release {with} of '{name}' sends additional model fields (topK among them) and release "
            + $"{without} does not. Where one of them is deployed already, the other cannot follow: the provider would "
            + "replace the prompt. Give the changed prompt a new name.");
}
