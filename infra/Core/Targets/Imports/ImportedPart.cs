using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Targets;

/// <summary>An object of the JSON that is imported: knows its place, and which of its members nobody took.</summary>
internal sealed class ImportedPart(Value.Map map, string place, Location at, ICollection<Diagnostic> report)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Where it stands; empty for the whole.</summary>
    public string Place => place;

    /// <summary>Where to report: the file, since JSON has lost its lines.</summary>
    public Location At => at;

    /// <summary>What is wrong, collected.</summary>
    public ICollection<Diagnostic> Report => report;

    /// <summary>The place of a member, as in <c>variants[0].name</c>.</summary>
    public string PlaceOf(string key) => place.Length == 0 ? key : $"{place}.{key}";

    /// <summary>A member; null when it is absent or JSON's null.</summary>
    public Value? Take(string key)
    {
        _taken.Add(key);
        return map[key] is Value.Null ? null : map[key];
    }

    /// <summary>Whether a member is there.</summary>
    public bool Has(string key) => map[key] is not (null or Value.Null);

    /// <summary>A text, or null.</summary>
    public string? Text(string key) => Take(key) switch
    {
        null => null,
        Value.Text text => text.Content,
        _ => Wrong<string>(key, "a text"),
    };

    /// <summary>A text that the API requires.</summary>
    public string? RequiredText(string key) => Required(key) ? Text(key) : null;

    /// <summary>A text as it is written in the file.</summary>
    public YamlNode? TextNode(string key) => Text(key) is { } text ? YamlNodes.Text(text) : null;

    /// <summary>A number as it is written in the file.</summary>
    public YamlNode? NumberNode(string key) => Take(key) switch
    {
        null => null,
        Value.Number number => YamlNodes.Of(number),
        _ => Wrong<YamlNode>(key, "a number"),
    };

    /// <summary>A list, or null.</summary>
    public ImmutableArray<Value>? List(string key) => Take(key) switch
    {
        null => null,
        Value.List list => list.Items,
        _ => NotList(key),
    };

    /// <summary>Texts as they are written in the file.</summary>
    public YamlNode? TextsNode(string key)
    {
        if (List(key) is not { } items)
        {
            return null;
        }

        return items.All(item => item is Value.Text)
            ? YamlNodes.List(items.Select(YamlNodes.Of))
            : Wrong<YamlNode>(key, "a list of texts");
    }

    /// <summary>An object, or null.</summary>
    public ImportedPart? Part(string key) => Take(key) switch
    {
        null => null,
        Value.Map part => new(part, PlaceOf(key), at, report),
        _ => Wrong<ImportedPart>(key, "an object"),
    };

    /// <summary>An object that the API requires.</summary>
    public ImportedPart? RequiredPart(string key) => Required(key) ? Part(key) : null;

    /// <summary>The objects of a list; null when there is no list.</summary>
    public ImmutableArray<ImportedPart>? Parts(string key) => List(key) is { } items
        ? [.. items.Index().Select(entry => PartOf($"{PlaceOf(key)}[{entry.Index}]", entry.Item)).OfType<ImportedPart>()]
        : null;

    /// <summary>The same for a list that the API requires.</summary>
    public ImmutableArray<ImportedPart> RequiredParts(string key) => Required(key) ? Parts(key) ?? [] : [];

    /// <summary>Names and types in a list, looked at before they are taken: what is wrong with them is reported then.</summary>
    public IEnumerable<(string Name, string Type)> Peek(string key) =>
        from item in (map[key] as Value.List)?.Items ?? []
        let named = item as Value.Map
        let name = (named?["name"] as Value.Text)?.Content
        let type = (named?["type"] as Value.Text)?.Content
        where name is not null && type is not null
        select (name, type);

    /// <summary>What is known to say nothing about the definition: ids, dates, states.</summary>
    public void Ignore(params IEnumerable<string> keys) => _taken.UnionWith(keys);

    /// <summary>What is stated elsewhere.</summary>
    public void Elsewhere(string key, string advice)
    {
        if (Take(key) is not null)
        {
            report.Add(Problems.ImportedElsewhere(at, PlaceOf(key), advice));
        }
    }

    /// <summary>Reports what nobody took.</summary>
    public void Finish()
    {
        foreach (var key in map.Entries.Keys.Where(key => Has(key) && !_taken.Contains(key)))
        {
            report.Add(Problems.CannotImport(at, PlaceOf(key)));
        }
    }

    private bool Required(string key)
    {
        if (!Has(key))
        {
            report.Add(Problems.ImportLacks(at, PlaceOf(key)));
        }

        return Has(key);
    }

    private ImportedPart? PartOf(string where, Value item)
    {
        if (item is Value.Map part)
        {
            return new(part, where, at, report);
        }

        report.Add(Problems.ImportedKind(at, where, "an object"));
        return null;
    }

    private ImmutableArray<Value>? NotList(string key)
    {
        report.Add(Problems.ImportedKind(at, PlaceOf(key), "a list"));
        return null;
    }

    private T? Wrong<T>(string key, string expected)
        where T : class
    {
        report.Add(Problems.ImportedKind(at, PlaceOf(key), expected));
        return null;
    }
}
