using System.Globalization;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Rendering;

/// <summary>Compares what was released with what the service gives back.</summary>
/// <remarks>
/// The service rounds numbers to single precision (0.999 comes back as 0.9990000128746033), leaves out what is empty
/// or writes null, and keeps input variables in an order of its own. Texts must be equal to the byte.
/// </remarks>
public static class DeployedContent
{
    /// <summary>Whether both mean the same.</summary>
    /// <param name="released">As rendered, in CloudFormation's spelling.</param>
    /// <param name="deployed">As the service or a provider returned it, in either spelling.</param>
    public static bool IsSame(Value released, Value deployed) =>
        CanonicalJson.Compact(Normalise(released)) == CanonicalJson.Compact(Normalise(deployed));

    /// <summary>A content in the API's spelling, without what the service does not keep.</summary>
    public static Value Normalise(Value content) =>
        Clean(ApiShape.FromCloudFormation(ApiShape.ToCloudFormation(ApiShape.FromCloudFormation(content)))) ?? Map();

    private static Value? Clean(Value value) => value switch
    {
        Value.Null => null,
        Value.Number number => Single(number.Content),
        Value.Document document => Clean(document.Content),
        Value.List list => Clean(list),
        Value.Map map => Clean(map),
        _ => value,
    };

    private static Value? Clean(Value.List list)
    {
        var items = list.Items.Select(Clean).OfType<Value>().ToArray();
        return items.Length == 0 ? null : List(items);
    }

    private static Value? Clean(Value.Map map)
    {
        var entries = Map(map.Entries.Select(entry => (
            entry.Key,
            entry.Key is "inputVariables" && entry.Value is Value.List variables
                ? Clean(List(variables.Items.OrderBy(CanonicalJson.Compact, StringComparer.Ordinal)))
                : KeepsEmpty(entry.Key) ? Clean(entry.Value) ?? Map() : Clean(entry.Value))));
        return entries.Entries.IsEmpty ? null : entries;
    }

    /// <summary>Choices whose presence is their meaning: <c>toolChoice: { auto: {} }</c>, <c>configuration: { input: {} }</c>.</summary>
    private static bool KeepsEmpty(string key) => key is "auto" or "any" or "json";

    private static Value Single(decimal number) =>
        (float)number is var single && Math.Abs(single) < 1e27f
            ? decimal.Parse(single.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            : number;
}
