using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Validation;

/// <summary>What the definitions must satisfy, whatever the stacks make of them.</summary>
public static class CatalogRules
{
    /// <summary>Everything wrong with any definition, in file order.</summary>
    /// <param name="catalog">The definitions.</param>
    /// <param name="prompt">The prompt that a flow refers to, or null when there is none.</param>
    public static ImmutableArray<Diagnostic> Check(Catalog catalog, Func<PromptReference, Prompt?> prompt)
    {
        string[] known = [.. catalog.Prompts.Select(known => known.Name)];
        Definition[] definitions = [.. catalog.Definitions.Values];
        return Concurrently.Map(definitions, definition => Check(definition, prompt, known).ToArray())
            .SelectMany(problems => problems)
            .Concat(FilesAreRead(catalog.Tree))
            .InFileOrder();
    }

    private static IEnumerable<Diagnostic> Check(
        Definition definition, Func<PromptReference, Prompt?> prompt, string[] known) => definition switch
        {
            Prompt alone => PromptRules.Check(alone),
            Flow flow => [.. DefinitionRules.Check(flow), .. FlowRules.Check(flow, prompt, known)],
            _ => throw new UnreachableException(),
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
