using System.Text.RegularExpressions;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Templates;
using Infra.Planning;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>The prompts that are imported together: a flow among them refers to them by name instead of by the ARNs of
/// the originals.</summary>
internal sealed partial class ImportedPrompts
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _versions = new(StringComparer.Ordinal);

    /// <summary>The prompts in files that could be read.</summary>
    public static ImportedPrompts Among(IEnumerable<ImportedDocument> documents, ImportRequest request)
    {
        var known = new ImportedPrompts();
        foreach (var document in documents)
        {
            known.Add(document, request);
        }

        return known;
    }

    /// <summary>The name of the prompt that a node uses, and the version; null for a prompt that is not
    /// imported.</summary>
    /// <param name="file">The file of the flow; in a template, references are to resources of the same file.</param>
    /// <param name="arn">The reference to the prompt: an ARN, or a CloudFormation function.</param>
    public (string Name, string? Version)? Find(string file, Value? arn) => arn switch
    {
        Value.Text text when PromptArn().Match(text.Content) is { Success: true } match
            && _names.TryGetValue(match.Groups["id"].Value, out var name) =>
            (name, match.Groups["version"] is { Success: true } version ? version.Value : null),
        Value.Map map when CloudFormationFunctions.Resource(map) is { } resource
            && _names.TryGetValue(Key(file, resource), out var name) =>
            (name, _versions.Contains(Key(file, resource)) ? resource : null),
        _ => null,
    };

    private void Add(ImportedDocument read, ImportRequest request)
    {
        foreach (var part in read.Parts(request, new List<Diagnostic>()))
        {
            if (part.Has("variants") && (request.Name ?? Import.NameOf(part)) is { } name)
            {
                var stated = PromptArn().Match(part.Look("arn") ?? "").Groups["id"].Value;
                _names.TryAdd(stated.Length > 0 ? stated : part.Look("id") ?? "", name);

                if (part.Place.Split('.') is ["Resources", var resource, ..])
                {
                    _names.TryAdd(Key(read.Places.File, resource), name);
                }
            }
        }

        _names.Remove("");
        AddVersions(read);
    }

    /// <summary>Adds the versions in a template, which refer to their prompts.</summary>
    private void AddVersions(ImportedDocument read)
    {
        foreach (var (resource, value) in ((read.Content as Value.Map)?["Resources"] as Value.Map)?.Entries ?? [])
        {
            if (value is Value.Map version
                && ValueParts.Text(version["Type"]) is ResourceTypes.PromptVersion
                && CloudFormationFunctions.Resource(ValueParts.Map(version, "Properties")["PromptArn"]) is { } prompt
                && _names.TryGetValue(Key(read.Places.File, prompt), out var name))
            {
                _names.TryAdd(Key(read.Places.File, resource), name);
                _versions.Add(Key(read.Places.File, resource));
            }
        }
    }

    private static string Key(string file, string resource) => $"{file}\n{resource}";

    [GeneratedRegex(@"\Aarn:[^:]+:bedrock:[^:]*:[^:]*:prompt/(?<id>[0-9a-zA-Z]{10})(?::(?<version>[0-9]{1,5}))?\z")]
    private static partial Regex PromptArn();
}
