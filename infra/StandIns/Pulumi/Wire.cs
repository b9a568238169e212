using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>Inputs in the form for the engine: outputs awaited, numbers as doubles, keys without a value left
/// out.</summary>
internal static class Wire
{
    /// <summary>The entries that are entirely known, as mocks receive them.</summary>
    internal static async Task<ImmutableDictionary<string, object>> KnownAsync(
        ImmutableDictionary<string, object?> entries)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in entries)
        {
            if (await ValueAsync(value).ConfigureAwait(false) is { IsKnown: true, Value: { } sent })
            {
                known.Add(key, sent);
            }
        }

        return known.ToImmutable();
    }

    private static async Task<Known<object?>> ValueAsync(object? value) => value switch
    {
        null or bool or double or string => new(value, true),
        int number => new((double)number, true),
        JsonElement json => new(FromJson(json), true),
        IOutput output => await output.DataAsync().ConfigureAwait(false) is { IsKnown: true, Value: var content }
            ? await ValueAsync(content).ConfigureAwait(false)
            : new(null, false),
        IDictionary map => await MapAsync(map).ConfigureAwait(false),
        IList list => await ListAsync(list).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"{value.GetType()} is not a supported argument type."),
    };

    private static async Task<Known<object?>> MapAsync(IDictionary map)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, object?>();
        var isKnown = true;
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Value is not null)
            {
                var sent = await ValueAsync(entry.Value).ConfigureAwait(false);
                entries.Add((string)entry.Key, sent.Value);
                isKnown &= sent.IsKnown;
            }
        }

        return new(entries.ToImmutable(), isKnown);
    }

    private static async Task<Known<object?>> ListAsync(IList list)
    {
        var items = await Task.WhenAll(list.Cast<object?>().Select(ValueAsync)).ConfigureAwait(false);
        return new(items.Select(item => item.Value).ToImmutableArray(), items.All(item => item.IsKnown));
    }

    private static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object =>
            json.EnumerateObject().ToImmutableDictionary(entry => entry.Name, entry => FromJson(entry.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToImmutableArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
