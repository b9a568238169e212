using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>Reads a stack's settings, from its file or from what Pulumi's Config hands over:
/// one reader for both.</summary>
public static class SettingsReader
{
    /// <summary>The name of the Pulumi project, which is also the namespace of the settings.</summary>
    public const string Project = "bedrock-prompts";

    /// <summary>The keys of <see cref="SettingsShape.Settings"/>, for whoever asks Pulumi's Config for each.</summary>
    public static IEnumerable<string> Keys => SettingsShape.Settings.Fields.Select(setting => setting.Key);

    /// <summary>The stack of a file <c>Pulumi.&lt;stack&gt;.yaml</c>, or null for any other file.</summary>
    public static string? StackOf(string path) =>
        path.StartsWith("Pulumi.", StringComparison.Ordinal)
        && path.EndsWith(".yaml", StringComparison.Ordinal)
        && path.Length > "Pulumi..yaml".Length
            ? path["Pulumi.".Length..^".yaml".Length]
            : null;

    /// <summary>The settings in a stack's file.</summary>
    public static Checked<StackSettings> ReadFile(string path, ISourceTree tree) =>
        ReadBytes(path, tree.Read(path) ?? []);

    /// <summary>The settings in a stack's file with this content.</summary>
    public static Checked<StackSettings> ReadBytes(string path, ReadOnlySpan<byte> content)
    {
        var report = new List<Diagnostic>();
        return SourceText.Decode(path, content, report) is { } source
            ? Read(source, report)
            : Read(StackOf(path)!, new([], Location.StartOf(path)), region: null, report);
    }

    /// <summary>The settings in a stack's file that has been decoded.</summary>
    public static Checked<StackSettings> ReadText(SourceText source) => Read(source, []);

    /// <summary>The settings as Pulumi's Config states them.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="get">A key's text; JSON where the value is structured; null when it is not set.</param>
    /// <param name="region">The region the provider is configured for.</param>
    public static Checked<StackSettings> ReadConfig(string stack, Func<string, string?> get, string? region)
    {
        var report = new List<Diagnostic>();
        var at = Location.StartOf($"Pulumi.{stack}.yaml");
        var entries = SettingsShape.Settings.Fields
            .Select(field => (Field: field, Text: get(field.Key)))
            .Where(setting => setting.Text is not null)
            .Select(setting => ReadSetting(setting.Field, setting.Text!, at, report))
            .OfType<YamlEntry>();
        return Read(stack, new([.. entries], at), region, report);
    }

    private static Checked<StackSettings> Read(SourceText source, List<Diagnostic> report)
    {
        var config = YamlCursor.Read(source, report).Get("config");
        var entries = config.Entries()
            .Where(entry => entry.Key.Text.StartsWith($"{Project}:", StringComparison.Ordinal))
            .Select(entry => entry with { Key = entry.Key with { Text = entry.Key.Text[(Project.Length + 1)..] } });
        var region = config.Text("aws-native:region") ?? config.Text("aws:region");
        return Read(StackOf(source.File)!, new([.. entries], Location.StartOf(source.File)), region?.Value, report);
    }

    private static YamlEntry? ReadSetting(Field field, string text, Location at, List<Diagnostic> report)
    {
        var source = new SourceText(at.File, text);
        var value = field.Kind is Kind.MapOf
            ? YamlCursor.Read(source, report)
            : new YamlNode.Scalar(text, ScalarStyle.Plain, new(source, 0, text.Length), at);
        return value is null ? null : new(new(field.Key, ScalarStyle.Plain, new(source, 0, 0), at), value);
    }

    private static Checked<StackSettings> Read(
        string stack, YamlNode.Mapping node, string? region, List<Diagnostic> report)
    {
        node = SettingsRules.Prepare(node, report);
        ShapeCheck.Check(node, SettingsShape.Settings, report);
        var settings = new StackSettings
        {
            Stack = stack,
            At = node.At,
            Region = region,
            Live = node.Get("live").Entries()
                .Select(entry => (entry.Key.Text, Target: ReadTarget(entry.Value, report)))
                .Where(entry => entry.Target is not null)
                .ToImmutableSortedDictionary(entry => entry.Text, entry => entry.Target!, StringComparer.Ordinal),
            Default = node.Text("default")?.Value switch
            {
                "draft" => DefaultTarget.Draft,
                "latest" => DefaultTarget.Latest,
                _ => DefaultTarget.None,
            },
            Retain = node.Whole("retain")?.Value ?? 5,
            NamePrefix = node.Text("namePrefix")?.Value ?? $"{stack}-",
            ParameterPath = node.Text("parameterPath")?.Value ?? $"/{Project}/{stack}",
            Values = node.Get("values").Texts()
                .ToImmutableSortedDictionary(
                    value => value.Name.Value, value => value.Text.Value, StringComparer.Ordinal),
            Tags = node.Get("tags").Texts(),
            InferenceProfiles = node.Get("inferenceProfiles").Entries()
                .ToImmutableSortedDictionary(
                    entry => entry.Key.Text,
                    entry => entry.Value.Items().Select(item => item.Text()?.Value).OfType<string>().ToImmutableArray(),
                    StringComparer.Ordinal),
            PromptModels = node.Get("promptModels").Texts()
                .ToImmutableSortedDictionary(
                    prompt => prompt.Name.Value, prompt => prompt.Text.Value, StringComparer.Ordinal),
            EncryptionKey = node.Text("encryptionKey")?.Value,
            Protect = node.Flag("protect"),
        };
        SettingsRules.Check(settings, node, report);
        return new(settings, report.InFileOrder());
    }

    private static Target? ReadTarget(YamlNode node, List<Diagnostic> report)
    {
        switch (node)
        {
            case YamlNode.Scalar { Text: "draft" }:
                return new Target.Draft(node.At);
            case YamlNode.Scalar { Text: "latest" }:
                return new Target.Latest(node.At);
            case YamlNode.Scalar when node.Whole() is { } only:
                return SettingsRules.Check(new([only], only, node.At), report);
            case YamlNode.Sequence { Items: [_, ..] items } when Releases(items) is { } kept:
                return SettingsRules.Check(new(kept, kept[^1], node.At), report);
            case YamlNode.Sequence { Items: [] }:
                report.Add(Problems.NothingKept(node.At));
                return null;
            case YamlNode.Mapping when Releases(node.Get("kept").Items()) is { } kept && node.Whole("live") is { } live:
                return SettingsRules.Check(new(kept, live.Value, node.At), report);
            default:
                return null;
        }
    }

    private static ImmutableArray<int>? Releases(ImmutableArray<YamlNode> items) =>
        items.All(item => item.Whole() is not null) ? [.. items.Select(item => item.Whole()!.Value)] : null;

    private static int? Whole(this YamlNode node) =>
        new YamlNode.Mapping([new(new("n", ScalarStyle.Plain, default, node.At), node)], node.At).Whole("n")?.Value;
}
