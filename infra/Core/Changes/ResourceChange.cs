using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>What a deployment does to one resource.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Resource">The resource as it will be; as it was, when it goes.</param>
/// <param name="Properties">The properties that differ, when it is updated or replaced.</param>
public sealed record ResourceChange(ChangeKind Kind, DeclaredResource Resource, ImmutableArray<string> Properties)
{
    /// <summary>What leads from one list of resources to another; nothing for those that stay.</summary>
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

/// <summary>What a deployment does.</summary>
public enum ChangeKind
{
    /// <summary>It comes.</summary>
    Create,

    /// <summary>It changes in place.</summary>
    Update,

    /// <summary>A new one comes, then the old one goes.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Delete,
}
