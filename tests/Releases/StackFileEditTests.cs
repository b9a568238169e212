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
        { "a: [2, # early\n    3]", "3 4*", "a: [ # early\n    3, 4]" },
        { "a: [\n  2, 3,\n  4\n]", "3 4 5*", "a: [\n  3,\n  4, 5\n]" },
        { "a: [2, 3,\n  4\n]", "3 4 5*", "a: [3,\n  4, 5\n]" },
        { "a:\n  - 2\n  -\n    3", "2 3 4*", "a:\n  - 2\n  -\n    3\n  - 4" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_is_changed_in_the_form_it_is_written_in(string before, string target, string after)
    {
        Edited(InFile(before), target).Should().Be(InFile(after));
        Edited(Crlf(InFile(before)), target).Should().Be(Crlf(InFile(after)));
        Edited(InFile(before).TrimEnd(), target).Should().Be(InFile(after).TrimEnd());
    }

    [Fact]
    public void A_line_ends_as_the_one_before_it() =>
        Edited("config:\r\n  bedrock-prompts:live:\n    a:\r\n    - 2\r\n    - 3\n    b: 1", "3 4*")
            .Should().Be("config:\r\n  bedrock-prompts:live:\n    a:\r\n    - 3\n    - 4\n    b: 1");

    [Theory]
    [InlineData("config:\n  bedrock-prompts:live:\n    a: |-\n      draft\n", 3)]
    [InlineData("config:\n  bedrock-prompts:live:\n    a:\n      - # x\n        2\n", 3)]
    [InlineData("config:\n  bedrock-prompts:live:\n    a:\n      - 2\n      - # x\n        3\n", 3)]
    [InlineData("config:\n  bedrock-prompts:live:\n    a:\n", 3)]
    [InlineData("? config\n: ? bedrock-prompts:live\n  : b: 1\n", 3)]
    [InlineData("config: [\n", 1)]
    [InlineData("", 1)]
    public void A_layout_that_nobody_can_be_sure_about_is_left_alone(string text, int line)
    {
        var refused = StackFileEdit.Serve(ProjectConfig.None, File, text, ("a", Pinned("2 3 4*")));

        refused.Value.Should().BeNull();
        var why = refused.Diagnostics.Should().ContainSingle().Subject;
        (why.Code, why.At.Line).Should().Be(("PRM173", line));
        why.Message.Should().Contain("'a: [2, 3, 4]'");
    }

    /// <summary>No move does that: at least two releases are kept.</summary>
    [Theory]
    [InlineData("[2, 3]", "4*")]
    [InlineData("[2, 3]", "4 5*")]
    [InlineData("[2, 3]", "3 4 5*")]
    [InlineData("\n      - 2\n      - 3", "4*")]
    public void A_list_of_which_nothing_stays_or_to_which_much_comes_is_left_alone(string list, string target) =>
        StackFileEdit.Serve(
                ProjectConfig.None, File, $"config:\n  bedrock-prompts:live:\n    a: {list}\n", ("a", Pinned(target)))
            .Diagnostics.Should().ContainSingle(problem => problem.Code == "PRM173");

    internal static string Edited(string text, string target)
    {
        var edited = StackFileEdit.Serve(ProjectConfig.None, File, text, ("a", Pinned(target)));
        edited.Diagnostics.Should().BeEmpty();
        return edited.Value!;
    }

    internal static Target.Pinned Pinned(string target) => (Target.Pinned)MovesTests.Target(target)!;

    private static string InFile(string entry) =>
        "# production\nconfig:\n  bedrock-prompts:live:\n    b: draft\n"
        + string.Concat(entry.Split('\n').Select(line => line.Length == 0 ? "\n" : $"    {line}\n"));

    internal static string Crlf(string text) => text.ReplaceLineEndings("\r\n");
}
