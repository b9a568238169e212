using System.Text.Json;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>A file to import that has been read.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Places">Where everything stands in it.</param>
internal sealed record ImportedDocument(Value Content, ImportedPlaces Places)
{
    /// <summary>A file as JSON, or as YAML where it does not begin as JSON does; null when it is neither.</summary>
    public static ImportedDocument? Read(ImportedText text, ICollection<Diagnostic> report)
    {
        var source = new SourceText(text.File, text.Content);
        if (source.Text.AsSpan().TrimStart("\uFEFF \t\r\n") is not ['{' or '[', ..])
        {
            return ImportedYaml.Read(source, report) is var (value, places) ? new(value, places) : null;
        }

        try
        {
            var (content, where) = ImportedJson.Read(source);
            return new(content, where);
        }
        catch (JsonException e)
        {
            report.Add(Problems.ImportIsNotJson(ImportedJson.Fault(source, e), Reason(e.Message)));
            return null;
        }
    }

    /// <summary>The prompts and flows in it.</summary>
    public IEnumerable<ImportedPart> Parts(ImportRequest request, ICollection<Diagnostic> report) =>
        new ImportedFile(Places, request.Conditions, report).Parts(Content);

    /// <summary>What the parser says, without the place that stands before it anyway.</summary>
    private static string Reason(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;
}
