using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

/// <summary>What the READMEs say about writes is what was counted on the local Bedrock.</summary>
public sealed partial class WriteCountsTests
{
    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six"];

    [Fact]
    public async Task The_sentences_about_writes_are_what_was_counted()
    {
        await using var prompts = await LocalStack.Start();
        await prompts.Deploy(Prompt("[1]"));
        var first = await prompts.Deploy(Prompt("[1, 2]"));
        var promotion = await prompts.Deploy(Prompt("[2, 3]"));
        var rollback = await prompts.Deploy(Prompt("{ kept: [2, 3], live: 2 }"));
        var nothing = await prompts.Deploy(Prompt("{ kept: [2, 3], live: 2 }"));
        await using var flows = await LocalStack.Start();
        await flows.Deploy(new FlowProject().Plan());
        var pair = await flows.Deploy(new FlowProject { Live = ["topic: [1, 2]"] }.Plan());
        var back = await flows.Deploy(new FlowProject { Live = ["topic: { kept: [1, 2], live: 1 }"] }.Plan());

        nothing.Should().BeEmpty();
        rollback.Should().Equal("UpdateResource AWS::SSM::Parameter");
        (Writes(first), Deletes(first)).Should().Be((Writes(promotion), 0));
        (Writes(pair) - Writes(promotion), Deletes(pair)).Should().Be((Writes(back) - 1, Deletes(back)));
        promotion.Concat(rollback).Concat(pair).Concat(back)
            .Should().NotContain(call => call.Contains("::IAM::", StringComparison.Ordinal));
        string[] sentences =
        [
            $"A promotion of a prompt is {Words[Writes(promotion)]} writes and at most "
                + $"{Words[Deletes(promotion)]} delete; a rollback is {Words[rollback.Count]}.",
            $"Each flow that uses it follows with a version of its own: {Words[Writes(back) - 1]} writes and "
                + $"{Words[Deletes(back)]} delete.",
            $"a rollback of a prompt is {Words[rollback.Count]} write",
        ];
        Readmes().SelectMany(text => sentences.Where(text.Contains)).Should().Contain(sentences);
        Readmes().Select(text => sentences.Aggregate(text, (rest, known) => rest.Replace(known, "")))
            .SelectMany(rest => Count().Matches(rest).Select(match => match.Value))
            .Should().BeEmpty("whatever else counts writes or deletes must be counted here too");
    }

    /// <summary>The project's and the rooms', without line ends.</summary>
    private static IEnumerable<string> Readmes() => Directory
        .EnumerateFiles(Repository.Root, "README.md", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal)
            && !file.Contains("/node_modules/", StringComparison.Ordinal))
        .Select(file => Blanks().Replace(File.ReadAllText(file), " "));

    private static int Writes(IEnumerable<string> calls) => calls.Count() - Deletes(calls);

    private static int Deletes(IEnumerable<string> calls) =>
        calls.Count(call => call.StartsWith("Delete", StringComparison.Ordinal));

    private static Plan Prompt(string target) => new SampleProject
    {
        Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}."],
        Target = target,
    }.Plan().Value!;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(no|one|two|three|four|five|six|\d+)\s+(writes?|deletes?|deletions?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Count();
}
