using FluentAssertions;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Releases;

public sealed class EntryRemovalTests
{
    [Theory]
    [InlineData("\n  a: { x: 1 } # why\n  b: { x: 2 }\n", "\n  b: { x: 2 }\n")]
    [InlineData("\n  b: { x: 2 }\n  a:\n    x: 1\n    y: 2\n", "\n  b: { x: 2 }\n")]
    [InlineData("\n  b: { x: 2 }\n  a: { x: 1 }", "\n  b: { x: 2 }")]
    [InlineData(" { a: { x: 1 }, b: { x: 2 }, c: {} }\n", " { b: { x: 2 }, c: {} }\n")]
    [InlineData(" { b: { x: 2 }, a: { x: 1 }, c: {} }\n", " { b: { x: 2 }, c: {} }\n")]
    [InlineData(" { b: { x: 2 }, a: { x: 1 } }\n", " { b: { x: 2 } }\n")]
    public void An_entry_goes_and_its_neighbours_stay(string before, string after) =>
        Ended(Settings(before)).Should().Be(Settings(after));

    [Theory]
    [InlineData("config:\n  aws:region: r\n{0}\n    a: { x: 1 }\n", "config:\n  aws:region: r\n")]
    [InlineData("config:\n{0} { a: { x: 1 } }\n  aws:region: r\n", "config:\n  aws:region: r\n")]
    public void The_only_entry_takes_its_setting_with_it(string before, string after) =>
        Ended(before.Replace("{0}", "  bedrock-prompts:experiments:", StringComparison.Ordinal)).Should().Be(after);

    [Fact]
    public void The_only_setting_of_a_mapping_in_brackets_leaves_the_brackets() =>
        Ended("config: { bedrock-prompts:experiments: { a: { x: 1 } } }\n").Should().Be("config: {  }\n");

    [Theory]
    [InlineData("config:\n  ? bedrock-prompts:experiments\n  : { a: { x: 1 } }\n")]
    [InlineData("config:\n  bedrock-prompts:experiments: { b: { x: 1 } }\n")]
    [InlineData("config:\n  bedrock-prompts:experiments: [a]\n")]
    [InlineData("config: [a]\n")]
    public void What_is_written_otherwise_is_left_alone(string text) =>
        StackFileEdit.End(ProjectConfig.None, "Pulumi.prod.yaml", text, "a").Value.Should().BeNull();

    private static string? Ended(string text) =>
        StackFileEdit.End(ProjectConfig.None, "Pulumi.prod.yaml", text, "a").Value;

    private static string Settings(string entries) => "config:\n  bedrock-prompts:experiments:"
        + entries.Replace("\n  ", "\n    ", StringComparison.Ordinal);
}
