using System.Text;
using Infra.Definitions.Yaml;
using Infra.Values;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Imports definitions from files of other systems.</summary>
internal static class ForeignImport
{
    /// <summary>The definitions in a document, with their names.</summary>
    public static IEnumerable<(string Name, YamlNode.Mapping Definition)> Read(
        ImportKind kind, ImportedPart part, ImportRequest request, IReadOnlyList<ImportedDocument> together) =>
        kind switch
        {
            ImportKind.Promptfoo => PromptfooImport.Read(part, request, together)
                .Select(prompt => (prompt.Name ?? Name(part, request), prompt.Prompt.Written())),
            ImportKind.Langfuse => [(Name(part, request), LangfuseImport.Read(part, request).Written())],
            ImportKind.Request => [(Name(part, request), RequestImport.Read(part, request).Written())],
            ImportKind.FrontMatter => [(Name(part, request), FrontMatterImport.Read(part, request).Written())],
            ImportKind.Aws => [],
            ImportKind.Text => [(Name(part, request), Text(part, request).Written())],
        };

    /// <summary>A name that Bedrock accepts: from the file's content, otherwise from the file's name.</summary>
    private static string Name(ImportedPart part, ImportRequest request) =>
        request.Name ?? Named(part.Look("name") ?? Path.GetFileNameWithoutExtension(part.Places.File));

    /// <summary>A title as a name: letters and digits, and single hyphens for everything else.</summary>
    internal static string Named(string title)
    {
        var name = new StringBuilder();
        foreach (var character in title)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(character);
            }
            else if (name.Length > 0 && name[^1] is not ('-' or '_'))
            {
                name.Append(character is '_' ? '_' : '-');
            }
        }

        return name.ToString().TrimEnd('-', '_');
    }

    private static ForeignPrompt Text(ImportedPart part, ImportRequest request) => new()
    {
        Model = ForeignModel.Of(part, "model", null, request),
        Turns =
        [
            (
                ForeignPrompt.OneText,
                ForeignText.Of(ValueParts.Text(part.Raw(FrontMatterImport.Body)) ?? "", request.Braces)
            ),
        ],
    };
}
