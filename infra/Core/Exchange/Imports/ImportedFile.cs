using System.Text.Json;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>Finds prompts and flows in JSON, however they are wrapped.</summary>
/// <param name="places">Where everything stands in the file.</param>
/// <param name="report">What is wrong, collected.</param>
internal sealed class ImportedFile(JsonPlaces places, ICollection<Diagnostic> report)
{
    private static readonly string[] Wrappers = ["prompt", "flow", "properties"];

    /// <summary>
    /// The prompts and flows: the document itself (of a flow, its bare definition will do), what it holds under
    /// <c>prompt</c> or <c>flow</c>, a resource of CloudFormation, or the resources of a template.
    /// </summary>
    public IEnumerable<ImportedPart> Parts(Value document) => document is Value.Map map ? Parts(map, "") : [];

    /// <summary>The definition of a flow: an object, or CloudFormation's text of one.</summary>
    public static ImportedPart? FlowDefinition(ImportedPart flow)
    {
        if (flow.Has("nodes"))
        {
            return flow.Only("nodes", "connections");
        }

        flow.Elsewhere("definitionS3Location", "Write the definition itself in the file to import.");
        var substitutions = ImportedSubstitutions.Read(flow);
        return flow.Text("definitionString") is { } text
            ? Parsed(flow, substitutions.In(text))
            : flow.RequiredPart("definition") is { } definition ? substitutions.In(definition) : null;
    }

    private static ImportedPart? Parsed(ImportedPart flow, string definition)
    {
        const string key = "definitionString";
        try
        {
            if (JsonValue.Parse(definition) is Value.Map map)
            {
                return new((Value.Map)ImportSpelling.OfApi(map), flow.PlaceOf(key), flow.Places, flow.Report);
            }
        }
        catch (JsonException)
        {
            // Said below, as for any other text that is no definition.
        }

        flow.Report.Add(Problems.ImportedKind(flow.AtOf(key), flow.PlaceOf(key), "the JSON of a definition"));
        return null;
    }

    private IEnumerable<ImportedPart> Parts(Value.Map map, string place)
    {
        var spelled = (Value.Map)ImportSpelling.OfApi(map);
        if (IsDefinition(spelled))
        {
            return [new(spelled, place, places, report)];
        }

        return map["Resources"] is Value.Map resources
            ? resources.Entries.SelectMany(entry => Resource($"Resources.{entry.Key}", entry.Value))
            : Wrappers
                .Select(key => (Key: key, Inner: spelled[key] as Value.Map))
                .Where(wrapped => wrapped.Inner is not null)
                .SelectMany(wrapped => Parts(
                    wrapped.Inner!, place.Length == 0 ? wrapped.Key : $"{place}.{wrapped.Key}"));
    }

    private IEnumerable<ImportedPart> Resource(string place, Value resource)
    {
        if (resource is Value.Map map
            && map["Type"] is Value.Text { Content: ResourceTypes.Prompt or ResourceTypes.Flow })
        {
            return Parts(map, place);
        }

        report.Add(Problems.CannotImport(places.Of(place), place));
        return [];
    }

    private static bool IsDefinition(Value.Map map) =>
        map["variants"] is not null || map["definition"] is not null || map["definitionString"] is not null
        || map["definitionS3Location"] is not null
        || (map["nodes"] is Value.List && map["connections"] is Value.List);
}
