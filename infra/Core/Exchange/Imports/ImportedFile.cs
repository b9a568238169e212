using System.Collections.Immutable;
using System.Text.Json;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Templates;
using Infra.Planning;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>Finds prompts and flows in JSON, whatever contains them.</summary>
/// <param name="places">The places in the file.</param>
/// <param name="conditions">The values of conditions in a template, by name.</param>
/// <param name="report">Collects the problems.</param>
internal sealed class ImportedFile(
    ImportedPlaces places, ImmutableDictionary<string, bool> conditions, ICollection<Diagnostic> report)
{
    private static readonly string[] Wrappers = ["prompt", "flow", "properties"];

    /// <summary>
    /// The prompts and flows: the document itself (for a flow, a bare definition is enough), its <c>prompt</c> or
    /// <c>flow</c>, a CloudFormation resource, or the resources of a template.
    /// </summary>
    public IEnumerable<ImportedPart> Parts(Value document) => document is Value.Map map ? Parts(map, "") : [];

    /// <summary>The definition of a flow: an object, or CloudFormation's text form.</summary>
    public static ImportedPart? FlowDefinition(ImportedPart flow)
    {
        if (flow.Has("nodes"))
        {
            return flow.Only("nodes", "connections");
        }

        const string key = "definitionString";
        flow.Elsewhere("definitionS3Location", "Write the definition itself in the file to import.");
        var substitutions = ImportedSubstitutions.Read(flow);
        return CloudFormationFunctions.Of(flow.Raw(key)) switch
        {
            ("Sub", Value.Text text) => Parsed(flow, text.Content, substitutions.With(text.Content)),
            ("ToJsonString", Value.Map definition) =>
                new ImportedPart(
                    (Value.Map)ImportSpelling.OfApi(definition), flow.PlaceOf(key), flow.Places, flow.Report),
            _ when flow.Text(key) is { } text => Parsed(flow, text, substitutions),
            _ => flow.RequiredPart("definition") is { } definition ? substitutions.In(definition) : null,
        };
    }

    private static ImportedPart? Parsed(ImportedPart flow, string definition, ImportedSubstitutions substitutions)
    {
        const string key = "definitionString";
        flow.Ignore(key);
        try
        {
            if (JsonValue.Parse(substitutions.In(definition)) is Value.Map map)
            {
                return substitutions.In(new ImportedPart(
                    (Value.Map)ImportSpelling.OfApi(map), flow.PlaceOf(key), flow.Places, flow.Report));
            }
        }
        catch (JsonException)
        {
            // Reported below, as for any other text that is not a definition.
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

        if (RecordedStates.Of(map).ToArray() is { Length: > 0 } recorded)
        {
            return recorded.SelectMany(state => Parts(state.Resource, state.Place));
        }

        return map["Resources"] is Value.Map resources
            ? Resources(new(map, places, conditions, report), resources)
            : Wrappers
                .Select(key => (Key: key, Inner: spelled[key] as Value.Map))
                .Where(wrapped => wrapped.Inner is not null)
                .SelectMany(wrapped => Parts(
                    wrapped.Inner!, places.Member(place, wrapped.Key)));
    }

    private IEnumerable<ImportedPart> Resources(CloudFormationTemplate template, Value.Map resources) =>
        resources.Entries.SelectMany(entry => Resource(template, $"Resources.{entry.Key}", entry.Value));

    private IEnumerable<ImportedPart> Resource(CloudFormationTemplate template, string place, Value resource)
    {
        var type = ValueParts.Text((resource as Value.Map)?["Type"]);
        if (type is ResourceTypes.Prompt or ResourceTypes.Flow)
        {
            return Parts((Value.Map)template.Resolve(resource, place), place);
        }

        report.Add(Elsewhere(type) is { } advice
            ? Problems.ImportedElsewhere(places.Of(place), place, advice)
            : Problems.CannotImport(places.Of(place), place));
        return [];
    }

    /// <summary>Where this project does what another resource of a template does; null for a resource without an
    /// equivalent.</summary>
    private static string? Elsewhere(string? type) => type switch
    {
        ResourceTypes.PromptVersion => "'prompts release' makes versions.",
        ResourceTypes.FlowVersion or ResourceTypes.FlowAlias =>
            "Each stack makes the versions and aliases of its flows.",
        { } other when other.Split("::") is [_, "IAM" or "CDK", _] =>
            "Roles and policies with the least access are derived from the definitions.",
        _ => null,
    };

    private static bool IsDefinition(Value.Map map) =>
        map["variants"] is not null || map["definition"] is not null || map["definitionString"] is not null
        || map["definitionS3Location"] is not null
        || (map["nodes"] is Value.List && map["connections"] is Value.List);
}
