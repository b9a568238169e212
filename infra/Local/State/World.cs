using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Infra.Local.State;

/// <summary>Everything that exists, as one value: an operation is a function from a world to the next one.</summary>
internal sealed record World
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private ImmutableDictionary<(Type Kind, string Region), Shelf> Shelves { get; init; } =
        ImmutableDictionary<(Type Kind, string Region), Shelf>.Empty;

    /// <summary>A world in which nothing exists.</summary>
    public static World Empty { get; } = new();

    /// <summary>The number of ids assigned so far; the next one is derived from it, so equal histories give equal
    /// ids.</summary>
    public long Serial { get; init; }

    /// <summary>The rows put and removed since the world was last saved, oldest first.</summary>
    public ImmutableQueue<Entry> Unsaved { get; init; } = [];

    /// <summary>All rows, in no order.</summary>
    public IEnumerable<Row> Rows => Shelves.Values.SelectMany(shelf => shelf.Rows.Values);

    /// <summary>The row with an id, or null.</summary>
    public T? Find<T>(string region, string id)
        where T : Row => On<T>(region).Rows.GetValueOrDefault(id) as T;

    /// <summary>The row with a name, or null.</summary>
    public T? Named<T>(string region, string name)
        where T : Row =>
        On<T>(region).Names.TryGetValue(name, out var id) ? Find<T>(region, id) : null;

    /// <summary>All rows of a kind in a region, in no order.</summary>
    public IEnumerable<T> All<T>(string region)
        where T : Row => On<T>(region).Rows.Values.Cast<T>();

    /// <summary>The rows of a kind in a region after a place, in order, each read when it is asked for.</summary>
    public IEnumerable<T> After<T>(string region, string place)
        where T : Row => On<T>(region).After(place).Cast<T>();

    /// <summary>The world with a row, which replaces one with the same id.</summary>
    public World Put(Row row) => With(row, shelf => shelf.Put(row), new Entry { Put = row });

    /// <summary>The world without a row.</summary>
    public World Remove(Row row) => With(row, shelf => shelf.Remove(row), new Entry { Removed = row });

    /// <summary>The world after a saved change.</summary>
    public World After(Change change) => change.Entries.Aggregate(this, (next, entry) => entry switch
    {
        { Put: { } row } => next.Put(row),
        { Removed: { } row } => next.Remove(row),
        _ => next,
    }) with
    { Serial = change.Serial };

    /// <summary>Ten letters and digits that have not been assigned before.</summary>
    public (World World, string Id) NewId()
    {
        var seed = (Serial + 1).ToString(CultureInfo.InvariantCulture);
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(seed));
        var id = string.Concat(hash.Take(10).Select(part => Letters[part % Letters.Length]));
        return (this with { Serial = Serial + 1 }, id);
    }

    /// <summary>A token in the form of a GUID that has not been assigned before.</summary>
    public (World World, string Token) NewToken()
    {
        var seed = (Serial + 1).ToString(CultureInfo.InvariantCulture);
        var token = new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"token {seed}")).AsSpan(0, 16));
        return (this with { Serial = Serial + 1 }, token.ToString());
    }

    private Shelf On<T>(string region) => Shelves.GetValueOrDefault((typeof(T), region), Shelf.Empty);

    private World With(Row row, Func<Shelf, Shelf> change, Entry entry)
    {
        var key = (row.GetType(), row.Region);
        return this with
        {
            Shelves = Shelves.SetItem(key, change(Shelves.GetValueOrDefault(key, Shelf.Empty))),
            Unsaved = Unsaved.Enqueue(entry),
        };
    }
}
