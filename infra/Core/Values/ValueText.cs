namespace Infra.Values;

/// <summary>Spells a value for people: what only the cloud knows is named in <c>${...}</c>.</summary>
public static class ValueText
{
    /// <summary>One line.</summary>
    public static string Of(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Ref reference => $"${{{reference.Resource}.{reference.Attribute}}}",
        Value.Pseudo pseudo => $"${{{pseudo.Parameter}}}",
        Value.Join join => string.Concat(join.Parts.Select(Of)),
        _ => CanonicalJson.Compact(value),
    };
}
