using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>What the definitions must satisfy, whatever the stacks make of them.</summary>
public static class CatalogRules
{
    /// <summary>Everything wrong with any definition, in file order.</summary>
    public static ImmutableArray<Diagnostic> Check(Catalog catalog) => catalog.Definitions.Values
        .AsParallel()
        .SelectMany(Check)
        .AsEnumerable()
        .Concat(FilesAreRead(catalog.Tree))
        .InFileOrder();

    /// <summary>Everything wrong with one definition.</summary>
    public static IEnumerable<Diagnostic> Check(Definition definition) => definition switch
    {
        Prompt prompt => PromptRules.Check(prompt),
        _ => DefinitionRules.Check(definition),
    };

    /// <summary>A file that looks like a definition is one: <c>.yml</c> and subfolders are not read.</summary>
    public static IEnumerable<Diagnostic> FilesAreRead(ISourceTree tree) =>
        from path in tree.Paths
        where path.StartsWith("prompts/", StringComparison.Ordinal)
            && !path.StartsWith("prompts/releases/", StringComparison.Ordinal)
            && !Catalog.IsDefinition(path)
            && Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML"
        select Problems.FileNotRead(Location.StartOf(path));
}
