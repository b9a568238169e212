using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Reading;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Prompts;

/// <summary>Reads the content sent to the model: <c>text</c>, or <c>system</c>, <c>messages</c> and tools.</summary>
internal static class PromptBodyReader
{
    private static readonly string[] ChatKeys = ["system", "messages", "tools", "toolChoice"];

    /// <summary>The body, or null when there is none; that is not reported if one of its keys could not be
    /// read.</summary>
    public static PromptBody? Read(
        YamlNode node, ImmutableHashSet<string> doubtful, Includes includes, ICollection<Diagnostic> report)
    {
        var chat = node.Entries().FirstOrDefault(entry => ChatKeys.Contains(entry.Key.Text));
        if (node.Get("text") is not { } text)
        {
            return node.Get("messages") is not null
                ? ReadChat(node, includes, report)
                : NoTemplate(node, chat, doubtful, report);
        }

        if (chat is not null)
        {
            report.Add(Problems.TextAndChat(chat.Key.At, chat.Key.Text));
        }

        return ReadTemplate(text, includes, report) is { } template
            ? new PromptBody.Text(template, node.Flag("cachePoint"))
            : null;
    }

    private static PromptBody? NoTemplate(
        YamlNode node, YamlEntry? chat, ImmutableHashSet<string> doubtful, ICollection<Diagnostic> report)
    {
        if (node is YamlNode.Mapping && !doubtful.Contains("text") && !doubtful.Contains("messages"))
        {
            report.Add(chat is null
                ? Problems.NoTemplate(node.At)
                : Problems.ChatWithoutMessages(chat.Key.At, chat.Key.Text));
        }

        return null;
    }

    private static PromptBody.Chat ReadChat(YamlNode node, Includes includes, ICollection<Diagnostic> report)
    {
        if ((node as YamlNode.Mapping)?["cachePoint"] is { } cachePoint)
        {
            report.Add(Problems.CachePointOfChat(cachePoint.Key.At));
        }

        return new(
            node.Get("system") is { } system ? ReadBlocks(system, includes, report) : null,
            [.. node.Get("messages").Items().SelectMany(message => ReadMessage(message, includes, report))],
            ReadTools((node as YamlNode.Mapping)?["tools"], report),
            ReadToolChoice(node.Get("toolChoice")));
    }

    private static IEnumerable<Message> ReadMessage(YamlNode node, Includes includes, ICollection<Diagnostic> report)
    {
        var turns = node.Entries().Where(entry => entry.Key.Text is "user" or "assistant").ToArray();
        if (turns.Length != 1 && ShapeCheck.Fits(node, PromptShape.Message))
        {
            report.Add(Problems.MessageHasOneSpeaker(node.At));
        }

        return turns.Select(turn => new Message(
            turn.Key.Text is "user" ? Role.User : Role.Assistant,
            ReadBlocks(turn.Value, includes, report),
            turn.Key.At));
    }

    private static ImmutableArray<Block> ReadBlocks(YamlNode node, Includes includes, ICollection<Diagnostic> report) =>
        node is YamlNode.Sequence sequence
            ? [.. sequence.Items.SelectMany(item => ReadBlock(item, includes, report))]
            : [.. OneText(node, node.At, includes, report)];

    private static IEnumerable<Block> ReadBlock(YamlNode node, Includes includes, ICollection<Diagnostic> report)
    {
        var text = node.Get("text");
        if ((text is null) == node.Flag("cachePoint"))
        {
            return text is null ? [new Block.CachePoint(node.At)] : OneText(text, node.At, includes, report);
        }

        if (ShapeCheck.Fits(node, PromptShape.Block))
        {
            report.Add(Problems.BlockIsOneThing(node.At));
        }

        return [];
    }

    private static IEnumerable<Block> OneText(
        YamlNode node, Location at, Includes includes, ICollection<Diagnostic> report) =>
        ReadTemplate(node, includes, report) is { } template ? [new Block.Text(template, at)] : [];

    private static ToolList? ReadTools(YamlEntry? entry, ICollection<Diagnostic> report)
    {
        if (entry?.Value is not YamlNode.Sequence sequence)
        {
            return null;
        }

        ImmutableArray<Tool> tools = [.. sequence.Items.SelectMany(item => ReadTool(item, report))];
        return new(tools, tools.Length == sequence.Items.Length, entry.Key.At);
    }

    private static IEnumerable<Tool> ReadTool(YamlNode node, ICollection<Diagnostic> report)
    {
        if (node.Flag("cachePoint") && node.Entries().Length == 1)
        {
            return [new Tool.CachePoint(node.At)];
        }

        if (node is not YamlNode.Mapping)
        {
            return [];
        }

        if (node.Text("name") is { } name && node.Get("inputSchema") is { } schema && node.Get("cachePoint") is null)
        {
            return [new Tool.Specification(name, node.Text("description"), new(schema.ToValue(), schema.At), node.At)];
        }

        if (ShapeCheck.Fits(node, PromptShape.Tool))
        {
            report.Add(Problems.ToolIsIncomplete(node.At));
        }

        return [];
    }

    private static ToolChoice? ReadToolChoice(YamlNode? node) => node switch
    {
        YamlNode.Scalar { Text: "auto" } => new ToolChoice.Auto(node.At),
        YamlNode.Scalar { Text: "any" } => new ToolChoice.Any(node.At),
        _ => node.Text("tool") is { } tool ? new ToolChoice.Specific(tool) : null,
    };

    private static Template? ReadTemplate(YamlNode node, Includes includes, ICollection<Diagnostic> report) =>
        includes.Read(node, report) is { } text ? Template.Parse(text) : null;
}
