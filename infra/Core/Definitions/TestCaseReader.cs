using System.Collections.Immutable;

namespace Infra.Definitions;

/// <summary>Reads the cases of <c>tests:</c>.</summary>
public static class TestCaseReader
{
    /// <summary>The cases, in file order; one without a name is left to the shape's check.</summary>
    public static ImmutableArray<TestCase> Read(YamlNode? node) => [.. node.Items().Where(HasName).Select(ReadCase)];

    private static bool HasName(YamlNode node) => node.Text("name") is not null;

    private static TestCase ReadCase(YamlNode node) => new()
    {
        Name = node.Text("name")!.Value,
        Given = [.. node.Get("given").Entries().Select(entry => new GivenValue(new(entry.Key.Text, entry.Key.At), entry.Value))],
        Expect = node.Get("expect").Items(),
        Sample = node.Text("sample"),
        Tags = node.Get("tags").Items().Texts(),
        Repeat = node.Whole("repeat"),
        Pass = node.Text("pass"),
        Timeout = node.Text("timeout"),
        Stubs = node.Get("stubs").Entries(),
    };
}
