using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Templates;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>An object in the imported JSON, which knows its place and the members that have not been used.</summary>
internal sealed partial class ImportedPart(
    Value.Map map, string place, ImportedPlaces places, ICollection<Diagnostic> report)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Its place; empty for the whole document.</summary>
    public string Place => place;

    /// <summary>The keys of its members.</summary>
    public ImmutableArray<string> Keys => [.. map.Entries.Keys];

    /// <summary>The places in the file.</summary>
    public ImportedPlaces Places => places;

    /// <summary>The place for problems of the whole object.</summary>
    public Location At => places.Of(place);

    /// <summary>Collects the problems.</summary>
    public ICollection<Diagnostic> Report => report;

    /// <summary>The place of a member, as in <c>variants[0].name</c>.</summary>
    public string PlaceOf(string key) => places.Member(place, key);

    /// <summary>The place for problems of a member; if it is absent, where it should be.</summary>
    public Location AtOf(string key) => places.Of(PlaceOf(key));

    /// <summary>A member, marked as used; null when it is absent, null in JSON, or CloudFormation's
    /// AWS::NoValue.</summary>
    public Value? Take(string key)
    {
        _taken.Add(key);
        return Has(key) ? map[key] : null;
    }

    /// <summary>A member, without marking it as used.</summary>
    public Value? Raw(string key) => map[key];

    /// <summary>A text, without marking it as used.</summary>
    public string? Look(string key) => ValueParts.Text(map[key]);

    /// <summary>The same object with some of its members only, which are marked as used.</summary>
    public ImportedPart Only(params string[] keys)
    {
        Ignore(keys);
        return new(new(map.Entries.Remove([.. map.Entries.Keys.Except(keys)])), place, places, report);
    }

    /// <summary>Whether a member is there.</summary>
    public bool Has(string key) =>
        map[key] is not (null or Value.Null) && !CloudFormationFunctions.IsNoValue(map[key]!);

    /// <summary>A text, or null.</summary>
    public string? Text(string key) => Take(key) switch
    {
        null => null,
        Value.Text text => text.Content,
        _ => Wrong<string>(key, "a text"),
    };

    /// <summary>A text that the API requires.</summary>
    public string? RequiredText(string key) => Required(key) ? Text(key) : null;

    /// <summary>A text as a node for the definition's file.</summary>
    public YamlNode? TextNode(string key) => Text(key) is { } text ? YamlNodes.Text(text) : null;

    /// <summary>A text as a node for the definition's file, where <c>${...}</c> would be a value of the
    /// stack.</summary>
    public YamlNode? ReferenceNode(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Placeholders.Has(text))
        {
            report.Add(Problems.ImportedPlaceholder(AtOf(key), PlaceOf(key)));
        }

        return YamlNodes.Text(text);
    }

    /// <summary>Any JSON as a node for the definition's file.</summary>
    public YamlNode? Json(string key)
    {
        var value = Take(key);
        return value is not null && CloudFormationFunctions.IsIn(value)
            ? Wrong<YamlNode>(key, "plain JSON")
            : value is null ? null : YamlNodes.Of(value);
    }

    /// <summary>A number as a node for the definition's file.</summary>
    public YamlNode? NumberNode(string key) => Take(key) switch
    {
        null => null,
        Value.Number number => YamlNodes.Of(number),
        // CloudFormation accepts numbers as texts, and tools write them like that.
        Value.Text text when decimal.TryParse(
            text.Content,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var written) => YamlNodes.Of(new Value.Number(written)),
        _ => Wrong<YamlNode>(key, "a number"),
    };

    /// <summary>A list, or null.</summary>
    public ImmutableArray<Value>? List(string key) => Take(key) switch
    {
        null => null,
        Value.List list => list.Items,
        _ => NotList(key),
    };

    /// <summary>Texts as a node for the definition's file.</summary>
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
        Value.Map part when !CloudFormationFunctions.Is(part) => new(part, PlaceOf(key), places, report),
        _ => Wrong<ImportedPart>(key, "an object"),
    };

    /// <summary>An object that the API requires.</summary>
    public ImportedPart? RequiredPart(string key) => Required(key) ? Part(key) : null;

    /// <summary>The objects of a list; null when there is no list.</summary>
    public ImmutableArray<ImportedPart>? Parts(string key) => List(key) is { } items
        ? [.. items.Select((item, i) => PartOf($"{PlaceOf(key)}[{i}]", item)).OfType<ImportedPart>()]
        : null;

    /// <summary>The same for a list that the API requires.</summary>
    public ImmutableArray<ImportedPart> RequiredParts(string key) => Required(key) ? Parts(key) ?? [] : [];

    /// <summary>
    /// Names and types in a list, without marking them as used: their problems are reported when they are.
    /// </summary>
    public IEnumerable<(string Name, string Type)> Peek(string key) =>
        from item in (map[key] as Value.List)?.Items ?? []
        let named = item as Value.Map
        let name = (named?["name"] as Value.Text)?.Content
        let type = (named?["type"] as Value.Text)?.Content
        where name is not null && type is not null
        select (name, type);

    private bool Required(string key)
    {
        if (!Has(key))
        {
            report.Add(Problems.ImportLacks(AtOf(key), PlaceOf(key)));
        }

        return Has(key);
    }

    private ImportedPart? PartOf(string where, Value item)
    {
        if (item is Value.Map part && !CloudFormationFunctions.Is(part))
        {
            return new(part, where, places, report);
        }

        Report.Add(NotOf(places.Of(where), where, item, "an object"));
        return null;
    }
}
