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

    /// <summary>A variable whose name cannot be an input's.</summary>
    public static Diagnostic VariableCannotBeInput(Location at, string node, string variable) => Error(
        at, "PRM252",
        $"The variable '{variable}' of the prompt of '{node}' cannot be filled in a flow: the name of an input has "
            + "two characters or more, starts with a letter and has no hyphen. Rename the variable.");

    /// <summary>A name that AWS does not accept.</summary>
    public static Diagnostic FlowNameMalformed(Location at, string what, string name, int longest) => Error(
        at, "PRM253",
        $"'{name}' cannot be the name of {what}. Use 2 to {longest} letters and digits, starting with a letter; "
            + "single underscores may separate them.");

    /// <summary>A connection's name that is too long.</summary>
    public static Diagnostic ConnectionNameTooLong(Location at, string name, string deployed) => Warning(
        at, "PRM254",
        $"The connection's name '{name}' is too long, so it is deployed as '{deployed}'. Shorten it, or remove "
            + "'connection' to get a generated name.");

    /// <summary>Two connections with one name.</summary>
    public static Diagnostic ConnectionNameTwice(Location at, string name) => Warning(
        at, "PRM255",
        $"Another connection is also called '{name}', so traces cannot tell them apart. Change or remove "
            + "'connection'.");

    /// <summary>More prompt nodes than the default quota allows.</summary>
    public static Diagnostic PromptNodeQuota(Location at, int count, int limit) => Warning(
        at, "PRM257",
        $"The flow has {count} nodes of type Prompt, but an account may have {limit} by default. Ask AWS for a "
            + "higher quota before you deploy.");

    /// <summary>More connections than are known to work.</summary>
    public static Diagnostic ManyConnections(Location at, int count, int limit) => Warning(
        at, "PRM258",
        $"The flow has {count} connections. CloudFormation's schema allows them, but no more than {limit} are known to "
            + "have been deployed. Try it early, or split the flow.");

    /// <summary>Something that CloudFormation does not support inside a flow.</summary>
    public static Diagnostic OnlyTheApiTakes(Location at, string what) => Error(
        at, "PRM259",
        $"CloudFormation does not support {what} in a prompt inside a flow. Move the prompt to a file of its own and "
            + "write its name here; 'prompts import --lift-prompts' does that.");

    /// <summary>A malformed id or ARN.</summary>
    public static Diagnostic ReferenceMalformed(Location at, string what, string text, string example) => Error(
        at, "PRM261", text.Length == 0
            ? $"'{what}' is empty. Give one, as in {example}, or a value such as \"${{name}}\"."
            : $"'{text}' is not a valid '{what}'. Write one as in {example}.");

    /// <summary>A guardrail that is incomplete or has no effect.</summary>
    public static Diagnostic GuardrailMisplaced(Location at, string reason) => Error(
        at, "PRM262",
        $"The guardrail does nothing here: {reason}.");

    /// <summary>A loop controller's input without a category, or another input with one.</summary>
    public static Diagnostic InputCategoryMisplaced(
        Location at, string node, string input, bool isController) => Warning(
        at, "PRM263", isController
            ? $"'{input}' of '{node}' does not say what it is for. "
                + "Add 'category': LoopCondition, ReturnValueToLoopStart or ExitLoop."
            : $"'{input}' of '{node}' has a category, which only the inputs of a LoopController have. Remove it.");

    /// <summary>A loop's node outside a loop.</summary>
    public static Diagnostic LoopPartOutsideLoop(Location at, string node, string type) => Error(
        at, "PRM264",
        $"'{node}' is of type {type}, which is allowed only among the nodes of a Loop. Move it there.");

    /// <summary>A condition that nothing follows.</summary>
    public static Diagnostic ConditionLeadsNowhere(Location at, string node, string condition) => Warning(
        at, "PRM265",
        $"Nothing follows when '{condition}' of '{node}' holds: the flow ends without an answer. Write "
            + $"'when: {node}.{condition}' at the node that should follow.");

    /// <summary>A prompt that does not exist.</summary>
    public static Diagnostic UnknownPrompt(Location at, string name, string advice) => Error(
        at, "PRM266",
        $"There is no prompt '{name}'. {advice}");

    /// <summary>Something that can change while the flow stays the same.</summary>
    public static Diagnostic Unpinned(Location at, string what, string remedy, bool isPinned) => isPinned
        ? Error(at, "PRM267", $"{what} can change although the stack serves a release of this flow. {remedy}")
        : Warning(at, "PRM267", $"{what} can change while the flow stays the same, and a stack that serves a release "
            + $"of the flow would refuse this. {remedy}");

    /// <summary>Two conditions with one name.</summary>
    public static Diagnostic ConditionNameTwice(Location at, string node, string condition) => Error(
        at, "PRM268",
        $"'{node}' has two conditions '{condition}'. Rename one.");

    /// <summary>A flow uses a prompt that its stack does not serve.</summary>
    public static Diagnostic PromptNotServed(Location at, string name, string stack) => Error(
        at, "PRM270",
        $"Stack {stack} serves this flow, but not the prompt '{name}' that it uses. List '{name}' in "
            + $"Pulumi.{stack}.yaml.");

    /// <summary>A flow uses a release that its stack does not keep.</summary>
    public static Diagnostic ReleaseNotKept(Location at, string reference, string stack) => Error(
        at, "PRM271", $"Stack {stack} does not keep '{reference}', which this flow uses. Promote that release first, "
            + "or write the name without '@' for the live release.");
}
