namespace Infra.Values;

/// <summary>Short names for building values.</summary>
public static class Shorthand
{
    /// <summary>The partition, region or account the stack is deployed to.</summary>
    public static readonly Value Partition = new Value.Pseudo(PseudoParameter.Partition);

    /// <inheritdoc cref="PseudoParameter.Region"/>
    public static readonly Value Region = new Value.Pseudo(PseudoParameter.Region);

    /// <inheritdoc cref="PseudoParameter.Account"/>
    public static readonly Value Account = new Value.Pseudo(PseudoParameter.Account);

    /// <summary>An object; entries whose value is null are left out.</summary>
    public static Value.Map Map(params ReadOnlySpan<(string Key, Value? Value)> entries) =>
        new(MemberCollection.Of(entries));

    /// <inheritdoc cref="Map(ReadOnlySpan{ValueTuple{string, Value}})"/>
    public static Value.Map Map(IEnumerable<(string Key, Value? Value)> entries) => Map(entries.ToArray().AsSpan());

    /// <summary>A list.</summary>
    public static Value.List List(params IEnumerable<Value> items) => new([.. items]);

    /// <summary>Parts written one after the other.</summary>
    public static Value.Join Join(params IEnumerable<Value> parts) => new([.. parts]);

    /// <summary>JSON whose keys stay as they are.</summary>
    public static Value.Document Document(Value content) => new(content);
}
