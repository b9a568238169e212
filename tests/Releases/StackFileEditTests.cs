using FluentAssertions;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Releases;

public sealed class StackFileEditTests
{
    private const string File = "Pulumi.prod.yaml";

    public static TheoryData<string, string, string> Entries => new()
    {
        { "a: 3 # x", "3 4*", "a: [3, 4] # x" },
        { "a: draft", "4*", "a: [4]" },
        { "'a': \"latest\"", "3 4*", "'a': [3, 4]" },
        { "a: [2, 3] # x", "2 3 4*", "a: [2, 3, 4] # x" },
        { "a: [2,3]", "2 3 4*", "a: [2,3,4]" },
        { "a: [ 2, 3, 4, ]", "3 4 5*", "a: [ 3, 4, 5, ]" },
        { "a: [2, 3, 4]", "3 4 2*", "a: [3, 4, 2]" },
        { "a: [2, 3] # x", "2* 3", "a: { kept: [2, 3], live: 2 } # x" },
        { "a: { kept: [2, 3, 4], live: 3 }", "2* 3 4", "a: { kept: [2, 3, 4], live: 2 }" },
        { "a: { kept: [2, 3, 4], live: 3 }", "2 3 5*", "a: { kept: [2, 3, 5], live: 5 }" },
        { "a: { live: 2, kept: [2, 3, 4] }", "2 5*", "a: { live: 5, kept: [2, 5] }" },
        { "a: { kept: [2, 3, 4], live: 2 }", "2 4*", "a: { kept: [2, 4], live: 4 }" },
        {
            """
            a:
              - 2 # first
              # the good one
              - 3 # second

            # next
            """,
            "3 4*",
            """
            a:
              # the good one
              - 3 # second
              - 4

            # next
            """
        },
        {
            """
            a:
            - 2
            # between

            - 3
            """,
            "2* 3",
            """
            a:
              kept:
              - 2
              # between

              - 3
              live: 2
            """
        },
        {
            """
            a: # why
                -   2
                -   3 # x
            """,
            "2* 3",
            """
            a: # why
                kept:
                -   2
                -   3 # x
                live: 2
            """
        },
        {
            """
            a:
              # how it came
              live: 3 # rolled back
              kept:
                - 2
                - 3 # good
                # bad
                - 4 # too rude
            """,
            "2 3 5*",
            """
            a:
              # how it came
              live: 5 # rolled back
              kept:
                - 2
                - 3 # good
                - 5
                # bad
            """
        },
        {
            """
            a: [
              2, # first
              3 # second
            ]
            """,
            "2 3 4*",
            """
            a: [
              2, # first
              3, # second
              4
            ]
            """
        },
        {
            """
            a: [
              # old
              2, # first
              3, # second
              4, # bad
            ]
            """,
            "3 5*",
            """
            a: [
              # old
              3, # second
              5,
            ]
            """
        },
        {
            """
            a: [2, 3, # early
                4]
            """,
            "3 4 5*",
            """
            a: [3, # early
                4, 5]
            """
        },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_is_changed_in_the_form_it_is_written_in(string before, string target, string after)
    {
        Edited(InFile(before), target).Should().Be(InFile(after));
        Edited(Crlf(InFile(before)), target).Should().Be(Crlf(InFile(after)));
        Edited(InFile(before).TrimEnd(), target).Should().Be(InFile(after).TrimEnd());
    }

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

    [Fact]
    public void A_line_ends_as_the_one_before_it() =>
        Edited("config:\r\n  bedrock-prompts:live:\n    a:\r\n    - 2\r\n    - 3\n    b: 1", "3 4*")
            .Should().Be("config:\r\n  bedrock-prompts:live:\n    a:\r\n    - 3\n    - 4\n    b: 1");

    [Theory]
    [InlineData("true", "\"true\": [4]")]
    [InlineData("1e5", "\"1e5\": [4]")]
    [InlineData("a-b_c", "a-b_c: [4]")]
    public void A_name_that_readers_take_for_something_else_is_quoted(string name, string line) =>
        StackFileEdit.Serve(File, "config:\n", (name, Pinned("4*"))).Value
            .Should().Be($"config:\n  bedrock-prompts:live:\n    {line}\n");

    [Theory]
    [InlineData("config:\n  bedrock-prompts:live:\n    a: |-\n      draft\n", 3)]
    [InlineData("config:\n  bedrock-prompts:live:\n    a:\n      - # x\n        2\n", 3)]
    [InlineData("config:\n  bedrock-prompts:live:\n    a:\n", 3)]
    [InlineData("? config\n: ? bedrock-prompts:live\n  : b: 1\n", 3)]
    [InlineData("config: [\n", 1)]
    [InlineData("", 1)]
    public void A_layout_that_nobody_can_be_sure_about_is_left_alone(string text, int line)
    {
        var refused = StackFileEdit.Serve(File, text, ("a", Pinned("2 3 4*")));

        refused.Value.Should().BeNull();
        var why = refused.Diagnostics.Should().ContainSingle().Subject;
        (why.Code, why.At.Line).Should().Be(("PRM173", line));
        why.Message.Should().Contain("'a: [2, 3, 4]'");
    }

    private static string Edited(string text, string target)
    {
        var edited = StackFileEdit.Serve(File, text, ("a", Pinned(target)));
        edited.Diagnostics.Should().BeEmpty();
        return edited.Value!;
    }

    private static Target.Pinned Pinned(string target) => (Target.Pinned)MovesTests.Target(target)!;

    private static string InFile(string entry) =>
        "# production\nconfig:\n  bedrock-prompts:live:\n    b: draft\n"
        + string.Concat(entry.Split('\n').Select(line => line.Length == 0 ? "\n" : $"    {line}\n"));

    private static string Crlf(string text) => text.ReplaceLineEndings("\r\n");
}
