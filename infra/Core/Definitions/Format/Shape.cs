using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Definitions.Format;

/// <summary>The keys of one kind of mapping: the one place that says what a file may contain.</summary>
public sealed record Shape
{
    private readonly Lazy<FrozenDictionary<string, Field>> _byKey;

    /// <summary>A shape.</summary>
    /// <param name="name">As messages name it: <c>a prompt</c>.</param>
    /// <param name="summary">One sentence for people who write it.</param>
    /// <param name="fields">Its keys, in the order they are best written.</param>
    public Shape(string name, string summary, params ImmutableArray<Field> fields)
    {
        (Name, Summary, Fields) = (name, summary, fields);
        _byKey = new(() => fields.ToFrozenDictionary(field => field.Key, StringComparer.Ordinal));
    }

    /// <summary>As messages name it: <c>a prompt</c>.</summary>
    public string Name { get; }

    /// <summary>One sentence for people who write it.</summary>
    public string Summary { get; }

    /// <summary>Its keys, in the order they are best written.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>Words that people bring along from elsewhere, and what to write instead.</summary>
    public ImmutableArray<ForeignKey> Foreign { get; init; } = [];

    /// <summary>The field with a key, or null.</summary>
    public Field? this[string key] => _byKey.Value.GetValueOrDefault(key);
}

/// <summary>One key of a mapping.</summary>
/// <param name="Key">As it is written.</param>
/// <param name="Kind">What may stand there.</param>
/// <param name="Summary">One sentence for people who write it.</param>
/// <param name="Required">Whether its absence is an error (PRM010).</param>
public sealed record Field(string Key, Kind Kind, string Summary, bool Required = false);

/// <summary>A key of another format, such as Bedrock's API.</summary>
/// <param name="Key">As it is written there.</param>
/// <param name="Advice">What to write here.</param>
/// <param name="Means">The keys that stand for it here: their absence is not reported as well.</param>
public sealed record ForeignKey(string Key, string Advice, params ImmutableArray<string> Means);
