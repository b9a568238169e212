using System.Collections.Immutable;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The template of an imported prompt: a text or a conversation.</summary>
internal static class ImportedTemplate
{
    /// <summary>The keys of the file.</summary>
    /// <param name="holder">The variant, or the inline prompt.</param>
    /// <param name="isInline">Whether the prompt is part of a flow.</param>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart holder, bool isInline)
    {
        if (holder.RequiredPart("templateConfiguration") is not { } configuration)
        {
            return [];
        }

        var type = holder.Expected("templateType", configuration.Has("chat") ? "CHAT" : "TEXT");
        if (type is not ("TEXT" or "CHAT"))
        {
            holder.ReportWord("templateType", type, "TEXT, CHAT");
        }

        (string, YamlNode?)[] read = type is "CHAT"
            ? [.. Chat(configuration.RequiredPart("chat"), isInline)]
            : [.. Text(configuration.RequiredPart("text"), isInline)];
        configuration.Elsewhere("textS3Location", "Write the text itself in the file to import.");
        configuration.Finish();
        return read;
    }

    private static IEnumerable<(string Key, YamlNode? Value)> Text(ImportedPart? template, bool isInline)
    {
        if (template is null)
        {
            return [];
        }

        var text = template.RequiredText("text");
        (string, YamlNode?)[] read =
        [
            ("text", text is null ? null : Literal(template, text)),
            ("cachePoint", CachePoint(template) ? YamlNodes.Plain("true") : null),
            ("variables", Variables(template, text is null ? [] : [text], isInline)),
        ];
        template.Finish();
        return read;
    }

    private static IEnumerable<(string Key, YamlNode? Value)> Chat(ImportedPart? chat, bool isInline)
    {
        if (chat is null)
        {
            return [];
        }

        var texts = new List<string>();
        var system = chat.Parts("system");
        (string, YamlNode?)[] read =
        [
            ("system", system is { } blocks ? Content(blocks, texts) : null),
            ("messages", YamlNodes.List(chat.RequiredParts("messages").Select(message => Message(message, texts)))),
            .. ImportedTools.Read(chat.Part("toolConfiguration")),
            ("variables", Variables(chat, texts, isInline)),
        ];
        chat.Finish();
        return read;
    }

    private static YamlNode? Variables(ImportedPart template, IEnumerable<string> texts, bool isInline) =>
        isInline ? ImportedVariables.Inline(template, texts) : ImportedVariables.OfFile(template, texts);

    private static YamlNode.Mapping Message(ImportedPart message, List<string> texts)
    {
        var role = message.RequiredText("role");
        if (role is not (null or "user" or "assistant"))
        {
            message.ReportWord("role", role, "user, assistant");
        }

        var content = Content(message.RequiredParts("content"), texts);
        message.Finish();
        return YamlNodes.Map((role ?? "user", content));
    }

    /// <summary>A single text is written as it is; anything else as blocks.</summary>
    private static YamlNode Content(ImmutableArray<ImportedPart> parts, List<string> texts)
    {
        var blocks = parts.Select(part => Block(part, texts)).ToArray();
        return blocks is [YamlNode.Mapping { Entries: [{ Key.Text: "text" } only] }]
            ? only.Value
            : YamlNodes.List(blocks);
    }

    private static YamlNode Block(ImportedPart block, List<string> texts)
    {
        var isCachePoint = CachePoint(block);
        var text = isCachePoint ? null : block.RequiredText("text");
        if (text is not null)
        {
            texts.Add(text);
        }

        block.Finish();
        return text is null
            ? YamlNodes.Map(("cachePoint", YamlNodes.Plain("true")))
            : YamlNodes.Map(("text", Literal(block, text)));
    }

    /// <summary>A text in which a definition must not expand anything.</summary>
    private static YamlNode Literal(ImportedPart holder, string text)
    {
        foreach (var use in PartialUse.In(text))
        {
            holder.Report.Add(Problems.ImportedPartial(holder.AtOf("text"), holder.PlaceOf("text"), use.Name));
        }

        return YamlNodes.Text(text);
    }

    /// <summary>Whether this is a cache point; its type is not stated, since there is only one.</summary>
    internal static bool CachePoint(ImportedPart part)
    {
        if (part.Part("cachePoint") is not { } point)
        {
            return false;
        }

        if (point.Text("type") is { } type and not "default")
        {
            point.ReportWord("type", type, "default");
        }

        point.Finish();
        return true;
    }
}
