using FluentAssertions;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Xunit;
using static Infra.Tests.Releases.StackFileEditTests;

namespace Infra.Tests.Releases;

public sealed class StackFileNewEntryTests
{
    private const string File = "Pulumi.prod.yaml";

    public static TheoryData<string, string> NewEntries => new()
    {
        {
            "config:\n  bedrock-prompts:live:\n    b: 1 # x\n\n  # retention\n  bedrock-prompts:retain: 3\n",
            "config:\n  bedrock-prompts:live:\n    b: 1 # x\n    a: [4]\n\n  # retention\n  bedrock-prompts:retain: 3\n"
        },
        { "config:\n    aws:region: x", "config:\n    aws:region: x\n    bedrock-prompts:live:\n        a: [4]" },
        {
            "# new\nconfig:\n  # nothing yet\n",
            "# new\nconfig:\n  bedrock-prompts:live:\n    a: [4]\n  # nothing yet\n"
        },
        { "config: ~ # x\nother: 1\n", "config:  # x\n  bedrock-prompts:live:\n    a: [4]\nother: 1\n" },
        {
            "  config:\n      aws:region: x\n",
            "  config:\n      aws:region: x\n      bedrock-prompts:live:\n          a: [4]\n"
        },
        { "config: {}\n", "config: { bedrock-prompts:live: { a: [4] } }\n" },
        { "encryptionsalt: v1:x\n", "encryptionsalt: v1:x\nconfig:\n  bedrock-prompts:live:\n    a: [4]\n" },
        { "{}", "{ config: { bedrock-prompts:live: { a: [4] } } }" },
        {
            "{\"config\": {\"aws:region\": \"x\"}}\n",
            "{\"config\": {\"aws:region\": \"x\", \"bedrock-prompts:live\": { \"a\": [4] }}}\n"
        },
        { "config:\n  bedrock-prompts:live: {b: 1}\n", "config:\n  bedrock-prompts:live: {b: 1, a: [4]}\n" },
        {
            "config:\n  bedrock-prompts:live: {\n    b: 1, # x\n  }\n",
            "config:\n  bedrock-prompts:live: {\n    b: 1, # x\n    a: [4],\n  }\n"
        },
        {
            "config:\n  bedrock-prompts:live: {}\n  bedrock-prompts:retain: 3\n",
            "config:\n  bedrock-prompts:live: { a: [4] }\n  bedrock-prompts:retain: 3\n"
        },
        {
            "config:\n  my:text: |\n    one\n\n  # two\nother: 1\n",
            "config:\n  my:text: |\n    one\n  bedrock-prompts:live:\n    a: [4]\n\n  # two\nother: 1\n"
        },
        {
            "config:\n  my:text: |+\n    one\n\nother: 1\n",
            "config:\n  my:text: |+\n    one\n\n  bedrock-prompts:live:\n    a: [4]\nother: 1\n"
        },
    };

    [Theory]
    [MemberData(nameof(NewEntries))]
    public void A_name_that_is_not_listed_is_added_below_the_others(string before, string after)
    {
        Edited(before, "4*").Should().Be(after);
        Edited(Crlf(before), "4*").Should().Be(before.Contains('\n') ? Crlf(after) : after);
    }

    [Theory]
    [InlineData("config: {}\n", "config: { bedrock-prompts:live: { a: [4], c: [5] } }\n")]
    [InlineData(
        "config:\n  bedrock-prompts:live: {}\n", "config:\n  bedrock-prompts:live: { a: [4], c: [5] }\n")]
    [InlineData(
        "config:\n  bedrock-prompts:live: {\n    b: 1, # x\n  }\n",
        "config:\n  bedrock-prompts:live: {\n    b: 1, # x\n    a: [4],\n    c: [5],\n  }\n")]
    public void Several_names_are_added_as_one_is(string before, string after) =>
        StackFileEdit.Serve(ProjectConfig.None, File, before, ("a", Pinned("4*")), ("c", Pinned("5*"))).Value
            .Should().Be(after);

    [Theory]
    [InlineData("true", "\"true\": [4]")]
    [InlineData("1e5", "\"1e5\": [4]")]
    [InlineData("a-b_c", "a-b_c: [4]")]
    public void A_name_that_readers_take_for_something_else_is_quoted(string name, string line) =>
        StackFileEdit.Serve(ProjectConfig.None, File, "config:\n", (name, Pinned("4*"))).Value
            .Should().Be($"config:\n  bedrock-prompts:live:\n    {line}\n");
}
