namespace Infra.Diagnostics;

/// <content>
/// What the service finds wrong with the connections of a flow: PRM210 to PRM218, 223, 224, 231 to 233.
/// </content>
public static partial class Problems
{
    /// <summary>A connection closes a circle.</summary>
    public static Diagnostic CyclicConnection(Location at, string source, string target) => Finding(
        at, "PRM210", "CyclicConnection",
        $"'{source}' already depends on '{target}', so this connection closes a circle. Remove a connection, or "
            + "repeat nodes with a Loop.");

    /// <summary>The same connection twice.</summary>
    public static Diagnostic DuplicateConnections(Location at, string source, string target) => Finding(
        at, "PRM211", "DuplicateConnections",
        $"The same connection leads from '{source}' to '{target}' twice. Remove one.");

    /// <summary>A node that nothing leads to.</summary>
    public static Diagnostic UnreachableNode(Location at, string node) => Warned(
        at, "PRM213", "UnreachableNode",
        $"No path leads to '{node}', so it never runs. Connect it or remove it.");

    /// <summary>A source that is not a node.</summary>
    public static Diagnostic UnknownConnectionSource(
        Location at, string source, string target, string advice) => Finding(
        at, "PRM214", "UnknownConnectionSource",
        $"'{target}' takes its value from node '{source}', which does not exist. {advice}");

    /// <summary>A node does not have that output.</summary>
    public static Diagnostic UnknownConnectionSourceOutput(
        Location at, string node, string output, string advice) => Finding(
        at, "PRM215", "UnknownConnectionSourceOutput",
        $"'{node}' has no output '{output}'. {advice}");

    /// <summary>A target that is not a node.</summary>
    public static Diagnostic UnknownConnectionTarget(
        Location at, string connection, string target, string advice) => Finding(
        at, "PRM216", "UnknownConnectionTarget",
        $"'{connection}' leads to '{target}', which is not a node. {advice}");

    /// <summary>A node does not have that input.</summary>
    public static Diagnostic UnknownConnectionTargetInput(
        Location at, string connection, string node, string input, string advice) => Finding(
        at, "PRM217", "UnknownConnectionTargetInput",
        $"'{connection}' leads to '{input}', which is not an input of '{node}'. {advice}");

    /// <summary>A condition that does not exist.</summary>
    public static Diagnostic UnknownConnectionCondition(
        Location at, string node, string condition, string advice) => Finding(
        at, "PRM218", "UnknownConnectionCondition",
        $"'{node}' has no condition '{condition}'. {advice}");

    /// <summary>The type of a source does not fit the input.</summary>
    public static Diagnostic IncompatibleConnectionDataType(
        Location at, string source, string input, string reason) => Finding(
        at, "PRM223", "IncompatibleConnectionDataType",
        $"'{source}' does not fit '{input}': {reason}.");

    /// <summary>A path into a value that is declared to be a scalar.</summary>
    public static Diagnostic PathIntoScalar(Location at, string source, string type, string expression) => Warned(
        at, "PRM223", "IncompatibleConnectionDataType",
        $"'{source}' is a {type}, so '{expression}' finds nothing in it. Declare its output as Object or "
            + "Array, or take $.data.");

    /// <summary>A connection without a configuration.</summary>
    public static Diagnostic MissingConnectionConfiguration(Location at, string connection) => Finding(
        at, "PRM224", "MissingConnectionConfiguration",
        $"Connection '{connection}' has no configuration, so it does not say which output, input or condition it "
            + "joins. Add 'data' or 'conditional' to its configuration.");

    /// <summary>An input with several sources.</summary>
    public static Diagnostic MultipleNodeInputConnections(Location at, string node, string input) => Finding(
        at, "PRM231", "MultipleNodeInputConnections",
        $"'{input}' of '{node}' has several sources, but an input takes one. Give each branch a node of its own.");

    /// <summary>An input without a source.</summary>
    public static Diagnostic UnfulfilledNodeInput(Location at, string node, string input) => Finding(
        at, "PRM232", "UnfulfilledNodeInput",
        $"'{input}' of '{node}' has no source. Write 'from' with a node's output.");

    /// <summary>Optional inputs without a source.</summary>
    public static Diagnostic UnfulfilledNodeInputs(Location at, string node, IReadOnlyList<string> inputs) => Warned(
        at, "PRM232", "UnfulfilledNodeInput",
        $"{string.Join(" and ", inputs.Select(input => $"'{input}'"))} of '{node}' "
            + (inputs.Count == 1
                ? "has no source and stays empty. Give it one or remove it."
                : "have no source and stay empty. Give them one or remove them."));

    /// <summary>Branches that exclude each other meet.</summary>
    public static Diagnostic UnsatisfiedConnectionConditions(
        Location at, string target, string condition) => Finding(
        at, "PRM233", "UnsatisfiedConnectionConditions",
        $"'{target}' can never run: its inputs come from branches of '{condition}' that exclude each other. "
            + "Give each branch a node of its own.");

    private static Diagnostic Finding(Location at, string code, string kind, string message) =>
        Error(at, code, $"{message} ({kind})");

    private static Diagnostic Warned(Location at, string code, string kind, string message) =>
        Warning(at, code, $"{message} ({kind})");
}
