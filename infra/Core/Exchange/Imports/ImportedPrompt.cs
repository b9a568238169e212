using System.Collections.Immutable;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>A prompt of the API, in the form of a definition's file.</summary>
internal static class ImportedPrompt
{
    private static readonly ImmutableArray<string> SaidByTheService =
    [
        "arn", "id", "awsId", "promptId", "version", "createdAt", "updatedAt", "clientToken", "ResponseMetadata",
        "name",
    ];

    /// <summary>The file's content.</summary>
    public static YamlNode.Mapping Read(ImportedPart prompt, string? model)
    {
        var variants = prompt.RequiredParts("variants");
        if (prompt.Has("variants") && variants.Length != 1)
        {
            prompt.Report.Add(Problems.ImportedVariants(prompt.AtOf("variants"), variants.Length));
        }

        var read = YamlNodes.Map(
        [
            ("description", Description(prompt)),
            .. variants.Take(1).SelectMany(variant => Variant(variant, model)),
            ("tags", Tags(prompt)),
        ]);
        Default(prompt, variants);
        prompt.Elsewhere("customerEncryptionKeyArn", "Set bedrock-prompts:encryptionKey in Pulumi.<stack>.yaml.");
        prompt.Ignore(SaidByTheService);
        prompt.Finish();
        return read;
    }

    /// <summary>An inline prompt, in the form of a file of its own.</summary>
    public static YamlNode.Mapping Lift(ImportedPart inline, string? model)
    {
        var read = YamlNodes.Map(
            [.. ImportedModel.OfFile(inline, model), .. ImportedTemplate.Read(inline, isInline: false)]);
        inline.Finish();
        return read;
    }

    /// <summary>An inline prompt that stays in its flow.</summary>
    public static YamlNode.Mapping Inline(ImportedPart inline)
    {
        var read = YamlNodes.Map([.. ImportedModel.Read(inline), .. ImportedTemplate.Read(inline, isInline: true)]);
        inline.Finish();
        return read;
    }

    /// <summary>The description; an empty one counts as none.</summary>
    internal static YamlNode? Description(ImportedPart definition)
    {
        var text = definition.Text("description");
        if (text is "")
        {
            definition.ReportEmpty("description");
        }

        return text is null or "" ? null : YamlNodes.Text(text);
    }

    /// <summary>The tags: an object, or CloudFormation's list of keys and values.</summary>
    internal static YamlNode? Tags(ImportedPart definition)
    {
        if (definition.Take("tags") is Value.List list)
        {
            return Pairs(definition, "tags", list);
        }

        if (definition.Part("tags") is not { } tags)
        {
            return null;
        }

        if (tags.Keys.IsEmpty)
        {
            definition.ReportEmpty("tags");
            return null;
        }

        return YamlNodes.Map(tags.Keys.Select(key =>
            (key, tags.RequiredText(key) is null ? null : tags.ReferenceNode(key))));
    }

    private static IEnumerable<(string Key, YamlNode? Value)> Variant(ImportedPart variant, string? model)
    {
        var resource = variant.Part("genAiResource");
        var agent = resource?.RequiredPart("agent");
        (string, YamlNode?)[] read =
        [
            ("variant", variant.RequiredText("name") is { } name and not "default" ? YamlNodes.Text(name) : null),
            .. ImportedModel.OfFile(variant, model),
            ("agent", agent?.ReferenceNode("agentIdentifier")),
            .. ImportedTemplate.Read(variant, isInline: false),
            ("metadata", variant.List("metadata") is { } pairs ? Pairs(variant, "metadata", new(pairs)) : null),
        ];
        agent?.Finish();
        resource?.Finish();
        variant.Finish();
        return read;
    }

    private static YamlNode? Pairs(ImportedPart holder, string key, Value.List list)
    {
        if (list.Items.IsEmpty)
        {
            holder.ReportEmpty(key);
            return null;
        }

        // Keys of tags keep their spelling, and CloudFormation writes Key and Value around them.
        var spelled = new ImportedPart(
            Shorthand.Map((key, ImportSpelling.OfApi(list))), holder.Place, holder.Places, holder.Report);
        var pairs = (spelled.Parts(key) ?? [])
            .Select(pair => (
                Key: pair.RequiredText("key") ?? "", Value: pair.ReferenceNode("value") ?? YamlNodes.Text("")))
            .ToArray();
        holder.ReportTwice(key, pairs.Select(pair => pair.Key));
        return YamlNodes.Map(pairs.DistinctBy(pair => pair.Key).Select(pair => (pair.Key, (YamlNode?)pair.Value)));
    }

    private static void Default(ImportedPart prompt, ImmutableArray<ImportedPart> variants)
    {
        var stated = prompt.Text("defaultVariant");
        var name = variants is [var only] ? only.Text("name") : null;
        if (name is null || stated == name)
        {
            return;
        }

        var (at, place) = (prompt.AtOf("defaultVariant"), prompt.PlaceOf("defaultVariant"));
        prompt.Report.Add(stated is null
            ? Problems.ImportAssumes(at, place, $"'{name}', the only variant,")
            : Problems.ImportedWord(at, place, stated, name));
    }
}
