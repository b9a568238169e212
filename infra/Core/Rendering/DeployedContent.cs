using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Rendering;

/// <summary>Compares a release with what the service returns, which is the same content in another form.</summary>
/// <remarks>
/// The service rounds numbers to single precision (0.999 is returned as 0.9990000128746033), leaves out what is empty
/// or writes null, and keeps input variables in its own order. The API and the providers write keys in different cases;
/// aws-native does so even inside tool schemas and additional fields. Texts must be equal to the byte.
/// </remarks>
public static class DeployedContent
{
    private static readonly FrozenSet<string> Choices =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Any", "Auto");

    /// <summary>Whether the two have the same content.</summary>
    /// <param name="released">The content as rendered, in CloudFormation's spelling.</param>
    /// <param name="deployed">The content as returned by the service or a provider, in any spelling.</param>
    public static bool IsSame(Value released, Value deployed) => Difference(released, deployed, "") is null;

    /// <summary>The place of the first difference; null for none. A part that only the cloud knows equals any
    /// text.</summary>
    public static string? Difference(Value expected, Value actual, string place) =>
        First(expected, actual, place)?.Place;

    /// <summary>The first difference, with both values; null for none.</summary>
    /// <param name="expected">The content as rendered, in CloudFormation's spelling.</param>
    /// <param name="actual">The content as returned by the service or a provider, in any spelling.</param>
    /// <param name="place">The name of the whole, with which places start.</param>
    public static ContentDifference? First(Value expected, Value actual, string place) =>
        First(expected, actual, inOrder: true)?.Below(place);

    /// <summary>The first difference; its place is relative to these values.</summary>
    /// <param name="expected">The value as rendered.</param>
    /// <param name="actual">The value as returned.</param>
    /// <param name="inOrder">Whether the order of lists matters here.</param>
    private static ContentDifference? First(Value expected, Value actual, bool inOrder) =>
        (Content(expected), Content(actual)) switch
        {
            (null, null) => null,
            (Value.Ref or Value.Pseudo or Value.Join, Value.Text) => null,
            (Value.Number left, Value.Number right) when (float)left.Content == (float)right.Content => null,
            (Value.List left, Value.List right) when left.Items.Length == right.Items.Length =>
                inOrder ? OfLists(left.Items, right.Items) : OfLists(InOrder(left.Items), InOrder(right.Items)),
            (Value.Map left, Value.Map right) => OfMaps(left, right),
            (Value.Text or Value.Flag, _) and var (left, right) when left == right => null,
            _ => new("", expected, actual),
        };

    private static ContentDifference? OfLists(ImmutableArray<Value> left, ImmutableArray<Value> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (First(left[i], right[i], inOrder: true) is { } found)
            {
                return found.Below($"[{i}]");
            }
        }

        return null;
    }

    private static ImmutableArray<Value> InOrder(ImmutableArray<Value> variables) =>
    [
        .. variables.OrderBy(
            variable => variable is Value.Map map ? CanonicalJson.Compact(Shorthand.List(map.Entries.Values)) : "",
            StringComparer.Ordinal),
    ];

    private static ContentDifference? OfMaps(Value.Map left, Value.Map right)
    {
        foreach (var (key, value) in left.Entries)
        {
            var inOrder = !key.Equals("InputVariables", StringComparison.OrdinalIgnoreCase);
            if (First(Said(key, value), Member(right, key), inOrder) is { } found)
            {
                return found.Below($".{key}");
            }
        }

        foreach (var (key, value) in right.Entries)
        {
            if (Member(left, key) is Value.Null nothing && First(nothing, Said(key, value), inOrder: true) is { } found)
            {
                return found.Below($".{key}");
            }
        }

        return null;
    }

    private static Value Member(Value.Map map, string key)
    {
        if (map[key] is { } exact)
        {
            return Said(key, exact);
        }

        foreach (var (other, value) in map.Entries)
        {
            if (other.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return Said(other, value);
            }
        }

        return new Value.Null();
    }

    /// <summary>The value of a key; of <c>{ "any": {} }</c>, the key alone is the content.</summary>
    private static Value Said(string key, Value value) =>
        value is Value.Map { Entries.IsEmpty: true } && Choices.Contains(key) ? true : value;

    /// <summary>The value; null where it means the same as its absence.</summary>
    private static Value? Content(Value value) => value switch
    {
        Value.Document document => Content(document.Content),
        Value.Null or Value.Text { Content: "" } or Value.List { Items: [] } => null,
        Value.Map map when map.Entries.All(entry => Content(Said(entry.Key, entry.Value)) is null) => null,
        _ => value,
    };
}

/// <summary>A place where two values differ.</summary>
/// <param name="Place">As in <c>Variants[0].ModelId</c>.</param>
/// <param name="Expected">The value that should be there.</param>
/// <param name="Actual">The value that is there.</param>
public sealed record ContentDifference(string Place, Value Expected, Value Actual)
{
    /// <summary>The same difference, its place relative to a containing value.</summary>
    internal ContentDifference Below(string place) => this with { Place = place + Place };
}
