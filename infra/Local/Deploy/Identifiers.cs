using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>The identifiers of resources in Cloud Control, as far as they are known without asking.</summary>
internal static class Identifiers
{
    /// <summary>Whether an attribute of a type is its identifier.</summary>
    public static bool IsIdentifier(string type, string attribute) => ResourceTypes.Of(type).Identifier == attribute;

    /// <summary>The identifier of a resource according to its declaration; null where the service assigns it.</summary>
    public static string? Named(string type, Value.Map properties) =>
        ResourceTypes.Of(type).NamedBy is { Length: > 0 } names
        ? string.Join('|', names.Select(name => (properties[name] as Value.Text)?.Content))
        : null;
}
