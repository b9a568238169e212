using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>A definition made of what exists on AWS.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Yaml">The text of <c>prompts/&lt;name&gt;.yaml</c>.</param>
public sealed record ImportedDefinition(string Name, string Yaml);

/// <summary>Turns the API's JSON, or CloudFormation's, into definitions.</summary>
public static class Import
{
    /// <summary>The line that editors look for.</summary>
    private const string Header = "# yaml-language-server: $schema=schema.json\n";

    private static readonly ImmutableArray<string> SaidByTheService =
    [
        "arn", "id", "version", "status", "validations", "createdAt", "updatedAt", "clientToken", "ResponseMetadata",
        "name",
    ];

    /// <summary>The definitions in a file; everything that was changed or left out is reported.</summary>
    /// <param name="file">The file's name, for reports.</param>
    /// <param name="json">Its text.</param>
    /// <param name="name">The name to give; null for the one the JSON states.</param>
    /// <param name="liftsPrompts">Whether prompts in a flow get files of their own.</param>
    public static Checked<IReadOnlyList<ImportedDefinition>> Read(
        string file, string json, string? name, bool liftsPrompts)
    {
        try
        {
            return Read(JsonValue.Parse(json), JsonPlaces.Read(file, json), name, liftsPrompts);
        }
        catch (JsonException e)
        {
            return new([], [Problems.ImportIsNotJson(JsonPlaces.Fault(file, json, e), Reason(e.Message))]);
        }
    }

    private static Checked<IReadOnlyList<ImportedDefinition>> Read(
        Value document, JsonPlaces places, string? name, bool liftsPrompts)
    {
        var report = places.Repeated
            .Select(place => Problems.ImportedTwice(places.Of(place), place[(place.LastIndexOf('.') + 1)..], place))
            .ToList();
        var parts = new ImportedFile(places, report).Parts(document).ToArray();
        if (parts.Length == 0)
        {
            report.Add(Problems.NothingToImport(places.Of("")));
        }

        var definitions = parts.SelectMany(part => Definitions(part, name, liftsPrompts)).ToArray();
        report.AddRange(
            from same in definitions.GroupBy(definition => definition.Name, StringComparer.Ordinal)
            where same.Count() > 1
            select Problems.ImportedTwice(places.Of(""), same.Key, "name"));
        return new(definitions, report.Distinct().InFileOrder());
    }

    /// <summary>What the parser says, without the place that stands before it anyway.</summary>
    private static string Reason(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;

    private static IEnumerable<ImportedDefinition> Definitions(ImportedPart part, string? given, bool liftsPrompts)
    {
        var name = given ?? part.RequiredText("name") ?? "";
        if (!Names.IsDefinitionName(name) && (given is not null || part.Has("name")))
        {
            part.Report.Add(Problems.ImportedName(part.AtOf("name"), name));
        }

        if (part.Has("variants"))
        {
            return [Written(name, ImportedPrompt.Read(part))];
        }

        var lifted = new List<(string Name, YamlNode.Mapping Prompt)>();
        var flow = Flow(part, new(name, liftsPrompts ? lifted : null));
        return [.. lifted.Select(prompt => Written(prompt.Name, prompt.Prompt)), Written(name, flow)];
    }

    private static YamlNode.Mapping Flow(ImportedPart flow, ImportedNodes nodes)
    {
        var read = YamlNodes.Map(
        [
            ("kind", YamlNodes.Text("flow")),
            ("description", ImportedPrompt.Description(flow)),
            .. ImportedFile.FlowDefinition(flow) is { } definition ? ImportedFlow.Body(definition, nodes) : [],
            ("tags", ImportedPrompt.Tags(flow)),
        ]);
        flow.Elsewhere("customerEncryptionKeyArn", "Set bedrock-prompts:encryptionKey in Pulumi.<stack>.yaml.");
        flow.Elsewhere("executionRoleArn", "A role with the least access is derived from the nodes.");
        flow.Ignore(SaidByTheService);
        flow.Finish();
        return read;
    }

    private static ImportedDefinition Written(string name, YamlNode.Mapping content) =>
        new(name, Header + YamlWriter.Write(content));
}
