using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What <c>Pulumi.yaml</c> says about configuration: it holds for every stack whose file does not.</summary>
/// <remarks>Source: pulumi/pulumi, sdk/go/common/workspace, project.go and config.go, read 2026-11-27.</remarks>
public sealed partial record ProjectConfig
{
    /// <summary>The project's file.</summary>
    public const string File = "Pulumi.yaml";

    /// <summary>A project that says nothing, whatever it is called.</summary>
    public static readonly ProjectConfig None = new();

    /// <summary>What the person at the console states: as if the stack's file said it.</summary>
    public ImmutableArray<YamlEntry> Stated { get; init; } = [];

    /// <summary>The project's name: the namespace of keys without one. Empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Each key in full, in Pulumi's order, what it is for stacks that are silent (null where a stack has to
    /// speak), and of which type it has to be for the others (null for any).</summary>
    internal ImmutableArray<(YamlNode.Scalar Key, YamlNode? Value, string? Type)> Entries { get; init; } = [];

    /// <summary>Whether Pulumi takes a text for the name of a project or stack.</summary>
    /// <remarks>Source: pulumi/pulumi, sdk/go/common/tokens, ValidateProjectName, read 2026-11-27.</remarks>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <summary>Reads the file; a tree without one has nothing to say.</summary>
    public static Checked<ProjectConfig> Read(ISourceTree tree)
    {
        var report = new List<Diagnostic>();
        if (tree.Read(File) is not { } bytes || SourceText.Decode(File, bytes, report) is not { } file)
        {
            return new(None, [.. report]);
        }

        Secrets.Report(file, Problems.Secret, report);
        return Read(file, report);
    }

    /// <summary>The file as it once was: secrets are looked for while it is new.</summary>
    public static Checked<ProjectConfig> ReadPast(ReadOnlySpan<byte> content)
    {
        var report = new List<Diagnostic>();
        return SourceText.Decode(File, content, report) is { } file ? Read(file, report) : new(None, [.. report]);
    }

    private static Checked<ProjectConfig> Read(SourceText file, List<Diagnostic> report)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            return new(None, [.. report]);
        }

        var root = YamlCursor.Read(file, report);
        var name = root.Text("name")?.Value ?? "";
        foreach (var elsewhere in (YamlNode.Scalar?[])[Scalar(root.Get("stackConfigDir")), Scalar(root.Get("config"))])
        {
            if (elsewhere is { IsNull: false })
            {
                report.Add(Problems.StackFilesElsewhere(elsewhere.At, elsewhere.Text));
            }
        }

        var config = root.Get("config");
        StackFileShape.CheckKeys(config, name, report);
        return new(
            new()
            {
                Name = name,
                Entries =
                [
                    .. config.Entries()
                        .Select(entry => (
                            Key: InFull(entry.Key, name),
                            ProjectValue.Of(entry, name, report),
                            entry.Value.Text("type")?.Value))
                        .OrderBy(entry => entry.Key.Text, StringComparer.Ordinal),
                ],
            },
            [.. report]);
    }

    /// <summary>A stack's configuration, every key in full.</summary>
    /// <param name="stack">What its file has under <c>config:</c>.</param>
    /// <param name="at">The stack's file.</param>
    /// <param name="report">Takes what Pulumi refuses.</param>
    internal ImmutableArray<YamlEntry> Merge(YamlNode? stack, Location at, ICollection<Diagnostic> report)
    {
        YamlEntry[] written = [.. stack.Entries().Select(entry => entry with { Key = InFull(entry.Key, Name) })];
        foreach (var twice in written.GroupBy(entry => entry.Key.Text).SelectMany(alike => alike.Skip(1)))
        {
            report.Add(Problems.SettingTwice(twice.Key.At, twice.Key.Text));
        }

        ImmutableArray<YamlEntry> merged =
        [
            .. written
                .Where(entry => Stated.All(stated => stated.Key.Text != entry.Key.Text)),
            .. Stated,
        ];
        foreach (var (key, value, type) in Entries)
        {
            var path = ConfigPath.Of(key.Text);
            if (path.In(merged) is { } set)
            {
                if (type is not null && !ProjectValue.Fits(set, type))
                {
                    report.Add(Problems.NotOfType(set.At, key.Text, type));
                }
            }
            else if (value is not null)
            {
                merged = path.Set(merged, key, value) ?? Refused(merged, Problems.NothingToSetIn(key.At, key.Text));
            }
            else if (key.Text.StartsWith($"{Name}:", StringComparison.Ordinal))
            {
                report.Add(Problems.StackMustSet(at, key.Text));
            }
        }

        return merged;

        ImmutableArray<YamlEntry> Refused(ImmutableArray<YamlEntry> entries, Diagnostic problem)
        {
            report.Add(problem);
            return entries;
        }
    }

    /// <summary>How a stack's file spells the key of a setting of ours: the namespace may be left out where it is the
    /// project's.</summary>
    internal string Spelled(YamlNode? stack, string setting) => stack.Entries()
        .Select(entry => entry.Key)
        .FirstOrDefault(key => InFull(key, Name).Text == $"{SettingsReader.Project}:{setting}")?.Text
        ?? $"{SettingsReader.Project}:{setting}";

    /// <summary>A key with its namespace, which is the project's where none is written.</summary>
    /// <remarks>Where that is ours, a key that is no setting is a program's own.</remarks>
    private static YamlNode.Scalar InFull(YamlNode.Scalar key, string project) =>
        project.Length == 0
        || key.Text.Contains(':', StringComparison.Ordinal)
        || (project is SettingsReader.Project && !SettingsReader.Keys.Contains(ConfigPath.Of(key.Text).Key))
            ? key
            : key with { Text = $"{project}:{key.Text}" };

    private static YamlNode.Scalar? Scalar(YamlNode? node) => node as YamlNode.Scalar;

    [GeneratedRegex("^[a-zA-Z0-9-_.]{1,100}$")]
    private static partial Regex NamePattern();
}
