using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>The prompts that are imported together: a flow among them names them, and does not stay bound to the
/// ARNs of those it came from.</summary>
internal sealed partial class ImportedPrompts
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The prompts in files; a file that is no JSON has none, which is reported where it is read.</summary>
    public static ImportedPrompts Among(IEnumerable<ImportedText> files, string? given)
    {
        var known = new ImportedPrompts();
        foreach (var (file, json) in files)
        {
            try
            {
                known.Add(file, JsonValue.Parse(json), JsonPlaces.Read(file, json), given);
            }
            catch (JsonException)
            {
                // Said where the file is read for its definitions.
            }
        }

        return known;
    }

    /// <summary>The name of the prompt that a node fills, and the version it asks for; null for one that is not
    /// imported.</summary>
    /// <param name="file">The file of the flow: a template refers to its own resources.</param>
    /// <param name="arn">What stands for the prompt: an ARN, or a function of CloudFormation.</param>
    public (string Name, string? Version)? Find(string file, Value? arn) => arn switch
    {
        Value.Text text when PromptArn().Match(text.Content) is { Success: true } match
            && _names.TryGetValue(match.Groups["id"].Value, out var name) =>
            (name, match.Groups["version"] is { Success: true } version ? version.Value : null),
        Value.Map map when Resource(map) is { } resource
            && _names.TryGetValue(Key(file, resource), out var name) => (name, null),
        _ => null,
    };

    private void Add(string file, Value document, JsonPlaces places, string? given)
    {
        foreach (var part in new ImportedFile(places, new List<Diagnostic>()).Parts(document))
        {
            if (part.Has("variants") && (given ?? part.Look("name")) is { } name)
            {
                var stated = PromptArn().Match(part.Look("arn") ?? "").Groups["id"].Value;
                _names.TryAdd(stated.Length > 0 ? stated : part.Look("id") ?? "", name);

                if (part.Place.Split('.') is ["Resources", var resource, ..])
                {
                    _names.TryAdd(Key(file, resource), name);
                }
            }
        }

        _names.Remove("");
    }

    /// <summary>The resource that <c>Ref</c>, <c>Fn::GetAtt</c> or a <c>Fn::Sub</c> of one name refers to.</summary>
    private static string? Resource(Value.Map map) => map.Entries.Count != 1 ? null : map.Entries.Single() switch
    {
        ("Ref" or "ref", Value.Text text) => text.Content,
        ("Fn::GetAtt" or "fn::GetAtt", Value.Text text) when text.Content.EndsWith(".Arn", StringComparison.Ordinal) =>
            text.Content[..^".Arn".Length],
        ("Fn::GetAtt" or "fn::GetAtt", Value.List { Items: [Value.Text text, Value.Text { Content: "Arn" }] }) =>
            text.Content,
        ("Fn::Sub" or "fn::Sub", Value.Text text) when Substitution().Match(text.Content) is { Success: true } match =>
            match.Groups[1].Value,
        _ => null,
    };

    private static string Key(string file, string resource) => $"{file}\n{resource}";

    [GeneratedRegex(@"\Aarn:[^:]+:bedrock:[^:]*:[^:]*:prompt/(?<id>[0-9a-zA-Z]{10})(?::(?<version>[0-9]{1,5}))?\z")]
    private static partial Regex PromptArn();

    [GeneratedRegex(@"\A\$\{(\w+)(?:\.Arn)?\}\z")]
    private static partial Regex Substitution();
}
