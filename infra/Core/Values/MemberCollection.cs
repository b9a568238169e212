using System.Collections;

namespace Infra.Values;

/// <summary>The members of an object: each name once, in ordinal order.</summary>
/// <remarks>
/// A plan holds tens of thousands of small objects. Each is an array here; a tree would take four times the memory.
/// </remarks>
public readonly struct MemberCollection : IReadOnlyDictionary<string, Value>, IEquatable<MemberCollection>
{
    private readonly KeyValuePair<string, Value>[]? _sorted;

    private MemberCollection(KeyValuePair<string, Value>[] sorted) => _sorted = sorted;

    /// <summary>How many there are.</summary>
    public int Count => Sorted.Length;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Sorted.Length == 0;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => Sorted.Select(member => member.Key);

    /// <summary>The values, in the order of their names.</summary>
    public IEnumerable<Value> Values => Sorted.Select(member => member.Value);

    /// <inheritdoc/>
    public Value this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>An object of these members, given in any order; those whose value is null are left out.</summary>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public static MemberCollection Of(ReadOnlySpan<(string Key, Value? Value)> members)
    {
        var sorted = new KeyValuePair<string, Value>[members.Length];
        var count = 0;
        foreach (var (key, value) in members)
        {
            if (value is not null)
            {
                sorted[count++] = new(key, value);
            }
        }

        Array.Resize(ref sorted, count);
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = 1; i < count; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException($"The member {sorted[i].Key} is given twice.", nameof(members));
            }
        }

        return new(sorted);
    }

    /// <summary>A copy with one member set.</summary>
    public MemberCollection SetItem(string key, Value value) =>
        Of([.. Remove(key).Select(member => (member.Key, (Value?)member.Value)), (key, value)]);

    /// <summary>A copy without some members.</summary>
    public MemberCollection Remove(params ReadOnlySpan<string> keys)
    {
        var gone = keys.ToArray();
        return new(Array.FindAll(Sorted, member => !gone.Contains(member.Key)));
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out Value value)
    {
        var at = IndexOf(key);
        value = at < 0 ? null! : Sorted[at].Value;
        return at >= 0;
    }

    /// <summary>The members in order.</summary>
    public ReadOnlySpan<KeyValuePair<string, Value>>.Enumerator GetEnumerator() =>
        ((ReadOnlySpan<KeyValuePair<string, Value>>)Sorted).GetEnumerator();

    IEnumerator<KeyValuePair<string, Value>> IEnumerable<KeyValuePair<string, Value>>.GetEnumerator() =>
        Sorted.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Sorted.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(MemberCollection other)
    {
        if (other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (Sorted[i].Key != other.Sorted[i].Key || !Sorted[i].Value.Equals(other.Sorted[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MemberCollection other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, value) in Sorted)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether two objects have the same members.</summary>
    public static bool operator ==(MemberCollection left, MemberCollection right) => left.Equals(right);

    /// <summary>Whether two objects differ.</summary>
    public static bool operator !=(MemberCollection left, MemberCollection right) => !left.Equals(right);

    private KeyValuePair<string, Value>[] Sorted => _sorted ?? [];

    private int IndexOf(string key)
    {
        var (low, high) = (0, Sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(Sorted[middle].Key, key))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return -1;
    }
}
