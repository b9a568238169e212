using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.CloudControl;

/// <summary>Checks properties as Cloud Control does before it calls a handler.</summary>
internal static class PropertyRules
{
    /// <summary>The fault in the desired state of a new resource, or null.</summary>
    public static Fault? Created(ResourceSchema schema, JsonObject desired) =>
        schema.ReadOnly.Where(desired.ContainsKey).ToList() is { Count: > 0 } readOnly
            ? Fault.Validation($"Encountered unsupported property: readOnlyProperties [{Pointers(readOnly)}]")
            : Broken(schema, desired);

    /// <summary>The fault in a change of a resource, or null.</summary>
    public static Fault? Updated(ResourceSchema schema, JsonObject current, JsonObject patched)
    {
        var changed = current.Concat(patched).Select(property => property.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(current[name], patched[name]))
            .ToList();
        return changed.Intersect(schema.ReadOnly).ToList() is { Count: > 0 } readOnly
                ? Fault.Validation($"Invalid patch update: readOnlyProperties [{Pointers(readOnly)}] cannot be updated")
            : changed.Intersect(schema.CreateOnly).ToList() is { Count: > 0 } createOnly
                ? new Fault(
                    "NotUpdatableException",
                    $"Invalid patch update: createOnlyProperties [{Pointers(createOnly)}] cannot be updated")
            : Broken(schema, patched);
    }

    private static Fault? Broken(ResourceSchema schema, JsonObject properties) =>
        SchemaCheck.Broken(schema, properties) is { Count: > 0 } broken
            ? Fault.Validation($"Model validation failed ({string.Join('\n', broken)})")
            : null;

    private static string Pointers(IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => $"/properties/{name}"));
}
