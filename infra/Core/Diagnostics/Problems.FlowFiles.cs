namespace Infra.Diagnostics;

/// <content>How a flow's file is written: PRM200 to PRM209.</content>
public static partial class Problems
{
    /// <summary>A node whose type does not exist.</summary>
    public static Diagnostic UnknownNodeType(Location at, string type, string advice) => Error(
        at, "PRM200",
        $"'{type}' is not a type of node. {advice}");

    /// <summary>A source that is not written as node and output.</summary>
    public static Diagnostic SourceIsNotDotted(Location at, string text) => Error(
        at, "PRM201",
        $"'{text}' does not name a source. Write a node and its output, as in Classify.modelCompletion; in "
            + "'when', a node and its condition, as in IsBilling.yes.");

    /// <summary>Something that cannot be a prompt's name.</summary>
    public static Diagnostic PromptReferenceMalformed(Location at, string text) => Error(
        at, "PRM202",
        text.StartsWith("arn:", StringComparison.Ordinal)
            ? $"'{text}' is an ARN, not a name. Write prompt: {{ arn: {text} }}, or import the prompt and name it."
            : $"'{text}' does not name a prompt. Write its name, or name@3 for release 3.");

    /// <summary>A prompt that is named by ARN and written out as well.</summary>
    public static Diagnostic PromptHasOneSource(Location at) => Error(
        at, "PRM203",
        "'arn' cannot be combined with other keys: the prompt behind it has its own text and model. Remove 'arn' or "
            + "the other "
            + "keys.");

    /// <summary>A name in <c>connectionOrder</c> that is not a connection's.</summary>
    public static Diagnostic UnknownConnection(Location at, string name, string advice) => Error(
        at, "PRM204",
        $"There is no connection '{name}' to put in order. {advice}");

    /// <summary>The outputs are given in two ways.</summary>
    public static Diagnostic OutputGivenTwice(Location at) => Error(
        at, "PRM205",
        "Both 'output' and 'outputs' are set. Keep one: 'outputs' names each output with its type.");
}
