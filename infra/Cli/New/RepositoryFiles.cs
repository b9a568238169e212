using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.New;

/// <summary>The files of a new repository: this repository's files, embedded, and what tests make of them.</summary>
internal static class RepositoryFiles
{
    private const string Prefix = "new/";

    private static readonly Assembly Assembly = typeof(RepositoryFiles).Assembly;

    /// <summary>The version of this console, which the new repository pins.</summary>
    public static string Version { get; } = Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The files, by path.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="from">A folder whose definitions and stacks replace the example; null for the example.</param>
    /// <exception cref="Failure">The folder has none.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Of(string name, string? from)
    {
        var taken = from is null ? ImmutableSortedDictionary<string, byte[]>.Empty : Taken(from);
        var hasStacks = taken.Keys.Any(path => SettingsReader.StackOf(path) is not null);
        return Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..])
            .Where(path => from is null || !IsExample(path, hasStacks))
            .Select(path => KeyValuePair.Create(path, Content(path, name)))
            .Concat(taken)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static bool IsExample(string path, bool hasStacks) => SettingsReader.StackOf(path) is not null
        ? hasStacks
        : path.StartsWith("prompts/", StringComparison.Ordinal) && path != "prompts/schema.json";

    private static byte[] Content(string path, string name)
    {
        using var stream = Assembly.GetManifestResourceStream(Prefix + path)!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return Encoding.UTF8.GetBytes(path is ProjectConfig.File
            ? text.Replace($"name: {SettingsReader.Project}\n", $"name: {name}\n", StringComparison.Ordinal)
            : text.Replace("$name$", name, StringComparison.Ordinal)
                .Replace("$version$", Version, StringComparison.Ordinal));
    }

    private static ImmutableSortedDictionary<string, byte[]> Taken(string from)
    {
        var folder = Path.GetFileName(from) is "prompts" ? Path.GetDirectoryName(from)! : from;
        var tree = Directory.Exists(Path.Combine(folder, "prompts"))
            ? new WorkingTree(folder)
            : throw new Failure($"There is no prompts/ in {from}. Name the folder that holds it.");
        return tree.Paths
            .Where(path => path is not ProjectConfig.File and not "prompts/schema.json")
            .Select(path => KeyValuePair.Create(path, tree.Read(path) ?? throw new Failure(
                $"{path} in {folder} is not a regular file. Replace it with one, or remove it.")))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
