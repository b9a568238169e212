using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Prompts;

/// <summary>Reads a prompt from a mapping in <c>prompts/</c> or in a release.</summary>
public static class PromptReader
{
    /// <summary>The prompt; null when it has no template. Problems of its shape are reported.</summary>
    public static Prompt? Read(string name, YamlNode node, Includes includes, ICollection<Diagnostic> report)
    {
        var doubtful = ShapeCheck.Check(node, PromptShape.Prompt, report);
        if (PromptBodyReader.Read(node, doubtful, includes, report) is not { } body)
        {
            return null;
        }

        return new()
        {
            Name = name,
            At = node.At,
            Doubtful = HasTwoTemplates(node) ? doubtful.Add("messages") : doubtful,
            Description = node.Text("description"),
            Owner = node.Text("owner"),
            Model = node.Text("model"),
            Agent = node.Text("agent"),
            Variant = node.Text("variant") ?? new("default", node.At),
            Inference = ReadInference((node as YamlNode.Mapping)?["inference"]),
            AdditionalModelRequestFields = ReadFields(node),
            Body = body,
            Variables = [.. node.Get("variables").Entries().Select(ReadVariable)],
            Metadata = node.Get("metadata").Texts(),
            Tags = node.Get("tags").Texts(),
            Tests = TestCaseReader.Read(node.Get("tests"), node.Get("testDefaults")),
        };
    }

    /// <summary>A prompt inside a node of a flow, whose shape has been checked; null when it has no template.</summary>
    internal static Prompt? ReadInline(string name, YamlNode node, Includes includes, ICollection<Diagnostic> report) =>
        PromptBodyReader.Read(node, [], includes, report) is not { } body ? null : new()
        {
            Name = name,
            At = node.At,
            Model = node.Text("model"),
            Variant = new("default", node.At),
            Inference = ReadInference((node as YamlNode.Mapping)?["inference"]),
            AdditionalModelRequestFields = ReadFields(node),
            Body = body,
            Variables = node.Get("variables") is { } variables
                ? [.. variables.Entries().Select(ReadVariable)]
                : [.. Implied(body)],
        };

    /// <summary>Whether both <c>text</c> and <c>messages</c> are given, which is reported; the text is used, and the
    /// messages are not checked.</summary>
    private static bool HasTwoTemplates(YamlNode node) =>
        node.Get("text") is not null && node.Get("messages") is not null;

    private static IEnumerable<Variable> Implied(PromptBody body) =>
        from template in body.Templates
        from use in template.Uses
        group template.Locate(use.Offset) by use.Name into places
        select new Variable { Name = new(places.Key, places.First()) };

    private static Located<Value>? ReadFields(YamlNode node) =>
        node.Get("additionalModelRequestFields") is { } fields ? new(fields.ToValue(), fields.At) : null;

    /// <summary>The parameters of inference, or null when there are none.</summary>
    internal static Inference? ReadInference(YamlEntry? entry) =>
        entry is not { Value: YamlNode.Mapping node } ? null : new()
        {
            At = entry.Key.At,
            Temperature = node.Number("temperature"),
            TopP = node.Number("topP"),
            TopK = node.Whole("topK"),
            MaxTokens = node.Whole("maxTokens"),
            StopSequences = node.Get("stopSequences") is YamlNode.Sequence stops
                ? stops.Items.Texts()
                : null,
        };

    private static Variable ReadVariable(YamlEntry entry) => new()
    {
        Name = new(entry.Key.Text, entry.Key.At),
        Description = entry.Value.Text() ?? entry.Value.Text("description"),
        Example = entry.Value.Text("example"),
        Untrusted = entry.Value.Flag("untrusted"),
        Secret = entry.Value.Flag("secret"),
    };

    /// <summary>The texts among the items of a list.</summary>
    internal static ImmutableArray<Located<string>> Texts(this ImmutableArray<YamlNode> items) =>
        [.. items.OfType<YamlNode.Scalar>().Select(item => new Located<string>(item.Text, item.At))];
}
