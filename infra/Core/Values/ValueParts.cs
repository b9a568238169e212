using System.Collections.Immutable;

namespace Infra.Values;

/// <summary>Finds parts of a rendered definition; a part that is absent or has another shape is empty.</summary>
internal static class ValueParts
{
    /// <summary>A text, or null.</summary>
    public static string? Text(Value? value) => (value as Value.Text)?.Content;

    /// <summary>A text, number or flag as text; null for anything else.</summary>
    public static string? Scalar(Value? value) =>
        value is Value.Text or Value.Number or Value.Flag ? ValueText.Of(value) : null;

    /// <summary>The object under a key.</summary>
    public static Value.Map Map(Value.Map map, string key) => map[key] as Value.Map ?? Shorthand.Map();

    /// <summary>The list under a key.</summary>
    public static ImmutableArray<Value> Items(Value.Map map, string key) => (map[key] as Value.List)?.Items ?? [];

    /// <summary>The objects of the list under a key.</summary>
    public static ImmutableArray<Value.Map> Maps(Value.Map map, string key) =>
        [.. Items(map, key).OfType<Value.Map>()];
}
