using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>A JSON schema, read once and applied many times.</summary>
/// <remarks>
/// A part of draft-07: type, enum, const; properties, required, additionalProperties, minProperties, maxProperties;
/// items (one schema), minItems, maxItems, uniqueItems; minLength, maxLength, pattern, format (date, date-time, email,
/// uri, uuid); minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf; allOf, anyOf, oneOf, not. Annotations
/// ($schema, $id, $comment, title, description, default, examples) are allowed and have no effect. Any other keyword is
/// PRM309, since it would look as if it were checked.
/// </remarks>
/// <param name="Rules">The requirements of its keywords.</param>
public sealed record JsonSchema(ImmutableArray<SchemaRule> Rules)
{
    /// <summary>The first mismatch, as in <c>$.items[0].price is not a number</c>; null when there is none.</summary>
    public string? Fault(JsonElement value, string path = "$")
    {
        foreach (var rule in Rules)
        {
            if (rule(value, path) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Whether a value matches the schema.</summary>
    internal bool Fits(JsonElement value) => Fault(value) is null;
}

/// <summary>The requirement of a keyword: returns null, or what does not match.</summary>
/// <param name="value">The value.</param>
/// <param name="path">Its path.</param>
public delegate string? SchemaRule(JsonElement value, string path);
