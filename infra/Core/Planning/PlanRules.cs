using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Planning.Access;
using Infra.Releases;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning;

/// <summary>Checks a plan as a whole.</summary>
internal static class PlanRules
{
    public static IEnumerable<Diagnostic> Check(
        IReadOnlyCollection<DeclaredResource> resources, Project project, StackSettings settings) =>
    [
        .. Names(resources, project.Catalog),
        .. UniqueNames(resources, settings),
        .. AccessRules.Sizes(resources, project.Catalog, settings),
        .. NamesAreKnown(project, settings),
        .. SomethingIsServed(resources, project, settings),
    ];

    /// <summary>Warns if a stack lists nothing although there are definitions (PRM471): it would delete what it
    /// has.</summary>
    private static IEnumerable<Diagnostic> SomethingIsServed(
        IReadOnlyCollection<DeclaredResource> resources, Project project, StackSettings settings) =>
        resources.Count == 0 && settings is { IsDoubtful: false, Default: DefaultTarget.None, Live.IsEmpty: true }
        && Known(project).Count() is var names and > 0
            ? [Problems.ServesNothing(settings.At, settings.Stack, names)]
            : [];

    /// <summary>Every name that a stack lists must have a file or a release.</summary>
    private static IEnumerable<Diagnostic> NamesAreKnown(Project project, StackSettings settings)
    {
        var known = settings.Live.IsEmpty ? [] : Known(project).ToImmutableSortedSet(StringComparer.Ordinal);
        return
            from target in settings.Live
            where !known.Contains(target.Key)
            select Problems.UnknownName(target.Value.At, target.Key, DidYouMean.Advice(target.Key, [.. known]));
    }

    private static IEnumerable<string> Known(Project project) => project.Catalog.Definitions.Keys
        .Union(project.Catalog.Broken, StringComparer.Ordinal)
        .Union(project.Catalog.Tree.Paths.Select(ReleaseFile.Parse).OfType<(string Name, int)>()
            .Select(release => release.Name));

    /// <summary>The kept releases of a prompt must be the same type of resource (PRM478), and the same as what is
    /// deployed.</summary>
    public static IEnumerable<Diagnostic> KeptAreOneKind(
        IEnumerable<PromptDeployment> prompts, StackSettings settings) =>
        from prompt in prompts
        let with = prompt.Kept.FirstOrDefault(release => AdditionalFields.AreIn(release.Variant))
        let without = prompt.Kept.FirstOrDefault(release => !AdditionalFields.AreIn(release.Variant))
        where with is not null && without is not null
        select Problems.KeptOfTwoKinds(
            settings.Live.GetValueOrDefault(prompt.Name)?.At ?? settings.At, prompt.Name, with.Number, without.Number);

    private static IEnumerable<Diagnostic> Names(IEnumerable<DeclaredResource> resources, Catalog catalog)
    {
        // A name that AWS does not accept is reported once (PRM023), not once more in every stack.
        foreach (var resource in resources.Where(resource => Definitions.Names.IsDefinitionName(resource.Owner)))
        {
            var at = catalog.Definitions.TryGetValue(resource.Owner, out var definition) ? definition.At : default;
            if (resource is { Type: ResourceTypes.Prompt or ResourceTypes.Flow }
                && resource.Properties["Name"] is Value.Text { Content: var name }
                && !Definitions.Names.IsDefinitionName(name))
            {
                yield return Problems.NameWithPrefix(at, name);
            }

            if (resource.Properties["ManagedPolicyName"] is Value.Text { Content: var policy }
                && policy.Length > CallerAccess.LongestPolicyName)
            {
                yield return Problems.PolicyNameTooLong(at, policy, CallerAccess.LongestPolicyName);
            }
        }
    }

    private static IEnumerable<Diagnostic> UniqueNames(IEnumerable<DeclaredResource> resources, StackSettings settings)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (!owners.TryAdd(resource.Name, resource.Owner))
            {
                yield return Problems.NameCollision(settings.At, resource.Name, owners[resource.Name], resource.Owner);
            }
        }
    }
}
