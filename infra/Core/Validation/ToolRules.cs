using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Validation;

/// <summary>Checks the tools of a conversation.</summary>
public static class ToolRules
{
    /// <summary>All problems of a prompt's tools.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt)
    {
        if (prompt.Body is not PromptBody.Chat chat || prompt.Doubtful.Contains("tools"))
        {
            return [];
        }

        var tools = (chat.Tools?.Specifications ?? []).ToArray();
        return
        [
            .. tools.SelectMany(ToolIsTaken),
            .. NamesDiffer(tools),
            // A tool that could not be read may be the one that is named.
            .. chat is { Choice: ToolChoice.Specific choice, Tools.IsWhole: true } ? ChoiceIsATool(choice, tools) : [],
            .. ThereAreTools(chat),
            .. tools.Length > 0 && prompt.Agent is not null
                ? [Problems.ToolsNotTaken(chat.Tools!.At, "An agent")] : Enumerable.Empty<Diagnostic>(),
        ];
    }

    /// <summary>AWS must accept the tool (PRM022, PRM024, PRM039), and models must be able to call it
    /// (PRM053).</summary>
    public static IEnumerable<Diagnostic> ToolIsTaken(Tool.Specification tool) =>
    [
        .. Limits.IsToolName(tool.Name.Value)
            ? Enumerable.Empty<Diagnostic>()
            : [Problems.ToolName(tool.Name.At, tool.Name.Value)],
        .. TextRules.HasLength(tool.Description, "description", 1, int.MaxValue),
        .. tool.InputSchema switch
        {
            { Value: not Value.Map } schema => [Problems.ToolSchemaIsNoMapping(schema.At)],
            { Value: Value.Map map } schema when map["type"] is not Value.Text { Content: "object" } =>
                [Problems.ToolSchemaTakesNoObject(schema.At)],
            _ => Enumerable.Empty<Diagnostic>(),
        },
    ];

    private static IEnumerable<Diagnostic> NamesDiffer(IEnumerable<Tool.Specification> tools) =>
        from same in tools.GroupBy(tool => tool.Name.Value, StringComparer.Ordinal)
        from again in same.Skip(1)
        select Problems.DuplicateTool(again.Name.At, same.Key, same.First().Name.At.Line);

    private static IEnumerable<Diagnostic> ChoiceIsATool(ToolChoice.Specific choice, Tool.Specification[] tools) =>
        tools.Length == 0 || Array.Exists(tools, tool => tool.Name.Value == choice.Name.Value)
            ? []
            : [Problems.UnknownTool(
                choice.At, choice.Name.Value,
                    DidYouMean.Advice(choice.Name.Value, [.. tools.Select(tool => tool.Name.Value).Distinct()]))];

    private static IEnumerable<Diagnostic> ThereAreTools(PromptBody.Chat chat) => chat switch
    {
        { Tools: { Items: [], IsWhole: true } none } => [Problems.NoTools(none.At, "tools")],
        { Tools: null, Choice: { } choice } => [Problems.NoTools(choice.At, "toolChoice")],
        _ => [],
    };
}
