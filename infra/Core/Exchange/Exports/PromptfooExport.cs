using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Exports;

/// <summary>A prompt with its test cases as a promptfoo configuration.</summary>
public static class PromptfooExport
{
    /// <summary>The configuration in YAML; what promptfoo has no equivalent for is reported and left out.</summary>
    public static Checked<string> Of(Prompt prompt)
    {
        var report = new List<Diagnostic>();
        var file = YamlNodes.Map(
            ("description", prompt.Description is { } description ? YamlNodes.Text(description.Value) : null),
            ("prompts", YamlNodes.List(YamlNodes.Map(
                ("label", YamlNodes.Text(prompt.Name)), ("raw", YamlNodes.Text(Text(prompt)))))),
            ("providers", YamlNodes.List(YamlNodes.Map(
                ("id", YamlNodes.Text($"bedrock:converse:{prompt.Model?.Value}")),
                ("config", prompt.Inference is { } inference ? Configuration(inference) : null)))),
            ("tests", prompt.Tests.IsEmpty
                ? null
                : YamlNodes.List(prompt.Tests.Select(test => Case(prompt, test, report)))));
        if (prompt.Body is PromptBody.Chat { Tools: { } tools })
        {
            report.Add(Problems.CannotExport(tools.At, "'tools'", "promptfoo"));
        }

        return new(YamlWriter.Write(file), [.. report]);
    }

    /// <summary>A text unchanged, a conversation as JSON of its messages.</summary>
    private static string Text(Prompt prompt)
    {
        if (prompt.Body is PromptBody.Text text)
        {
            return text.Template.Text;
        }

        var request = ConverseExport.Of(prompt);
        var system = ValueParts.Maps(request, "system").Select(block => Message("system", [block]));
        var turns = ValueParts.Maps(request, "messages").Select(message =>
            Message(ValueParts.Text(message["role"])!, ValueParts.Maps(message, "content")));
        return CanonicalJson.Indented(Shorthand.List(system.Concat(turns)));
    }

    private static Value.Map Message(string role, IEnumerable<Value.Map> blocks) => Shorthand.Map(
        ("role", role),
        ("content", string.Join("\n\n", blocks.Select(block => ValueParts.Text(block["text"])).OfType<string>())));

    private static YamlNode.Mapping Configuration(Inference inference) => YamlNodes.Map(
        ("temperature", inference.Temperature is { } temperature ? YamlNodes.Of(temperature.Value) : null),
        ("topP", inference.TopP is { } topP ? YamlNodes.Of(topP.Value) : null),
        ("maxTokens", inference.MaxTokens is { } tokens ? YamlNodes.Of(tokens.Value) : null),
        ("stopSequences", inference.StopSequences is { } stops
            ? YamlNodes.List(stops.Select(stop => YamlNodes.Text(stop.Value)))
            : null));

    private static YamlNode.Mapping Case(Prompt prompt, TestCase test, List<Diagnostic> report) => YamlNodes.Map(
        ("description", YamlNodes.Text(test.Name.Value)),
        ("vars", Variables(prompt, test)),
        ("assert", test.Expect.IsEmpty
            ? null
            : YamlNodes.List(test.Expect.Select(node => PromptfooAssertion.Of(node, report)).OfType<YamlNode>())));

    /// <summary>The values of all variables: the test case's, or the examples.</summary>
    private static YamlNode? Variables(Prompt prompt, TestCase test)
    {
        var values = prompt.Variables
            .Select(variable => (
                Key: variable.Name.Value,
                Value: test.Given.FirstOrDefault(given => given.Name.Value == variable.Name.Value)?.Value.Text()?.Value
                    ?? variable.Example?.Value))
            .Where(variable => variable.Value is not null)
            .ToArray();
        return values.Length == 0
            ? null
            : YamlNodes.Map(values.Select(variable => (variable.Key, (YamlNode?)YamlNodes.Text(variable.Value!))));
    }
}
