using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Foreign;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>A definition made from something that exists elsewhere.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Yaml">The text of <c>prompts/&lt;name&gt;.yaml</c>.</param>
public sealed record ImportedDefinition(string Name, string Yaml);

/// <summary>Turns JSON of the API or of CloudFormation into definitions.</summary>
public static partial class Import
{
    /// <summary>The line from which editors know the schema.</summary>
    private const string Header = "# yaml-language-server: $schema=schema.json\n";

    private static readonly ImmutableArray<string> SaidByTheService =
    [
        "arn", "id", "awsId", "flowId", "version", "status", "validations", "createdAt", "updatedAt", "clientToken",
        "ResponseMetadata", "name",
    ];

    /// <summary>The definitions in files that belong together; what was changed or left out is reported.</summary>
    public static Checked<IReadOnlyList<ImportedDefinition>> Read(
        IReadOnlyList<ImportedText> files, ImportRequest request)
    {
        var unreadable = new List<Diagnostic>();
        var documents = files
            .Select(file => ImportedDocument.Read(file, request, unreadable))
            .OfType<ImportedDocument>()
            .ToImmutableArray();
        var together = ImportedPrompts.Among(documents, request);
        var read = documents
            .Where(document => !PromptfooImport.Takes(documents, document))
            .Select(document => Read(document, request, together, documents))
            .ToArray();
        return new(
            [.. read.SelectMany(file => file.Value!)],
            [.. unreadable, .. read.SelectMany(file => file.Diagnostics)]);
    }

    private static Checked<IReadOnlyList<ImportedDefinition>> Read(
        ImportedDocument document,
        ImportRequest request,
        ImportedPrompts together,
        ImmutableArray<ImportedDocument> documents)
    {
        var places = document.Places;
        var report = places.Repeated
            .Select(place => Problems.ImportedTwice(places.Of(place), place[(place.LastIndexOf('.') + 1)..], place))
            .ToList();
        var definitions = Foreign(document, request, documents, report)
            ?? Own(document, request, together, report);
        report.AddRange(
            from same in definitions.GroupBy(definition => definition.Name, StringComparer.Ordinal)
            where same.Count() > 1
            select Problems.ImportedTwice(places.Of(""), same.Key, "name"));
        return new(definitions, report.Distinct().InFileOrder());
    }

    /// <summary>The definitions in a file of another system; null for AWS's own formats.</summary>
    private static ImportedDefinition[]? Foreign(
        ImportedDocument document,
        ImportRequest request,
        ImmutableArray<ImportedDocument> documents,
        ICollection<Diagnostic> report) =>
        (request.As ?? ImportKinds.Of(document.Content)) is not (not ImportKind.Aws and var kind)
            || document.Content is not Value.Map content
            ? null
            : [
                .. ForeignImport
                    .Read(kind, new(content, "", document.Places, report), request, documents)
                    .Select(read => Written(read.Name, read.Definition)),
            ];

    private static ImportedDefinition[] Own(
        ImportedDocument document, ImportRequest request, ImportedPrompts together, ICollection<Diagnostic> report)
    {
        var parts = document.Parts(request, report).ToArray();
        if (parts.Length == 0)
        {
            report.Add(Problems.NothingToImport(document.Places.Of("")));
        }

        return
        [
            .. parts
                .Select(part => request.Braces is Braces.Double
                    ? part
                    : part.MapTexts("text", text => ForeignText.Of(text, request.Braces)))
                .SelectMany(part => Definitions(part, request, together)),
        ];
    }

    /// <summary>The name that a part states, without the prefix by which CloudFormation distinguishes stacks: on AWS,
    /// the stack's prefix is added again.</summary>
    internal static string? NameOf(ImportedPart part) =>
        part.Look("name") is { } name ? InBraces().Replace(name, "").Trim('-', '_') : null;

    private static IEnumerable<ImportedDefinition> Definitions(
        ImportedPart part, ImportRequest request, ImportedPrompts together)
    {
        var isBare = part.Has("nodes") && !part.Has("name");
        var stated = isBare ? "" : part.RequiredText("name") ?? "";
        var name = request.Name ?? NameOf(part) ?? "";
        if (request.Name is null && name != stated)
        {
            part.Report.Add(Problems.ImportTakes(
                part.AtOf("name"), part.PlaceOf("name"), name, "because names on AWS start with the stack's prefix "
                    + "anyway"));
        }

        if (!Names.IsDefinitionName(name) && (request.Name is not null || isBare || part.Has("name")))
        {
            part.Report.Add(Problems.ImportedName(part.AtOf("name"), name));
        }

        if (part.Has("variants"))
        {
            return [Written(name, ImportedPrompt.Read(part, request.Model))];
        }

        var lifted = new List<(string Name, YamlNode.Mapping Prompt)>();
        var flow = Flow(part, new(name, request, lifted, together));
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

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex InBraces();
}
