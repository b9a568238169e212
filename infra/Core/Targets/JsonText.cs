using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>JSON as one text, for properties that take it so.</summary>
public static class JsonText
{
    /// <summary>A text, or a join of texts and of what only the cloud knows.</summary>
    public static Value Of(Value content)
    {
        var parts = new List<Value>();
        foreach (var part in Parts(content))
        {
            if (part is Value.Text next && parts is [.., Value.Text last])
            {
                parts[^1] = last.Content + next.Content;
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts is [Value.Text only] ? only : Join(parts);
    }

    private static IEnumerable<Value> Parts(Value value) => value switch
    {
        Value.Document document => Parts(document.Content),
        Value.Map map => ["{", .. Separated(map.Entries.Select(Entry)), "}"],
        Value.List list => ["[", .. Separated(list.Items.Select(Parts)), "]"],
        Value.Ref or Value.Pseudo or Value.Join => ["\"", .. Inside(value), "\""],
        _ => [CanonicalJson.Compact(value)],
    };

    private static IEnumerable<Value> Entry(KeyValuePair<string, Value> entry) =>
        [CanonicalJson.Compact(entry.Key), ":", .. Parts(entry.Value)];

    private static IEnumerable<Value> Separated(IEnumerable<IEnumerable<Value>> items) =>
        items.SelectMany((item, index) => index == 0 ? item : item.Prepend(","));

    private static IEnumerable<Value> Inside(Value value) => value switch
    {
        Value.Join join => join.Parts.SelectMany(Inside),
        Value.Text text => [CanonicalJson.Compact(text)[1..^1]],
        _ => [value],
    };
}
