namespace Infra.Diagnostics;

/// <content>
/// What the service finds wrong with the nodes of a flow: PRM212, PRM219 to PRM222, 225 to 230, 235 to 242.
/// </content>
public static partial class Problems
{
    /// <summary>Two conditions with the same expression.</summary>
    public static Diagnostic DuplicateConditionExpression(
        Location at, string node, string condition, string first) => Finding(
        at, "PRM212", "DuplicateConditionExpression",
        $"'{condition}' of '{node}' has the same expression as '{first}', which comes first and wins. Change or "
            + "remove it.");

    /// <summary>A condition that cannot be evaluated.</summary>
    public static Diagnostic MalformedConditionExpression(
        Location at, string node, string condition, string cause) => Finding(
        at, "PRM219", "MalformedConditionExpression",
        $"'{condition}' of '{node}' cannot be evaluated: {cause}.");

    /// <summary>An input's expression that cannot be read.</summary>
    public static Diagnostic MalformedNodeInputExpression(
        Location at, string node, string input, string cause) => Finding(
        at, "PRM220", "MalformedNodeInputExpression",
        $"The expression of '{input}' of '{node}' cannot be read: {cause}.");

    /// <summary>An input of the wrong type.</summary>
    public static Diagnostic MismatchedNodeInputType(
        Location at, string node, string input, string expected, string found) => Finding(
        at, "PRM221", "MismatchedNodeInputType",
        $"'{input}' of '{node}' must be of type {expected}; found {found}.");

    /// <summary>An output of the wrong type.</summary>
    public static Diagnostic MismatchedNodeOutputType(
        Location at, string node, string output, string expected, string found) => Finding(
        at, "PRM222", "MismatchedNodeOutputType",
        $"'{output}' of '{node}' must be of type {expected}; found {found}.");

    /// <summary>Conditions without a default.</summary>
    public static Diagnostic MissingDefaultCondition(Location at, string node) => Finding(
        at, "PRM225", "MissingDefaultCondition",
        $"'{node}' has no condition 'default' for when no other condition is met. Add - name: default, or write the "
            + "conditions as a mapping.");

    /// <summary>A flow without an Output node.</summary>
    public static Diagnostic MissingEndingNodes(Location at) => Finding(
        at, "PRM226", "MissingEndingNodes",
        "The flow has no node of type Output, so it never answers. Add one.");

    /// <summary>A node without its configuration.</summary>
    public static Diagnostic MissingNodeConfiguration(Location at, string node, string type) => Finding(
        at, "PRM227", "MissingNodeConfiguration",
        $"'{node}' has no configuration, and nodes of type {type} need one. Add the keys of that type.");

    /// <summary>A node without an input it needs.</summary>
    public static Diagnostic MissingNodeInput(Location at, string node, string type, string input) => Finding(
        at, "PRM228", "MissingNodeInput",
        $"'{node}' of type {type} needs the input '{input}'. Add it to 'inputs'.");

    /// <summary>A node without an output it always has.</summary>
    public static Diagnostic MissingNodeOutput(Location at, string node, string type, string output) => Finding(
        at, "PRM229", "MissingNodeOutput",
        $"'{node}' of type {type} always has the output '{output}'. Add it, or leave 'outputs' out.");

    /// <summary>A flow without an Input node.</summary>
    public static Diagnostic MissingStartingNodes(Location at) => Finding(
        at, "PRM230", "MissingStartingNodes",
        "The flow has no node of type Input, so it never starts. Add one.");

    /// <summary>An input that the type of node does not have.</summary>
    public static Diagnostic UnknownNodeInput(
        Location at, string node, string type, string input, string advice) => Finding(
        at, "PRM235", "UnknownNodeInput",
        $"'{node}' of type {type} has no input '{input}'. {advice}");

    /// <summary>An output that the type of node does not have.</summary>
    public static Diagnostic UnknownNodeOutput(
        Location at, string node, string type, string output, string advice) => Finding(
        at, "PRM236", "UnknownNodeOutput",
        $"'{node}' of type {type} has no output '{output}'. {advice}");

    /// <summary>A loop without a LoopInput node.</summary>
    public static Diagnostic MissingLoopInputNode(Location at, string loop) => Finding(
        at, "PRM237", "MissingLoopInputNode",
        $"The loop '{loop}' has no node of type LoopInput. Add one to its nodes.");

    /// <summary>A loop without a LoopController node.</summary>
    public static Diagnostic MissingLoopControllerNode(Location at, string loop) => Finding(
        at, "PRM238", "MissingLoopControllerNode",
        $"The loop '{loop}' has no node of type LoopController. Add one to its nodes.");

    /// <summary>A loop with several LoopInput nodes.</summary>
    public static Diagnostic MultipleLoopInputNodes(Location at, string loop) => Finding(
        at, "PRM239", "MultipleLoopInputNodes",
        $"The loop '{loop}' has several nodes of type LoopInput. Keep one.");

    /// <summary>A loop with several LoopController nodes.</summary>
    public static Diagnostic MultipleLoopControllerNodes(Location at, string loop) => Finding(
        at, "PRM240", "MultipleLoopControllerNodes",
        $"The loop '{loop}' has several nodes of type LoopController. Keep one.");

    /// <summary>A node that is not allowed in a loop.</summary>
    public static Diagnostic LoopIncompatibleNodeType(
        Location at, string loop, string node, string type) => Finding(
        at, "PRM241", "LoopIncompatibleNodeType",
        $"'{node}' is of type {type}, which is not allowed inside the loop '{loop}'. Move it out.");

    /// <summary>A connection across the edge of a loop.</summary>
    public static Diagnostic InvalidLoopBoundary(Location at, string source, string target) => Finding(
        at, "PRM242", "InvalidLoopBoundary",
        $"The connection from '{source}' to '{target}' crosses the edge of a loop. Enter it through the "
            + "Loop's inputs and LoopInput, leave it through LoopController and the Loop's outputs.");
}
