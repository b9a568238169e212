using System.Text.Json;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Foreign;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>A parsed file to import.</summary>
/// <param name="Content">Its content.</param>
/// <param name="Places">The places of its parts.</param>
internal sealed record ImportedDocument(Value Content, ImportedPlaces Places)
{
    /// <summary>A file parsed as JSON or, if it does not start like JSON, as YAML; null when it is neither.</summary>
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

    /// <summary>A text, with the keys of its front matter if it has one: YAML between two lines of
    /// <c>---</c>.</summary>
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

    /// <summary>AWS's prompts and flows in it.</summary>
    public IEnumerable<ImportedPart> Parts(ImportRequest request, ICollection<Diagnostic> report) =>
        new ImportedFile(Places, request.Conditions, report).Parts(Content);

    /// <summary>The parser's message, without the place, which is reported anyway.</summary>
    private static string Reason(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;
}
