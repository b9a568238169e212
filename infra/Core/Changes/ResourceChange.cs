using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>The effect of a deployment on one resource.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Resource">The new resource; the old one if it is deleted.</param>
/// <param name="Properties">The properties that differ if it is updated or replaced.</param>
public sealed record ResourceChange(ChangeKind Kind, DeclaredResource Resource, ImmutableArray<string> Properties)
{
    /// <summary>The changes from one list of resources to another, without those that stay the same.</summary>
    public static ImmutableArray<ResourceChange> Between(
        IReadOnlyCollection<DeclaredResource> before, IReadOnlyCollection<DeclaredResource> after)
    {
        var was = before.ToDictionary(Identity);
        var now = after.Select(Identity).ToHashSet();
        return
        [
            .. after.Select(resource => was.TryGetValue(Identity(resource), out var old)
                ? Update(old, resource)
                : new ResourceChange(ChangeKind.Create, resource, [])).OfType<ResourceChange>(),
            .. before.Where(resource => !now.Contains(Identity(resource)))
                .Select(resource => new ResourceChange(ChangeKind.Delete, resource, [])),
        ];
    }

    private static (string Name, string Type) Identity(DeclaredResource resource) => (resource.Name, resource.Type);

    private static ResourceChange? Update(DeclaredResource was, DeclaredResource now)
    {
        var properties = was.Properties.Entries.Keys
            .Union(now.Properties.Entries.Keys, StringComparer.Ordinal)
            .Where(key => !now.IgnoreChanges.Contains(key) && was.Properties[key] != now.Properties[key])
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        return properties.IsEmpty ? null
            : new(
                properties.Any(key => ResourceTypes.IsCreateOnly(now.Type, key))
                    ? ChangeKind.Replace
                    : ChangeKind.Update,
                now,
                properties);
    }
}

/// <summary>The kind of change that a deployment makes.</summary>
public enum ChangeKind
{
    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>A new one is created, then the old one is deleted.</summary>
    Replace,

    /// <summary>It is deleted.</summary>
    Delete,
}
