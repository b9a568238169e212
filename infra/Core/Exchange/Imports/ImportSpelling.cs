using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Exchange.Imports;

/// <summary>Converts spelling to the API's.</summary>
internal static class ImportSpelling
{
    /// <summary>Keys start with a small letter, except in the author's own JSON.</summary>
    public static Value OfApi(Value value) => value switch
    {
        Value.Map map => Map(map.Entries
            .Select(entry => (Key: Small(entry.Key), entry.Value))
            .DistinctBy(entry => entry.Key)
            .Select(entry => (entry.Key, (Value?)(IsVerbatim(entry.Key) ? entry.Value : OfApi(entry.Value))))),
        Value.List list => List(list.Items.Select(OfApi)),
        _ => value,
    };

    /// <summary>Whether the value of a key is the author's own JSON, or a mapping whose keys are names.</summary>
    internal static bool IsVerbatim(string key) =>
        key is "additionalModelRequestFields" or "json" or "tags" or "definitionSubstitutions" or "ResponseMetadata";

    /// <summary>A key in the API's spelling.</summary>
    internal static string Small(string key) => key is "ResponseMetadata" ? key : FirstLetter.Lower(key);
}
