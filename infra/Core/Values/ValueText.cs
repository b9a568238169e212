namespace Infra.Values;

/// <summary>Writes a value for people: parts that only the cloud knows are named in <c>${...}</c>.</summary>
public static class ValueText
{
    /// <summary>A text unchanged, anything else as JSON on one line.</summary>
    public static string Of(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Ref reference => $"${{{reference.Resource}.{reference.Attribute}}}",
        Value.Pseudo pseudo => $"${{{pseudo.Parameter}}}",
        Value.Join join => string.Concat(join.Parts.Select(Of)),
        _ => CanonicalJson.Compact(Known(value)),
    };

    private static Value Known(Value value) => value switch
    {
        Value.Ref or Value.Pseudo or Value.Join => Of(value),
        Value.Document document => Known(document.Content),
        Value.List list => Shorthand.List(list.Items.Select(Known)),
        Value.Map map => Shorthand.Map(map.Entries.Select(entry => (entry.Key, (Value?)Known(entry.Value)))),
        _ => value,
    };
}
