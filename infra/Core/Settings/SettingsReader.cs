using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>Reads a stack's settings, either from its file or from Pulumi's Config.</summary>
public static class SettingsReader
{
    /// <summary>The name of the Pulumi project, which is also the namespace of the settings.</summary>
    public const string Project = "bedrock-prompts";

    /// <summary>The keys of all settings.</summary>
    public static IEnumerable<string> Keys => SettingsShape.Shape.Fields.Select(setting => setting.Key);

    /// <summary>The stack of a file <c>Pulumi.&lt;stack&gt;.yaml</c>; null for any other file.</summary>
    public static string? StackOf(string path) =>
        path.StartsWith("Pulumi.", StringComparison.Ordinal)
        && path.EndsWith(".yaml", StringComparison.Ordinal)
        && path.Length > "Pulumi..yaml".Length
            ? path["Pulumi.".Length..^".yaml".Length]
            : null;

    /// <summary>Whether a file is the project's or a stack's configuration.</summary>
    public static bool IsConfiguration(string path) => path is ProjectConfig.File || StackOf(path) is not null;

    /// <summary>Settings from a command line, with or without the namespace.</summary>
    public static ImmutableArray<YamlEntry> Stated(IEnumerable<(string Key, string Text)> settings) =>
    [
        .. settings.Select(setting => Entry(
            setting.Key.Contains(':', StringComparison.Ordinal) ? setting.Key : $"{Project}:{setting.Key}",
            setting.Text,
            Location.StartOf("--config"))!),
    ];

    /// <summary>The settings of a stack: those of its file, otherwise the project's.</summary>
    public static Checked<StackSettings> ReadFile(string path, ISourceTree tree, ProjectConfig project)
    {
        var report = new List<Diagnostic>();
        return Read(path, SourceText.Read(path, tree, report), report, project);
    }

    /// <summary>The settings in an older revision of a stack's file: without a search for secrets, which takes place
    /// while a file is new.</summary>
    public static Checked<StackSettings> ReadPast(string path, ReadOnlySpan<byte> content, ProjectConfig project)
    {
        var report = new List<Diagnostic>();
        return SourceText.Decode(path, content, report) is { } file
            ? ReadSettings(file, report, project)
            : Read(path, file: null, report, project);
    }

    /// <summary>The settings in a decoded stack file.</summary>
    public static Checked<StackSettings> ReadText(SourceText source, ProjectConfig project) =>
        Read(source, [], project);

    /// <summary>The settings in Pulumi's Config.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="texts">The text of each key: JSON for structured values, null if not set.</param>
    /// <param name="secrets">The full keys of secret values.</param>
    /// <param name="regions">The regions that the providers aws-native and aws are configured for.</param>
    public static Checked<StackSettings> ReadConfig(
        string stack,
        IEnumerable<(string Key, string? Text)> texts,
        IReadOnlySet<string> secrets,
        (string? Native, string? Classic) regions)
    {
        var source = new Source(stack, Location.StartOf($"Pulumi.{stack}.yaml"), regions.Native, regions.Classic);
        var report = new List<Diagnostic>();
        var entries = new List<YamlEntry>();
        foreach (var entry in texts.Select(text => Entry(text.Key, text.Text, source.At)).OfType<YamlEntry>())
        {
            if (secrets.Contains($"{Project}:{entry.Key.Text}"))
            {
                report.Add(Problems.SecureValue(source.At, entry.Key.Text));
            }
            else
            {
                entries.Add(entry);
            }
        }

        return Read(source, [.. entries], report);
    }

    private static YamlEntry? Entry(string key, string? text, Location at) =>
        text is null ? null : new(Scalar(key, at), Scalar(text, at));

    private static YamlNode.Scalar Scalar(string text, Location at) =>
        new(text, ScalarStyle.Quoted, new(new(at.File, text), 0, text.Length), at);

    private static Checked<StackSettings> Read(
        string path, SourceText? file, List<Diagnostic> report, ProjectConfig project) => file is null
            ? Read(new Source(StackOf(path)!, Location.StartOf(path)), [], report)
            : Read(file, report, project);

    private static Checked<StackSettings> Read(SourceText file, List<Diagnostic> report, ProjectConfig project)
    {
        Secrets.Report(file, Problems.Secret, report);
        return ReadSettings(file, report, project);
    }

    private static Checked<StackSettings> ReadSettings(
        SourceText file, List<Diagnostic> report, ProjectConfig project)
    {
        var problems = new List<Diagnostic>();
        var root = YamlCursor.Read(file, problems);
        // A stack's file may be empty: the project's configuration then applies.
        report.AddRange(problems.Where(problem => problem.Code != Problems.EmptyFile(problem.At).Code));
        if (root is not null)
        {
            StackFileShape.Check(root, project.Name, report);
        }

        if (project.Stated.IsEmpty)
        {
            EscEnvironment.Check(root, report);
        }

        var at = Location.StartOf(file.File);
        var config = new YamlNode.Mapping(project.Merge(root.Get("config"), at, report), at);
        return Read(
            new Source(
                StackOf(file.File)!, at, config.Text("aws-native:region")?.Value, config.Text("aws:region")?.Value),
            [
                .. config.Entries
                    .Where(entry => entry.Key.Text.StartsWith($"{Project}:", StringComparison.Ordinal))
                    .Select(entry =>
                        entry with { Key = entry.Key with { Text = entry.Key.Text[(Project.Length + 1)..] } }),
            ],
            report);
    }

    private static Checked<StackSettings> Read(
        Source source, ImmutableArray<YamlEntry> entries, List<Diagnostic> report)
    {
        var node = new YamlNode.Mapping(
            [
                .. SettingsRules.WithoutSecrets(entries, report).Select(entry =>
                    SettingsShape.Shape[entry.Key.Text] is { } field
                        ? entry with { Value = SettingsSpelling.Plain(entry.Value, field.Kind, report) }
                        : entry),
            ],
            source.At);
        ShapeCheck.Check(node, SettingsShape.Shape, report);
        if (source is { Native: { } native, Classic: { } classic } && native != classic)
        {
            report.Add(Problems.TwoRegions(source.At, native, classic));
        }

        var settings = SettingsShape.All.Aggregate(
            new StackSettings { Stack = source.Stack, At = source.At, Region = source.Native ?? source.Classic },
            (sofar, setting) => node.Get(setting.Field.Key) is { } value
                ? setting.Take(setting.TakeDefault(sofar), value)
                : setting.TakeDefault(sofar));
        report.AddRange(SettingsShape.All.SelectMany(setting =>
            node.Get(setting.Field.Key) is { } value ? setting.Judge(value) : []));
        return new(settings with { IsDoubtful = report.HasErrors() }, report.InFileOrder());
    }

    /// <summary>The origin of settings, and the regions of the providers.</summary>
    private sealed record Source(string Stack, Location At, string? Native = null, string? Classic = null);
}
