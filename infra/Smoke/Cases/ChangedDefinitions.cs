using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Planning;
using Infra.Releases;

namespace Infra.Smoke.Cases;

/// <summary>Finds what a stack serves or tests differently than before.</summary>
public static class ChangedDefinitions
{
    /// <summary>The names whose alias leads elsewhere, or whose file or content has changed.</summary>
    /// <param name="before">The old repository and its plan of the stack; null if there was no such stack.</param>
    /// <param name="after">The repository now, and its plan.</param>
    public static ImmutableHashSet<string> Between(
        (Project Project, Plan? Plan) before, (Project Project, Plan Plan) after)
    {
        var was = (before.Plan?.Aliases ?? []).ToDictionary(alias => alias.Owner, StringComparer.Ordinal);
        var changed = after.Plan.Aliases
            .Where(alias => !was.TryGetValue(alias.Owner, out var old)
                || old.Release != alias.Release
                || old.Content != alias.Content
                || !HasSameFile(before.Project, after.Project, alias))
            .Select(alias => alias.Owner)
            .ToImmutableHashSet(StringComparer.Ordinal);
        var callers = after.Plan.Aliases
            .Where(alias => Called(after.Project, alias).Any(changed.Contains))
            .Select(alias => alias.Owner);
        return changed.Union(callers);
    }

    /// <summary>Whether the file is the same; tests are in it, but are not part of what is deployed.</summary>
    private static bool HasSameFile(Project before, Project after, DeclaredAlias alias)
    {
        var path = alias.Release is { } release ? Release.Path(alias.Owner, release) : $"prompts/{alias.Owner}.yaml";
        return before.Catalog.Tree.Read(path).AsSpan().SequenceEqual(after.Catalog.Tree.Read(path));
    }

    private static IEnumerable<string> Called(Project project, DeclaredAlias alias)
    {
        var served = alias.Release is { } release
            ? project.Releases[alias.Owner, release]?.Definition
            : project.Catalog.Definitions.GetValueOrDefault(alias.Owner);
        return served is not Flow flow ? [] :
            from node in flow.Body.AllNodes
            let source = (node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Catalog
            where source is not null
            select source.Reference.Name;
    }
}
