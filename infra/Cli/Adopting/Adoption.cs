using System.Collections.Immutable;
using Infra.Cli.Status;
using Infra.Exchange.Adoption;
using Infra.Planning;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Cli.Adopting;

/// <summary>The existing resources that a stack can adopt, so that ARNs and callers stay the same.</summary>
internal sealed record Adoption
{
    /// <summary>The resources to adopt, in the plan's order.</summary>
    public required ImmutableArray<AdoptedResource> Adopted { get; init; }

    /// <summary>The changes that the first deployment makes to them, as sentences.</summary>
    public required ImmutableArray<string> Changes { get; init; }

    /// <summary>The resources that the first deployment creates.</summary>
    public required ImmutableArray<DeclaredResource> Made { get; init; }

    /// <summary>The existing resources that cannot be adopted, as sentences.</summary>
    public required ImmutableArray<string> Left { get; init; }

    /// <summary>Compares a plan with what exists.</summary>
    public static Adoption Of(Plan plan, StackWorld world)
    {
        var found = Candidates(plan, world);
        var known = world with { Resources = found };
        var contents = new VersionContents(plan, known);
        var left = new List<string>();
        foreach (var (declared, there) in Matched(plan, found))
        {
            if (IsVersion(declared) && contents.Holds(declared, there) is false)
            {
                found.Remove(declared.Name);
            }
            else if (Obstacle(declared, there, known) is { } obstacle)
            {
                left.Add($"{declared.Name} ({declared.Type}) {obstacle}");
                found.Remove(declared.Name);
            }
        }

        var differences = new ResourceDifferences(known);
        return new()
        {
            Adopted =
            [
                .. Matched(plan, found).Select(match => new AdoptedResource(match.Declared, match.There.Identifier)),
            ],
            Changes =
            [
                .. Matched(plan, found).SelectMany(match =>
                    differences.Of(match.Declared).Select(difference => $"{match.Declared.Owner}: {difference}")),
            ],
            Made = [.. plan.Resources.Where(resource => !found.ContainsKey(resource.Name))],
            Left = [.. left, .. Versions(world, found)],
        };
    }

    private static Dictionary<string, ReadResource> Candidates(Plan plan, StackWorld world)
    {
        var found = world.Resources.ToDictionary(StringComparer.Ordinal);
        foreach (var parameter in plan.Resources.Where(resource => resource.Type is ResourceTypes.Parameter))
        {
            var name = ((Value.Text)parameter.Properties["Name"]!).Content;
            if (world.Parameters.TryGetValue(name, out var value))
            {
                found[parameter.Name] = new(name, Shorthand.Map(("Name", name), ("Value", value)));
            }
        }

        return found;
    }

    private static bool IsVersion(DeclaredResource resource) =>
        resource.Type is ResourceTypes.PromptVersion or ResourceTypes.FlowVersion;

    private static IEnumerable<(DeclaredResource Declared, ReadResource There)> Matched(
        Plan plan, Dictionary<string, ReadResource> found) =>
        from declared in plan.Resources
        where found.ContainsKey(declared.Name)
        select (declared, found[declared.Name]);

    /// <summary>Why the first deployment could not keep a resource; null when it can.</summary>
    private static string? Obstacle(DeclaredResource declared, ReadResource there, StackWorld known) =>
        AdditionalFields.AreIn(declared)
            ? "sends additional model fields, for which aws-native needs a resource that Pulumi cannot import. Give "
                + "the stack another 'namePrefix', so that both can exist side by side until callers have moved"
        : Missing(declared, known) is { } parent ? $"is part of {parent}, which is not taken over"
        : Fixed(declared, there, known) is { } property
            ? $"has another {property}, which cannot change, so the resource would be replaced. Delete it once "
                + "nothing uses it, or give the stack another 'parameterPath'"
            : null;

    /// <summary>The parent that a resource permanently belongs to, if that is not adopted.</summary>
    private static string? Missing(DeclaredResource declared, StackWorld known) => ResourceTypes.Of(declared.Type)
        .CreateOnly.Select(property => declared.Properties[property])
        .OfType<Value.Ref>()
        .Select(parent => parent.Resource)
        .FirstOrDefault(parent => !known.Resources.ContainsKey(parent));

    /// <summary>A create-only property with another value.</summary>
    private static string? Fixed(DeclaredResource declared, ReadResource there, StackWorld known) =>
        ResourceTypes.Of(declared.Type).CreateOnly.FirstOrDefault(property =>
            !declared.IgnoreChanges.Contains(property)
            && there.Properties[property] is { } actual
            && declared.Properties[property] is { } wanted
            && !(known.Knows(wanted) && DeployedContent.IsSame(known.Fill(wanted), actual)));

    /// <summary>Versions of the stack's prompts and flows whose content is not that of a kept release.</summary>
    private static IEnumerable<string> Versions(StackWorld world, Dictionary<string, ReadResource> found)
    {
        var taken = found.Values.Select(resource => resource.Identifier).ToHashSet(StringComparer.Ordinal);
        return
            from versions in world.Versions
            from version in versions.Value
            where !taken.Contains(version.Identifier)
            orderby versions.Key, version.Identifier
            select $"version {version["Version"]} of {versions.Key} ({version.Identifier}) was cut from content that "
                + "none of the stack's kept releases has. It stays as it is";
    }
}
