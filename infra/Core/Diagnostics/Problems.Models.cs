using System.Globalization;

namespace Infra.Diagnostics;

/// <content>Models, inference and tools: PRM020, PRM021, PRM026 to PRM031, PRM035, PRM037 to PRM039,
/// PRM049 to PRM054.</content>
public static partial class Problems
{
    /// <summary>A number outside the range that AWS accepts.</summary>
    public static Diagnostic OutOfRange(Location at, string key, decimal value, decimal least, decimal? most) => Error(
        at, "PRM020", $"'{key}' is {Plain(value)}, but AWS accepts {Plain(least)} "
            + $"{(most is { } end ? $"to {Plain(end)}" : "or more")}. Correct it.");

    /// <summary>More items than AWS accepts.</summary>
    /// <param name="at">The first that is too many.</param>
    /// <param name="what">As in <c>variables</c>.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="most">How many there may be.</param>
    public static Diagnostic TooMany(Location at, string what, int count, int most) => Error(
        at, "PRM021", $"There are {count} {what}, but AWS accepts {most}. Remove some, starting here.");

    /// <summary>Neither model nor agent.</summary>
    public static Diagnostic NoModel(Location at) => Error(
        at, "PRM026", "The prompt has neither a model nor an agent. Add 'model' or 'agent'.");

    /// <summary>Both model and agent.</summary>
    public static Diagnostic ModelAndAgent(Location at) => Error(
        at, "PRM027", "The prompt has both a model and an agent. Remove one.");

    /// <summary>A model id that AWS does not accept.</summary>
    public static Diagnostic MalformedModel(Location at) => Error(
        at, "PRM028", "This is not the id or ARN of a model or an inference profile. Write one, as in "
            + "amazon.nova-lite-v1:0.");

    /// <summary>An agent ARN that AWS does not accept.</summary>
    public static Diagnostic MalformedAgent(Location at) => Error(
        at, "PRM029", "This is not the ARN of an agent alias. Write "
            + "arn:aws:bedrock:<region>:<account>:agent-alias/<agent "
            + "id>/<alias id>.");

    /// <summary>A malformed placeholder.</summary>
    public static Diagnostic MalformedPlaceholder(Location at) => Error(
        at, "PRM030", "'${' starts a placeholder that is not closed or has no name. Write ${name}, with letters and "
            + "digits, separated by "
            + "single '-' or '_'.");

    /// <summary>No limit on the length of the answer.</summary>
    public static Diagnostic NoMaxTokens(Location at) => Warning(
        at, "PRM031", "Nothing limits the length, and the cost, of an answer. Add 'maxTokens' to 'inference'.");

    /// <summary>Tools for a model that cannot call any.</summary>
    public static Diagnostic ToolsNotTaken(Location at, string who) => Warning(
        at, "PRM035", $"{who} cannot call tools, as far as is known. Choose another model or remove 'tools'.");

    /// <summary>Two tools with one name.</summary>
    public static Diagnostic DuplicateTool(Location at, string name, int firstLine) => Error(
        at, "PRM037", $"A tool '{name}' is already defined in line {firstLine}. Rename one of them.");

    /// <summary>'toolChoice' names a tool that does not exist.</summary>
    public static Diagnostic UnknownTool(Location at, string name, string advice) => Error(
        at, "PRM038", $"'toolChoice' names the tool '{name}', which does not exist. {advice}");

    /// <summary>A tool's input schema is not a mapping.</summary>
    public static Diagnostic ToolSchemaIsNoMapping(Location at) => Error(
        at, "PRM039", "'inputSchema' is not a JSON schema. Write a mapping that starts with 'type: object'.");

    /// <summary>topK for a model whose own name for it is unknown.</summary>
    public static Diagnostic TopKSpellingUnknown(Location at) => Error(
        at, "PRM049", "Models have different names for topK, and the name for this model is not known. Set it in "
            + "'additionalModelRequestFields', under the model's own name.");

    /// <summary>topK for a model that does not support it.</summary>
    public static Diagnostic TopKNotTaken(Location at, string model) => Error(
        at, "PRM050", $"'{model}' does not support topK. Remove it.");

    /// <summary>topK in two places.</summary>
    public static Diagnostic TopKTwice(Location at, string path) => Error(
        at, "PRM051",
        $"'additionalModelRequestFields' has '{path}', which sets topK a second time. Remove one of them.");

    /// <summary>'additionalModelRequestFields' is not a mapping.</summary>
    public static Diagnostic FieldsAreNoMapping(Location at) => Error(
        at, "PRM052",
        "'additionalModelRequestFields' is not a JSON object. Write a mapping of the fields the model takes.");

    /// <summary>A tool's input schema without 'type: object'.</summary>
    public static Diagnostic ToolSchemaTakesNoObject(Location at) => Warning(
        at, "PRM053", "A tool's arguments are an object. Start 'inputSchema' with 'type: object'.");

    /// <summary>A tool configuration without tools.</summary>
    public static Diagnostic NoTools(Location at, string key) => Error(
        at, "PRM054", $"'{key}' is set, but the prompt has no tools. Add one to 'tools' or remove '{key}'.");

    private static string Plain(decimal number) =>
        number.ToString("#,0.############################", CultureInfo.InvariantCulture);
}
