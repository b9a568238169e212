using System.Text.Json;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Foreign;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>A file to import that has been read.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Places">Where everything stands in it.</param>
internal sealed record ImportedDocument(Value Content, ImportedPlaces Places)
{
    /// <summary>A file as JSON, or as YAML where it does not begin as JSON does; null when it is neither.</summary>
    public static ImportedDocument? Read(
        ImportedText text, ImportRequest request, ICollection<Diagnostic> report)
    {
        var source = new SourceText(text.File, text.Content);
        if (request.As is ImportKind.Text or ImportKind.FrontMatter || ImportKinds.IsText(source.File))
        {
            return OfText(source, report);
        }

        if (Path.GetExtension(source.File) is ".tf")
        {
            report.Add(Problems.ImportedTerraform(Location.StartOf(source.File)));
            return null;
        }

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

    /// <summary>A text, and the keys of its front matter if it has one: YAML between two lines of <c>---</c>.</summary>
    private static ImportedDocument? OfText(SourceText source, ICollection<Diagnostic> report)
    {
        var text = source.Text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.StartsWith("---\n", StringComparison.Ordinal)
            ? text.IndexOf("\n---", 3, StringComparison.Ordinal)
            : -1;
        var body = end < 0 ? text : text[Math.Min(text.Length, end + "\n---\n".Length)..];
        var front = end < 0
            ? null
            : ImportedYaml.Read(new(source.File, text[..(end + 1)]), report);
        var keys = (front?.Document as Value.Map)?.Entries.ToArray() ?? [];
        return new(
            Shorthand.Map(keys
                .Select(entry => (entry.Key, (Value?)entry.Value))
                .Append((FrontMatterImport.Body, body.TrimEnd()))),
            front?.Places ?? new(source));
    }

    /// <summary>The prompts and flows of AWS in it.</summary>
    public IEnumerable<ImportedPart> Parts(ImportRequest request, ICollection<Diagnostic> report) =>
        new ImportedFile(Places, request.Conditions, report).Parts(Content);

    /// <summary>What the parser says, without the place that stands before it anyway.</summary>
    private static string Reason(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;
}
