using System.Text.Json;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Targets;

/// <summary>Finds prompts and flows in JSON, however they are wrapped.</summary>
internal static class ImportedFile
{
    /// <summary>
    /// The prompts and flows: the document itself, what it holds under <c>prompt</c> or <c>flow</c>, a resource of
    /// CloudFormation, or the resources of a template.
    /// </summary>
    public static IEnumerable<ImportedPart> Parts(Value document, Location at, ICollection<Diagnostic> report) =>
        document is Value.Map map ? Parts(map, "", at, report) : [];

    /// <summary>The definition of a flow: an object, or CloudFormation's text of one.</summary>
    public static ImportedPart? FlowDefinition(ImportedPart flow)
    {
        flow.Elsewhere("definitionS3Location", "Write the definition itself in the file to import.");
        flow.Elsewhere("definitionSubstitutions", "Write the values in their places; ${name} takes one from the stack.");
        if (flow.Text("definitionString") is not { } text)
        {
            return flow.RequiredPart("definition");
        }

        try
        {
            return JsonValue.Parse(text) is Value.Map map
                ? new(AsApi(map), "definitionString", flow.At, flow.Report)
                : null;
        }
        catch (JsonException)
        {
            flow.Report.Add(Problems.ImportedKind(flow.At, "definitionString", "JSON"));
            return null;
        }
    }

    private static IEnumerable<ImportedPart> Parts(Value.Map map, string place, Location at, ICollection<Diagnostic> report)
    {
        var spelled = AsApi(map);
        if (IsDefinition(spelled))
        {
            return [new(spelled, place, at, report)];
        }

        if (map["Resources"] is Value.Map resources)
        {
            return resources.Entries.SelectMany(entry => Resource(entry.Key, entry.Value, at, report));
        }

        string[] wrappers = ["prompt", "flow", "properties"];
        return wrappers
            .Select(key => (Key: key, Inner: spelled[key] as Value.Map))
            .Where(wrapped => wrapped.Inner is not null)
            .SelectMany(wrapped => Parts(wrapped.Inner!, $"{place}{(place.Length == 0 ? "" : ".")}{wrapped.Key}", at, report));
    }

    private static IEnumerable<ImportedPart> Resource(string name, Value resource, Location at, ICollection<Diagnostic> report)
    {
        if (resource is Value.Map map && map["Type"] is Value.Text { Content: "AWS::Bedrock::Prompt" or "AWS::Bedrock::Flow" })
        {
            return Parts(map, $"Resources.{name}", at, report);
        }

        report.Add(Problems.CannotImport(at, $"Resources.{name}"));
        return [];
    }

    private static bool IsDefinition(Value.Map map) =>
        map["variants"] is not null || map["definition"] is not null || map["definitionString"] is not null
        || map["definitionS3Location"] is not null;

    private static Value.Map AsApi(Value.Map map) => (Value.Map)ImportSpelling.OfApi(map);
}
