using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Infra.Targets;
using Infra.Values;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Component;

/// <summary>What Pulumi holds, as a value of ours; null is what is unknown.</summary>
internal static class Plain
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static async Task<Value> Of(object? value) => value switch
    {
        null => new Value.Null(),
        string text => text,
        // A cast would keep fifteen digits only.
        double number => decimal.Parse(number.ToString("R", Culture), NumberStyles.Float, Culture),
        bool flag => flag,
        Output<string> output => await Of(await OutputUtilities.GetIsKnownAsync(output)
            ? await OutputUtilities.GetValueAsync(output)
            : null),
        IDictionary map => await OfMap(map),
        IList list => Shorthand.List(await Task.WhenAll(list.Cast<object?>().Select(Of))),
        _ => throw new ArgumentException(value.GetType().FullName),
    };

    /// <summary>Content as AWS gives it back: other case of keys, single precision, other order of variables.</summary>
    public static object? Answer(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Number number => (double)(float)number.Content,
        Value.Flag flag => flag.Content,
        Value.Null => null,
        Value.Document document => Answer(document.Content),
        Value.List list => list.Items.Select(Answer).ToImmutableArray(),
        Value.Map map => map.Entries.ToImmutableDictionary(
            entry => PulumiNames.Nested(entry.Key),
            entry => Answer(entry is { Key: "InputVariables", Value: Value.List { Items: var items } }
                ? Shorthand.List(items.Reverse())
                : entry.Value)),
        _ => throw new ArgumentException(value.ToString()),
    };

    public static async Task<Value.Map> OfMap(IDictionary map)
    {
        var entries = new List<(string, Value?)>();
        foreach (DictionaryEntry entry in map)
        {
            entries.Add(((string)entry.Key, await Of(entry.Value)));
        }

        return Shorthand.Map(entries);
    }
}
