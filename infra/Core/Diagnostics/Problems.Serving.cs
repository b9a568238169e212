using Infra.Spelling;

namespace Infra.Diagnostics;

/// <content>What a stack serves, and where: PRM440 to PRM459.</content>
public static partial class Problems
{
    /// <summary>A flow is served with a release of a prompt whose variables it does not fill.</summary>
    public static Diagnostic FlowDoesNotFit(
        Location at, string flow, string prompt, string difference, string advice) => Error(
        at, "PRM440", $"{FirstLetter.Upper(flow)} does not fit {prompt}, which this stack serves "
            + $"with it: {difference}. {advice}");

    /// <summary>A file with errors, from which the stack serves nothing.</summary>
    public static Diagnostic NotServedHere(Location at, string codes, string stack) => Warning(
        at, "PRM441", $"This file has errors ({codes}), but stack {stack} serves nothing from it. "
            + "See them with 'prompts validate'.");

    /// <summary>A stack's region changes.</summary>
    public static Diagnostic RegionMoves(Location at, string stack, string from, string to) => Error(
        at, "PRM442", $"The region of stack {stack} changes from {from} to {to}, but its resources are in {from}: "
            + $"versions cannot move. Make another stack for {to}, and remove this one once callers have moved on.");

    /// <summary>The path of aliases and policies changes.</summary>
    public static Diagnostic PathMoves(Location at, string from, string to) => Warning(
        at, "PRM443", $"'parameterPath' changes from {from} to {to}: every alias and policy is replaced, applications "
            + "that look up the old ones find nothing, and with 'protect' the deployment fails. Keep it, or make "
            + "another stack and move the callers first.");

    /// <summary>The prefix of names on AWS changes.</summary>
    public static Diagnostic PrefixMoves(Location at, string from, string to) => Warning(
        at, "PRM444", $"'namePrefix' changes from '{from}' to '{to}': every prompt and flow is renamed in place, and "
            + "keeps its ARN and versions. Check what looks for the old names, such as dashboards and policies.");
}
