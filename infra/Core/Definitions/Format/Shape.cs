using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Definitions.Format;

/// <summary>The keys of one kind of mapping; the only place that says what a file may contain.</summary>
public sealed record Shape
{
    private readonly Lazy<FrozenDictionary<string, Field>> _byKey;

    /// <summary>A shape.</summary>
    /// <param name="name">The name in messages, as in <c>a prompt</c>.</param>
    /// <param name="summary">One sentence for authors.</param>
    /// <param name="fields">Its keys, in the recommended order.</param>
    public Shape(string name, string summary, params ImmutableArray<Field> fields)
    {
        (Name, Summary, Fields) = (name, summary, fields);
        _byKey = new(() => fields.ToFrozenDictionary(field => field.Key, StringComparer.Ordinal));
    }

    /// <summary>The name in messages, as in <c>a prompt</c>.</summary>
    public string Name { get; }

    /// <summary>One sentence for authors.</summary>
    public string Summary { get; }

    /// <summary>Its keys, in the recommended order.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>Keys of other formats, and what to write instead.</summary>
    public ImmutableArray<ForeignKey> Foreign { get; init; } = [];

    /// <summary>The field with a key, or null.</summary>
    public Field? this[string key] => _byKey.Value.GetValueOrDefault(key);
}

/// <summary>One key of a mapping.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="Summary">One sentence for authors.</param>
/// <param name="Required">Whether its absence is an error (PRM010).</param>
public sealed record Field(string Key, Kind Kind, string Summary, bool Required = false);

/// <summary>A key of another format, such as Bedrock's API.</summary>
/// <param name="Key">The key as written there.</param>
/// <param name="Advice">What to write here.</param>
/// <param name="Means">The keys here that it corresponds to: they are not also reported as missing.</param>
public sealed record ForeignKey(string Key, string Advice, params ImmutableArray<string> Means);
