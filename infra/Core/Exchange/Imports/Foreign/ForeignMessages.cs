using Infra.Definitions.Yaml;
using Infra.Values;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Reads the messages of a conversation as OpenAI, Anthropic, Langfuse and Converse write them.</summary>
internal static class ForeignMessages
{
    private static readonly string[] StopKeys = ["stopSequences", "stop_sequences", "stop"];

    /// <summary>The messages under <c>messages</c> or another key.</summary>
    public static IEnumerable<(string Role, string Text)> Turns(ImportedPart holder, string key, Braces braces)
    {
        foreach (var message in holder.RequiredParts(key))
        {
            var role = message.RequiredText("role") switch
            {
                "developer" => "system",
                "human" => "user",
                "ai" or "model" => "assistant",
                var word => word,
            };
            if (role is not (null or "system" or "user" or "assistant"))
            {
                message.ReportWord("role", role, "system, user, assistant");
            }

            var text = Text(message, "content");
            message.Finish();
            yield return (role ?? "user", ForeignText.Of(text, braces));
        }
    }

    /// <summary>A text, or the texts in a list of blocks; a definition cannot contain other blocks.</summary>
    public static string Text(ImportedPart holder, string key) =>
        holder.Raw(key) is Value.List
            ? string.Join("\n\n", holder.RequiredParts(key).Select(Block).OfType<string>())
            : holder.RequiredText(key) ?? "";

    /// <summary>The tools: OpenAI's functions, Anthropic's tools, or Converse's.</summary>
    public static YamlNode? Tools(ImportedPart request)
    {
        if (request.Part("toolConfig") is { } configuration)
        {
            return ImportedTools.Read(configuration).FirstOrDefault(entry => entry.Key is "tools").Value;
        }

        return request.Parts("tools") is not { IsEmpty: false } tools ? null : YamlNodes.List(tools.Select(Tool));
    }

    private static YamlNode Tool(ImportedPart tool)
    {
        tool.Ignore("type");
        var function = tool.Part("function") ?? tool;
        var read = YamlNodes.Map(
            ("name", function.TextNode("name")),
            ("description", function.TextNode("description")),
            ("inputSchema", function.Has("parameters") ? function.Json("parameters") : function.Json("input_schema")));
        function.Finish();
        if (function != tool)
        {
            tool.Finish();
        }

        return read;
    }

    private static string? Block(ImportedPart block)
    {
        var text = block.Text("text");
        block.Ignore("type");
        block.Finish();
        return text;
    }

    /// <summary>The parameters of inference, under the names of several systems.</summary>
    public static YamlNode.Mapping Inference(ImportedPart holder, params ReadOnlySpan<string> tokens)
    {
        var limit = tokens.ToArray().FirstOrDefault(holder.Has);
        return YamlNodes.Map(
            ("temperature", holder.NumberNode("temperature")),
            ("topP", holder.NumberNode("topP") ?? holder.NumberNode("top_p")),
            ("topK", holder.NumberNode("topK") ?? holder.NumberNode("top_k")),
            ("maxTokens", limit is null ? null : holder.NumberNode(limit)),
            ("stopSequences", Stops(holder)));
    }

    private static YamlNode? Stops(ImportedPart holder)
    {
        var key = StopKeys.FirstOrDefault(holder.Has);
        return key is null ? null
            : holder.Raw(key) is Value.Text ? YamlNodes.List(holder.TextNode(key)!)
            : holder.TextsNode(key);
    }
}
