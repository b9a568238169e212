using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Definitions.Yaml;
using Infra.Values;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Imports a text after YAML front matter: <c>.prompty</c> and dotprompt's <c>.prompt</c>.</summary>
internal static partial class FrontMatterImport
{
    /// <summary>The key for the text in the document made from such a file.</summary>
    public const string Body = "\ntext";

    /// <summary>The prompt.</summary>
    public static ForeignPrompt Read(ImportedPart file, ImportRequest how)
    {
        file.Ignore(
            "name", "version", "authors", "author", "tags", "template", "$schema", "sample", "samples", "variant",
            Body);
        var model = file.Raw("model") is Value.Map ? file.Part("model") : null;
        var configuration = model?.Part("configuration");
        var parameters = model?.Part("parameters") ?? model?.Part("options") ?? file.Part("config");
        model?.Ignore("api", "apiType", "provider", "connection", "id");
        configuration?.Ignore(configuration.Keys);
        var stated = model is null
            ? file.Text("model")
            : model.Look("id") ?? configuration?.Look("model") ?? configuration?.Look("azure_deployment");
        var input = file.Part("input") ?? file.Part("inputs");
        var read = new ForeignPrompt
        {
            Description = file.Text("description"),
            Model = ForeignModel.Of(file, "model", stated, how),
            Turns = [.. Turns(ValueParts.Text(file.Raw(Body)) ?? "", how.Braces)],
            Inference = parameters is null
                ? null
                : ForeignMessages.Inference(parameters, "max_tokens", "maxOutputTokens", "max_completion_tokens"),
            Variables = Examples(file, input),
        };
        input?.Ignore(input.Keys);
        parameters?.Finish();
        model?.Finish();
        file.Finish();
        return read;
    }

    /// <summary>The messages in a text: <c>user:</c> on a line of its own (Prompty), or <c>{{role
    /// "user"}}</c>.</summary>
    private static IEnumerable<(string Role, string Text)> Turns(string text, Braces braces)
    {
        var marks = Roles().Matches(text);
        if (marks.Count == 0)
        {
            yield return (ForeignPrompt.OneText, ForeignText.Of(text.Trim('\n', ' '), braces));
        }

        for (var i = 0; i < marks.Count; i++)
        {
            var start = marks[i].Index + marks[i].Length;
            var end = i + 1 < marks.Count ? marks[i + 1].Index : text.Length;
            var role = marks[i].Groups["role"].Value is "model" ? "assistant" : marks[i].Groups["role"].Value;
            if (text[start..end].Trim() is { Length: > 0 } turn)
            {
                yield return (role, ForeignText.Of(turn, braces));
            }
        }
    }

    /// <summary>Examples: Prompty's sample, dotprompt's defaults, or a sample in each input.</summary>
    private static ImmutableDictionary<string, YamlNode> Examples(ImportedPart file, ImportedPart? input)
    {
        var samples = file.Raw("sample") as Value.Map ?? input?.Raw("default") as Value.Map;
        return (samples?.Entries.ToArray() ?? [])
            .Concat(
                from key in input?.Keys ?? []
                let sample = (input!.Raw(key) as Value.Map)?["sample"] ?? (input.Raw(key) as Value.Map)?["default"]
                where sample is not null && key is not "default"
                select KeyValuePair.Create(key, sample))
            .Where(sample => ValueParts.Scalar(sample.Value) is not null)
            .DistinctBy(sample => sample.Key)
            .ToImmutableDictionary(
                sample => sample.Key,
                sample => (YamlNode)YamlNodes.Map(("example", YamlNodes.Text(ValueText.Of(sample.Value)))));
    }

    [GeneratedRegex(
        """^(?<role>system|user|assistant):[ \t]*$|\{\{[ \t]*role[ \t]+["'](?<role>system|user|model)["'][ \t]*\}\}""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Roles();
}
