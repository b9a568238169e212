using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>A JSON schema, read once and applied many times.</summary>
/// <remarks>
/// A part of draft-07: type, enum, const; properties, required, additionalProperties, minProperties, maxProperties;
/// items (one schema), minItems, maxItems, uniqueItems; minLength, maxLength, pattern, format (date, date-time, email,
/// uri, uuid); minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf; allOf, anyOf, oneOf, not. Annotations
/// ($schema, $id, $comment, title, description, default, examples) are allowed and mean nothing. Any other keyword
/// is PRM309 where it stands: what is not checked must not look checked.
/// </remarks>
/// <param name="Rules">What its keywords demand.</param>
public sealed record JsonSchema(ImmutableArray<SchemaRule> Rules)
{
    /// <summary>
    /// The first thing that does not fit, as in <c>$.items[0].price is not a number</c>; null when all fits.
    /// </summary>
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

    /// <summary>Whether all fits.</summary>
    internal bool Fits(JsonElement value) => Fault(value) is null;
}

/// <summary>What one keyword demands of a value: null, or what does not fit.</summary>
/// <param name="value">The value.</param>
/// <param name="path">Where it stands.</param>
public delegate string? SchemaRule(JsonElement value, string path);
