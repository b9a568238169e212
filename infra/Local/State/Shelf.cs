using System.Collections.Immutable;

namespace Infra.Local.State;

/// <summary>The rows of one kind in one region, by id, by name, and in order.</summary>
internal sealed record Shelf
{
    private static readonly Comparer<Place> InOrder =
        Comparer<Place>.Create((one, other) => string.CompareOrdinal(one.Order, other.Order));

    public static Shelf Empty { get; } = new();

    public ImmutableDictionary<string, Row> Rows { get; private init; } =
        ImmutableDictionary.Create<string, Row>(StringComparer.Ordinal);

    public ImmutableDictionary<string, string> Names { get; private init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    private ImmutableSortedSet<Place> Places { get; init; } = ImmutableSortedSet<Place>.Empty.WithComparer(InOrder);

    /// <summary>The rows after a place, whether or not there is a row at the place.</summary>
    public IEnumerable<Row> After(string place)
    {
        var found = Places.IndexOf(new(place, null));
        for (var index = found < 0 ? ~found : found + 1; index < Places.Count; index++)
        {
            yield return Places[index].Row!;
        }
    }

    public Shelf Put(Row row)
    {
        var others = Rows.TryGetValue(row.Id, out var old) ? Remove(old) : this;
        return new()
        {
            Rows = others.Rows.SetItem(row.Id, row),
            Names = row.Name is { } name ? others.Names.SetItem(name, row.Id) : others.Names,
            Places = others.Places.Add(new(row.Order, row)),
        };
    }

    public Shelf Remove(Row row) => new()
    {
        Rows = Rows.Remove(row.Id),
        Names = row.Name is { } name ? Names.Remove(name) : Names,
        Places = Places.Remove(new(row.Order, null)),
    };

    private readonly record struct Place(string Order, Row? Row);
}
