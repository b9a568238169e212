using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Validation;

/// <summary>Checks definitions by everything that does not depend on a stack.</summary>
public static class CatalogRules
{
    /// <summary>All problems of all definitions, in file order.</summary>
    /// <param name="catalog">The definitions.</param>
    /// <param name="prompts">The prompts that flows refer to.</param>
    public static ImmutableArray<Diagnostic> Check(Catalog catalog, PromptLookup prompts)
    {
        Definition[] definitions = [.. catalog.Definitions.Values];
        return Concurrently.Map(definitions, definition => Check(definition, prompts).ToArray())
            .SelectMany(problems => problems)
            .Concat(FilesAreRead(catalog.Tree))
            .InFileOrder();
    }

    private static IEnumerable<Diagnostic> Check(Definition definition, PromptLookup prompts) => definition switch
    {
        Prompt alone => PromptRules.Check(alone),
        Flow flow => [.. DefinitionRules.Check(flow), .. FlowRules.Check(flow, prompts)],
        _ => throw new UnreachableException(),
    };

    /// <summary>A file that looks like a definition must be where it is read: not in a subfolder, and not
    /// <c>.yml</c>.</summary>
    public static IEnumerable<Diagnostic> FilesAreRead(ISourceTree tree) =>
        from path in tree.Paths
        where Catalog.IsMisplaced(path)
        select Problems.FileNotRead(Location.StartOf(path));
}
