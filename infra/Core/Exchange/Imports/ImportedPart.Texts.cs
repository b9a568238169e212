using Infra.Values;

namespace Infra.Exchange.Imports;

/// <content>Copies with other texts.</content>
internal sealed partial class ImportedPart
{
    /// <summary>A copy with every text replaced.</summary>
    public ImportedPart MapTexts(Func<string, Value> replace) =>
        new((Value.Map)MapTexts(map, replace), place, places, report);

    /// <summary>A copy with every text under a key replaced.</summary>
    public ImportedPart MapTexts(string key, Func<string, string> replace) =>
        new((Value.Map)MapTexts(map, key, replace), place, places, report);

    private static Value MapTexts(Value value, string key, Func<string, string> replace) => value switch
    {
        Value.List list => Shorthand.List(list.Items.Select(item => MapTexts(item, key, replace))),
        Value.Map map => Shorthand.Map(map.Entries.Select(entry => (
            entry.Key,
            (Value?)(entry.Key == key && entry.Value is Value.Text text
                ? replace(text.Content)
                : MapTexts(entry.Value, key, replace))))),
        _ => value,
    };

    private static Value MapTexts(Value value, Func<string, Value> replace) => value switch
    {
        Value.Text text => replace(text.Content),
        Value.List list => Shorthand.List(list.Items.Select(item => MapTexts(item, replace))),
        Value.Map map => Shorthand.Map(
            map.Entries.Select(entry => (entry.Key, (Value?)MapTexts(entry.Value, replace)))),
        _ => value,
    };
}
