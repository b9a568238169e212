namespace Infra.Diagnostics;

/// <content>What we find wrong with a flow beyond the service's own findings: PRM250 to PRM269.</content>
public static partial class Problems
{
    /// <summary>A variable that no input fills.</summary>
    public static Diagnostic VariableHasNoInput(Location at, string node, string variable) => Finding(
        at, "PRM250", "MissingNodeInput",
        $"The prompt of '{node}' needs the variable '{variable}', but no input fills it. Add it to 'inputs'.");

    /// <summary>An input that fills no variable.</summary>
    public static Diagnostic InputIsNoVariable(Location at, string node, string input, string advice) => Finding(
        at, "PRM251", "UnknownNodeInput",
        $"'{input}' is not a variable of the prompt of '{node}'. {advice}");

    /// <summary>A variable that no input can be named after.</summary>
    public static Diagnostic VariableCannotBeInput(Location at, string node, string variable) => Error(
        at, "PRM252",
        $"The variable '{variable}' of the prompt of '{node}' cannot be filled in a flow: an input's name "
            + "has two characters or more, starts with a letter and has no hyphen. Rename the variable.");

    /// <summary>A name that the service does not take.</summary>
    public static Diagnostic FlowNameMalformed(Location at, string what, string name, int longest) => Error(
        at, "PRM253",
        $"'{name}' cannot be the name of {what}: 2 to {longest} letters and digits, the first a letter, with "
            + "single underscores between them at most.");

    /// <summary>A connection's name that only the console can make.</summary>
    public static Diagnostic ConnectionNameTooLong(Location at, string name, string deployed) => Warning(
        at, "PRM254",
        $"'{name}' is longer than a connection's name may be; it is deployed as '{deployed}'. Remove "
            + "'connection' to have a name derived.");

    /// <summary>Two connections with one name.</summary>
    public static Diagnostic ConnectionNameTwice(Location at, string name) => Warning(
        at, "PRM255",
        $"Another connection is called '{name}' too, so traces cannot tell them apart. Change or remove "
            + "'connection'.");

    /// <summary>More prompt nodes than an account may have unless AWS raised the quota.</summary>
    public static Diagnostic PromptNodeQuota(Location at, int count, int limit) => Warning(
        at, "PRM257",
        $"The flow has {count} nodes of type Prompt, and an account may have {limit} unless AWS raised its quota. "
            + "Ask for more before deploying.");

    /// <summary>More connections than are known to be taken.</summary>
    public static Diagnostic ManyConnections(Location at, int count, int limit) => Warning(
        at, "PRM258",
        $"The flow has {count} connections. CloudFormation's schema allows them, but no more than {limit} are known to "
            + "have been deployed. Try it early, or split the flow.");

    /// <summary>Something that the API takes inside a flow and CloudFormation does not.</summary>
    public static Diagnostic OnlyTheApiTakes(Location at, string what) => Error(
        at, "PRM259",
        $"CloudFormation supports no {what} in a prompt that is written inside a flow. Make the prompt a file of its "
            + "own and write its name here ('prompts import --lift-prompts' does it).");

    /// <summary>An id or ARN that cannot be one.</summary>
    public static Diagnostic ReferenceMalformed(Location at, string what, string text, string example) => Error(
        at, "PRM261", text.Length == 0
            ? $"'{what}' is empty. Give one, as in {example}, or a value such as \"${{name}}\"."
            : $"'{text}' is not a valid '{what}'. It looks like {example}.");

    /// <summary>A guardrail with nothing to watch, or incomplete.</summary>
    public static Diagnostic GuardrailMisplaced(Location at, string reason) => Error(
        at, "PRM262",
        $"The guardrail does nothing here: {reason}.");

    /// <summary>A category outside a loop's controller, or none inside.</summary>
    public static Diagnostic InputCategoryMisplaced(
        Location at, string node, string input, bool isController) => Warning(
        at, "PRM263", isController
            ? $"'{input}' of '{node}' does not say what it is for. "
                + "Add 'category': LoopCondition, ReturnValueToLoopStart or ExitLoop."
            : $"'{input}' of '{node}' has a category, which only the inputs of a LoopController have. Remove it.");

    /// <summary>A part of a loop outside one.</summary>
    public static Diagnostic LoopPartOutsideLoop(Location at, string node, string type) => Error(
        at, "PRM264",
        $"'{node}' is of type {type}, which is allowed only among the nodes of a Loop. Move it there.");

    /// <summary>A condition that opens nothing.</summary>
    public static Diagnostic ConditionLeadsNowhere(Location at, string node, string condition) => Warning(
        at, "PRM265",
        $"Nothing follows when '{condition}' of '{node}' holds: the flow ends without an answer. Write "
            + $"'when: {node}.{condition}' at the node that should follow.");

    /// <summary>A prompt that is not in the catalog.</summary>
    public static Diagnostic UnknownPrompt(Location at, string name, string advice) => Error(
        at, "PRM266",
        $"There is no prompt '{name}'. {advice}");

    /// <summary>Something that may change under a flow.</summary>
    public static Diagnostic Unpinned(Location at, string what, string remedy, bool isPinned) => isPinned
        ? Error(at, "PRM267", $"{what} can change while this flow is pinned. {remedy}")
        : Warning(at, "PRM267", $"{what} can change under the flow; a stack that pins it would refuse this. {remedy}");

    /// <summary>Two conditions with one name.</summary>
    public static Diagnostic ConditionNameTwice(Location at, string node, string condition) => Error(
        at, "PRM268",
        $"'{node}' has two conditions '{condition}'. Rename one.");

    /// <summary>A flow uses a prompt that its stack does not serve.</summary>
    public static Diagnostic PromptNotServed(Location at, string name, string stack) => Error(
        at, "PRM270",
        $"The prompt '{name}' is not served in stack {stack}, but the flow is. List it in Pulumi.{stack}.yaml.");

    /// <summary>A flow uses a release that its stack does not keep.</summary>
    public static Diagnostic ReleaseNotKept(Location at, string reference, string stack) => Error(
        at, "PRM271", $"'{reference}' is not kept in stack {stack}. Promote that release first, or name the prompt "
            + "alone for what is live.");
}
