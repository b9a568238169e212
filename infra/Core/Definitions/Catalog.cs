using System.Collections.Immutable;
using Infra.Definitions.Prompts;
using Infra.Definitions.Reading;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions;

/// <summary>Every definition in <c>prompts/</c>.</summary>
/// <param name="Definitions">By name, in ordinal order.</param>
/// <param name="Tree">The files they were read from.</param>
/// <param name="Includes">The texts that definitions include.</param>
public sealed record Catalog(
    ImmutableSortedDictionary<string, Definition> Definitions, ISourceTree Tree, Includes Includes)
{
    /// <summary>Names whose files are too broken to be definitions, or are in a folder that is not read: they exist,
    /// and their problems are reported.</summary>
    public ImmutableHashSet<string> Broken { get; init; } = [];

    /// <summary>The prompts, by name.</summary>
    public IEnumerable<Prompt> Prompts => Definitions.Values.OfType<Prompt>();

    /// <summary>Reads every file; a broken file is left out, and its problems are reported.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="known">Finds the definition of a file that has been read already; null to read every file.</param>
    public static Checked<Catalog> Read(ISourceTree tree, Func<string, Definition?>? known = null)
    {
        var includes = new Includes(tree);
        var paths = tree.Paths.Where(IsDefinition).ToArray();
        var files = Concurrently.Map(paths, path =>
            known?.Invoke(path) is { } definition ? new(definition, []) : DefinitionReader.Read(path, tree, includes));
        var definitions = files
            .Where(file => file.Value is not null)
            .ToImmutableSortedDictionary(file => file.Value!.Name, file => file.Value!, StringComparer.Ordinal);
        return new(
            new(definitions, tree, includes)
            {
                Broken =
                [
                    .. paths.Concat(tree.Paths.Where(IsMisplaced))
                        .Select(DefinitionReader.NameOf)
                        .Except(definitions.Keys),
                ],
            },
            files.SelectMany(file => file.Diagnostics).InFileOrder());
    }

    /// <summary>Whether a path looks like a definition but is not read: <c>.yml</c> files and subfolders.</summary>
    public static bool IsMisplaced(string path) =>
        path.StartsWith("prompts/", StringComparison.Ordinal)
        && !path.StartsWith("prompts/releases/", StringComparison.Ordinal)
        && !IsDefinition(path)
        && Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    /// <summary>Whether a path is one definition: a YAML file directly in <c>prompts/</c>.</summary>
    public static bool IsDefinition(string path) =>
        path.StartsWith("prompts/", StringComparison.Ordinal)
        && path.LastIndexOf('/') == "prompts/".Length - 1
        && path.EndsWith(".yaml", StringComparison.Ordinal);
}
