using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>The configuration in <c>Pulumi.yaml</c>: it applies to every stack whose own file does not set a
/// key.</summary>
/// <remarks>Source: pulumi/pulumi, sdk/go/common/workspace, project.go and config.go, read 2026-11-27.</remarks>
public sealed partial record ProjectConfig
{
    /// <summary>The project's file.</summary>
    public const string File = "Pulumi.yaml";

    /// <summary>A project without configuration, under any name.</summary>
    public static readonly ProjectConfig None = new();

    /// <summary>Settings given on the command line, which override the stack's file.</summary>
    public ImmutableArray<YamlEntry> Stated { get; init; } = [];

    /// <summary>The project's name: the namespace of keys without one. Empty if there is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Each full key, in Pulumi's order, with its value for stacks that do not set it (null where a stack
    /// must), and the type that other stacks' values must have (null for any).</summary>
    internal ImmutableArray<(YamlNode.Scalar Key, YamlNode? Value, string? Type)> Entries { get; init; } = [];

    /// <summary>Whether Pulumi accepts a text as the name of a project or stack.</summary>
    /// <remarks>Source: pulumi/pulumi, sdk/go/common/tokens, ValidateProjectName, read 2026-11-27.</remarks>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <summary>Reads the file; without one, there is no configuration.</summary>
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

    /// <summary>The file in an older revision: without a search for secrets, which takes place while a file is
    /// new.</summary>
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

    /// <summary>A stack's configuration, with full keys.</summary>
    /// <param name="stack">The mapping under <c>config:</c> in its file.</param>
    /// <param name="at">The stack's file.</param>
    /// <param name="report">Collects what Pulumi refuses.</param>
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

    /// <summary>The key of one of this tool's settings as a stack's file writes it: without the namespace if that is
    /// the project's.</summary>
    internal string Spelled(YamlNode? stack, string setting) => stack.Entries()
        .Select(entry => entry.Key)
        .FirstOrDefault(key => InFull(key, Name).Text == $"{SettingsReader.Project}:{setting}")?.Text
        ?? $"{SettingsReader.Project}:{setting}";

    /// <summary>A full key: one without a namespace gets the project's.</summary>
    /// <remarks>If that is this tool's namespace, a key that is not a setting belongs to a program.</remarks>
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
