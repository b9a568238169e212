using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>What Cloud Control calls a resource by, where nobody has to ask for it.</summary>
internal static class Identifiers
{
    /// <summary>Whether an attribute of a type is its identifier.</summary>
    public static bool IsIdentifier(string type, string attribute) => ResourceTypes.Of(type).Identifier == attribute;

    /// <summary>The identifier of a resource that its declaration names; null where the service makes it up.</summary>
    public static string? Named(string type, Value.Map properties) =>
        ResourceTypes.Of(type).NamedBy is { Length: > 0 } names
        ? string.Join('|', names.Select(name => (properties[name] as Value.Text)?.Content))
        : null;
}
