using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Exchange.Imports;

/// <summary>The API's spelling of what may be spelled as CloudFormation does.</summary>
internal static class ImportSpelling
{
    /// <summary>Keys start with a small letter, save in the author's own JSON.</summary>
    public static Value OfApi(Value value) => value switch
    {
        Value.Map map => Map(map.Entries
            .Select(entry => (Key: Small(entry.Key), entry.Value))
            .DistinctBy(entry => entry.Key)
            .Select(entry => (entry.Key, (Value?)(IsVerbatim(entry.Key) ? entry.Value : OfApi(entry.Value))))),
        Value.List list => List(list.Items.Select(OfApi)),
        _ => value,
    };

    /// <summary>Whether what stands under a key is the author's own JSON, or keys that are names.</summary>
    internal static bool IsVerbatim(string key) =>
        key is "additionalModelRequestFields" or "json" or "tags" or "definitionSubstitutions" or "ResponseMetadata";

    /// <summary>A key as the API spells it.</summary>
    internal static string Small(string key) => key is "ResponseMetadata" ? key : FirstLetter.Lower(key);
}
