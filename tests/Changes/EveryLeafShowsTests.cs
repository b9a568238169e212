using FluentAssertions;
using Infra.Changes;
using Infra.Definitions;
using Infra.Planning;
using Infra.Releases;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Changes;

/// <summary>Whatever leaf of a sample changes, reviewers see which, what it was and what it is.</summary>
public sealed class EveryLeafShowsTests
{
    private const string Mark = "ZQX";

    [Fact]
    public void Every_leaf_of_every_sample_that_changes_shows_in_text_markdown_and_json()
    {
        var leaves = 0;
        foreach (var (name, content) in Contents())
        {
            foreach (var changed in EachChanged(content))
            {
                leaves++;
                var changes = ContentChanges.Between(content, changed);
                var because = $"{name}: {CanonicalJson.Compact(changed)}";

                changes.Should().NotBeEmpty(because);
                string.Join('\n', changes.SelectMany(ChangeText.Lines)).Should().Contain(Mark, because)
                    .And.NotContain("another spelling", because);
                string.Concat(changes.Select(ChangeText.Markdown)).Should().Contain(Mark, because);
                changes.OfType<ContentChange.Changed>().Should().NotContain(same => same.Was == same.Now, because);
            }
        }

        leaves.Should().BeGreaterThan(400);
    }

    [Fact]
    public void A_changed_leaf_of_a_tool_is_named_by_the_way_to_it()
    {
        var before = Prompt("""{ type: object, required: [FI01], properties: { FI01: { type: string } } }""");
        var after = Prompt("""{ type: object, required: [], properties: { FI01: { type: integer } } }""");

        ContentChanges.Between(before, after).SelectMany(ChangeText.Lines).Should().Equal(
            "behavioural  tool look_up: inputSchema.properties.FI01.type: string -> integer",
            "behavioural  tool look_up: inputSchema.required: [\"FI01\"] -> []");
    }

    [Fact]
    public void A_text_that_has_nothing_in_common_with_what_it_was_is_said_to_be_rewritten()
    {
        var before = Text(string.Concat(Enumerable.Repeat("a,", 95_000)));
        var after = Text(string.Concat(Enumerable.Repeat("b.", 95_000)));

        var lines = ContentChanges.Between(before, after).SelectMany(ChangeText.Lines).ToArray();

        lines[0].Should().Be("behavioural  text rewritten: 190000 characters -> 190000; where they differ:");
        lines.Should().HaveCount(3).And.OnlyContain(line => line.Length < 500);
        lines[2].Should().StartWith("    | {+b.b.").And.EndWith("... (189600 more)+}");
    }

    [Fact]
    public void One_text_that_becomes_two_blocks_is_a_change() =>
        ContentChanges.Between(Chat("[{ text: \"a\\nb\" }]"), Chat("[{ text: a }, { text: b }]"))
            .Should().NotBeEmpty();

    [Fact]
    public void A_cache_point_that_moves_is_a_change() =>
        ContentChanges.Between(
                Chat("[{ text: a }, { cachePoint: true }, { text: b }]"),
                Chat("[{ text: a }, { text: b }, { cachePoint: true }]"))
            .SelectMany(ChangeText.Lines).Should().Equal("behavioural  cache points: "
                + "[\"message 1 (user), block 2 of 3\"] -> [\"message 1 (user), block 3 of 3\"]");

    private static IEnumerable<(string Name, Value Content)> Contents() =>
        Project.Read(new WorkingTree(Repository.Samples)).Value!.Catalog.Definitions.Values
            .Select(definition => (definition.Name, (Value)ReleasedContent.Of(definition)));

    private static Value Prompt(string schema) => Read($$"""
        description: Looks up
        model: amazon.nova-lite-v1:0
        messages: [{ user: Hello }]
        tools: [{ name: look_up, description: Looks it up, inputSchema: {{schema}} }]
        """);

    private static Value Chat(string content) => Read($"""
        description: Chats
        model: amazon.nova-lite-v1:0
        messages: [{"{"} user: {content} {"}"}]
        """);

    private static Value Text(string text) =>
        Read($"description: Says\nmodel: amazon.nova-lite-v1:0\ntext: \"{text}\"\n");

    private static Value Read(string yaml) => ReleasedContent.Of(
        Catalog.Read(new MemoryTree(("prompts/a.yaml", yaml))).Value!.Definitions["a"]);

    /// <summary>The value with one leaf marked, for each leaf that can say something else.</summary>
    private static IEnumerable<Value> EachChanged(Value value) => value switch
    {
        Value.Text { Content: "Data" or "Conditional" or "TEXT" or "CHAT" or "default" } => [],
        Value.Text text => [$"{Mark}{text.Content}", $"{text.Content}{Mark}"],
        Value.Number or Value.Flag or Value.Null => [Mark],
        Value.Map { Entries.IsEmpty: true } => [],
        Value.Map map => map.Entries.SelectMany(entry =>
            EachChanged(entry.Value).Select(changed => new Value.Map(map.Entries.SetItem(entry.Key, changed)))),
        Value.List list => list.Items.SelectMany((item, i) =>
            EachChanged(item).Select(changed => new Value.List(list.Items.SetItem(i, changed)))),
        Value.Document document => EachChanged(document.Content).Select(Shorthand.Document),
        _ => [],
    };
}
