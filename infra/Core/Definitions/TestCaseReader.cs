using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions;

/// <summary>Reads the test cases of <c>tests:</c>, with the defaults of <c>testDefaults:</c>.</summary>
public static class TestCaseReader
{
    /// <summary>The test cases in file order, defaults included; a case without a name is reported by the shape's
    /// check.</summary>
    public static ImmutableArray<TestCase> Read(YamlNode? tests, YamlNode? defaults) =>
        [.. tests.Items().Where(HasName).Select(test => ReadCase(test, defaults))];

    private static bool HasName(YamlNode node) => node.Text("name") is not null;

    private static TestCase ReadCase(YamlNode node, YamlNode? defaults)
    {
        // 'repeat' and 'pass' belong together: a case that states either takes neither from the defaults.
        var runs = node.Get("repeat") is null && node.Get("pass") is null ? defaults : node;
        return new()
        {
            Name = node.Text("name")!,
            Given = [.. Entries(node, defaults, "given")
                .Select(entry => new GivenValue(new(entry.Key.Text, entry.Key.At), entry.Value))],
            Expect = [.. node.Get("expect").Items(), .. defaults.Get("expect").Items()],
            Sample = ReadSample(node.Get("sample")),
            BadSample = ReadSample(node.Get("badSample")),
            Judge = Judge.Read(node.Get("judge"))?.Or(Judge.Read(defaults.Get("judge")))
                ?? Judge.Read(defaults.Get("judge")),
            SampleOf = node.Text("sampleOf"),
            Tags = [.. node.Get("tags").Items().Texts(), .. defaults.Get("tags").Items().Texts()],
            Repeat = runs.Whole("repeat"),
            Pass = runs.Text("pass"),
            Timeout = node.Text("timeout") ?? defaults.Text("timeout"),
            Stubs = [.. Entries(node, defaults, "stubs")],
        };
    }

    private static Located<SampleAnswer>? ReadSample(YamlNode? node) => node switch
    {
        YamlNode.Mapping => node.Text("tool") is { } tool
            ? new(
                new(node.Text("text")?.Value ?? "", new(tool.Value, node.Get("input")?.ToValue() ?? Shorthand.Map())),
                node.At)
            : null,
        _ => node.Text() is { } text ? text.With(new SampleAnswer(text.Value)) : null,
    };

    /// <summary>A case's own entries, followed by the defaults for those that it does not have.</summary>
    private static IEnumerable<YamlEntry> Entries(YamlNode node, YamlNode? defaults, string key)
    {
        var own = node.Get(key) as YamlNode.Mapping;
        return node.Get(key).Entries().Concat(defaults.Get(key).Entries().Where(entry => own?[entry.Key.Text] is null));
    }
}
