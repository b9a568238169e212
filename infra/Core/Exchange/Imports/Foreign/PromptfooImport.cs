using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Imports a promptfoo configuration: each of its prompts, with all of its tests.</summary>
internal static class PromptfooImport
{
    private const string InFile = "file://";

    /// <summary>The prompts, with their names in the configuration.</summary>
    public static IEnumerable<(string? Name, ForeignPrompt Prompt)> Read(
        ImportedPart file, ImportRequest how, IReadOnlyList<ImportedDocument> together)
    {
        var (model, inference) = Provider(file, how);
        var defaults = file.Part("defaultTest");
        var shared = defaults is null ? null : Case(defaults, name: null);
        var shape = new ForeignPrompt
        {
            Turns = [],
            Description = file.Text("description"),
            Model = model,
            Inference = inference,
            TestDefaults = shared is { Entries.IsEmpty: true } ? null : shared,
            Tests = file.Parts("tests") is { IsEmpty: false } tests
                ? YamlNodes.List(Named(tests).Select(test => Case(test.Part, test.Name)))
                : null,
        };
        var prompts = (file.List("prompts") ?? [])
            .Select((prompt, i) => Prompt(file, prompt, $"{file.PlaceOf("prompts")}[{i}]", how, together))
            .ToArray();
        file.Ignore("providers", "targets", "$schema", "outputPath", "sharing");
        file.Finish();
        return prompts.Select((prompt, i) => (
            how.Name is not null && prompts.Length == 1 ? how.Name
                : prompt.Label is { } label && ForeignImport.Named(label) is { Length: > 0 } named ? named
                : prompts.Length == 1 ? null
                : $"{ForeignImport.Named(System.IO.Path.GetFileNameWithoutExtension(file.Places.File))}-{i + 1}",
            shape with { Turns = prompt.Turns }));
    }

    /// <summary>Whether a configuration among the documents uses a text as its prompt: the text is then imported with
    /// it.</summary>
    public static bool Takes(IReadOnlyList<ImportedDocument> together, ImportedDocument text) => together
        .SelectMany(document => ((document.Content as Value.Map)?["prompts"] as Value.List)?.Items ?? [])
        .Any(prompt => Path(Text(prompt)) is { } path && IsAt(path, text));

    private static (string? Model, YamlNode? Inference) Provider(ImportedPart file, ImportRequest how)
    {
        var key = file.Has("providers") ? "providers" : "targets";
        var providers = file.Raw(key) switch
        {
            Value.List list => list.Items,
            null => [],
            var one => [one],
        };
        var (id, configuration) = providers is [var first, ..]
            ? first switch
            {
                Value.Text text => (text.Content, null),
                Value.Map map => (ValueParts.Text(map["id"]), map["config"] as Value.Map),
                _ => (null, null),
            }
            : (null, null);
        var model = ForeignModel.Of(file, key, id, how);
        if (providers.Length > 1 && model is not null)
        {
            file.Report.Add(Problems.ImportTakes(
                file.AtOf(key), file.PlaceOf(key), model, $"the first of {providers.Length} providers"));
        }

        var part = configuration is null
            ? null
            : new ImportedPart(configuration, $"{file.PlaceOf(key)}[0].config", file.Places, file.Report);
        part?.Ignore("region", "profile");
        var inference = part is null ? null : ForeignMessages.Inference(part, "maxTokens", "max_tokens");
        part?.Finish();
        return (model, inference);
    }

    private static (string? Label, ImmutableArray<(string Role, string Text)> Turns) Prompt(
        ImportedPart file, Value prompt, string place, ImportRequest how, IReadOnlyList<ImportedDocument> together)
    {
        var text = Text(prompt);
        var label = ValueParts.Text((prompt as Value.Map)?["label"]);
        if (Path(text) is { } path)
        {
            var held = together.FirstOrDefault(document => IsAt(path, document));
            text = ValueParts.Text((held?.Content as Value.Map)?[FrontMatterImport.Body]);
            label ??= System.IO.Path.GetFileNameWithoutExtension(path);
            if (text is null)
            {
                file.Report.Add(Problems.ImportedFileElsewhere(file.Places.Of(place), place, path));
                return (label, []);
            }
        }

        if (text is null)
        {
            file.Report.Add(Problems.ImportedKind(file.Places.Of(place), place, "a text"));
            return (label, []);
        }

        if (text.Contains("{%", StringComparison.Ordinal))
        {
            file.Report.Add(Problems.ImportedTemplating(file.Places.Of(place), place));
        }

        return (label, Chat(file, text, place, how) ?? [(ForeignPrompt.OneText, ForeignText.Of(text, how.Braces))]);
    }

    private static string? Text(Value prompt) =>
        ValueParts.Text(prompt) ?? ValueParts.Text((prompt as Value.Map)?["raw"] ?? (prompt as Value.Map)?["id"]);

    /// <summary>The file that a prompt refers to; null for a prompt given as text.</summary>
    private static string? Path(string? text) =>
        text is not null && text.StartsWith(InFile, StringComparison.Ordinal) ? text[InFile.Length..] : null;

    private static bool IsAt(string path, ImportedDocument document) =>
        (document.Content as Value.Map)?[FrontMatterImport.Body] is not null
        && System.IO.Path.GetFileName(document.Places.File) == System.IO.Path.GetFileName(path);

    /// <summary>The messages in a text that is JSON; null for any other text.</summary>
    private static ImmutableArray<(string Role, string Text)>? Chat(
        ImportedPart file, string text, string place, ImportRequest how)
    {
        if (!text.TrimStart().StartsWith('['))
        {
            return null;
        }

        try
        {
            var messages = new ImportedPart(
                Shorthand.Map(("messages", JsonValue.Parse(text))), place, file.Places, file.Report);
            return [.. ForeignMessages.Turns(messages, "messages", how.Braces)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The test cases with distinct names, as a definition requires.</summary>
    private static IEnumerable<(ImportedPart Part, string Name)> Named(ImmutableArray<ImportedPart> tests)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tests.Length; i++)
        {
            var name = tests[i].Text("description") ?? $"case {i + 1}";
            yield return (tests[i], taken.Add(name) ? name : $"{name} ({i + 1})");
        }
    }

    private static YamlNode.Mapping Case(ImportedPart test, string? name)
    {
        var variables = test.Part("vars");
        var read = YamlNodes.Map(
            ("name", name is null ? null : YamlNodes.Text(name)),
            (
                "given",
                variables is null ? null : YamlNodes.Map(variables.Keys.Select(key => (key, Given(variables, key))))
            ),
            ("expect", PromptfooAssertions.Read(test)));
        variables?.Finish();
        test.Finish();
        return read;
    }

    private static YamlNode? Given(ImportedPart variables, string key)
    {
        var value = variables.Take(key);
        return value switch
        {
            null => YamlNodes.Text(""),
            _ when ValueParts.Scalar(value) is { } text => YamlNodes.Text(text),
            _ => YamlNodes.Text(CanonicalJson.Compact(value)),
        };
    }
}
