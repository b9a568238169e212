using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>Messages, explanations and help have one word for one thing, and say plainly what is wrong.</summary>
public sealed partial class WordsTests
{
    /// <summary>Turns of phrase that a reader has to read twice.</summary>
    private const string Riddles =
        @"(?<![Tt]here )\b(?:is|are) no\b(?! longer)|\bis none\b|\bstands?\b|\banew\b|\bwhoever\b|\bis said\b";

    [Fact]
    public void The_glossary_forbids_words_and_knows_what_is_said_instead() =>
        Forbidden().Should().Contain(["blank", "Region", "snapshot"]).And.HaveCountGreaterThan(10);

    [Fact]
    public void Messages_and_explanations_are_plain() => Faults(
            ProblemMethods.All.SelectMany(problem => new[] { problem.Summary, problem.Example.Message })
                .Concat(ProblemReason.All.Values.Select(reason => reason.Why)))
        .Should().BeEmpty();

    [Fact]
    public async Task Help_is_plain()
    {
        var overview = (await PromptsConsole.Run(".", "--help")).Output;
        var commands = Command().Matches(overview).Select(match => match.Groups[1].Value).ToArray();
        var pages = await Task.WhenAll(commands.Select(command => PromptsConsole.Run(".", command, "--help")));

        commands.Should().Contain(["validate", "promote", "serve"]);
        Faults(pages.SelectMany(page => page.Output.Split('\n'))).Should().BeEmpty();
    }

    private static IEnumerable<string> Faults(IEnumerable<string> texts)
    {
        var wrong = new Regex($@"\b(?:{string.Join('|', Forbidden())})(?:e?s)?\b|{Riddles}");
        return texts.Distinct().Where(text => wrong.IsMatch(text))
            .Select(text => $"'{wrong.Match(text).Value}' in: {text}");
    }

    /// <summary>The last column of the glossary.</summary>
    private static string[] Forbidden() =>
    [
        .. File.ReadAllText(Repository.Path("infra", "ARCHITECTURE.md")).Split("## Words")[1].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .SelectMany(line => line.Split('|')[3].Split(',', StringSplitOptions.TrimEntries))
            .Where(word => word.Length > 0),
    ];

    [GeneratedRegex(@"^  ([a-z]+)  ", RegexOptions.Multiline)]
    private static partial Regex Command();
}
