using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Settings;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>Texts have one word for one thing, and can be understood at first reading.</summary>
public sealed partial class WordsTests
{
    /// <summary>Turns of phrase that a reader has to read twice.</summary>
    private const string Riddles = @"(?<![Tt]here )\b(?:is|are) no\b(?! longer)|(?<![Tt]here )\bis none\b"
        + @"|\bstands?\b(?!-in| in for)|\banew\b|\bwhoever\b|\bis said\b";

    private static readonly string[] Pages =
    [
        .. ReadmeTests.Pages, "infra/ARCHITECTURE.md", "infra/Clients/README.md", "infra/Component/README.md",
        "infra/Cli/New/README.md", "tests/Data/README.md", ".github/CHANGELOG.md", ".github/CONTRIBUTING.md",
        ".github/DEPLOY.md",
    ];

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

    [Fact]
    public void Failures_are_plain()
    {
        var failures = Source()
            .SelectMany(file => Failure().Matches(File.ReadAllText(file)))
            .Select(failure => string.Concat(Quoted().Matches(failure.Value).Select(part => part.Groups[1].Value)))
            .Select(failure => Filled().Replace(failure, "..."))
            .ToArray();

        failures.Should().HaveCountGreaterThan(50);
        Faults(failures).Should().BeEmpty();
    }

    [Fact]
    public void Schemas_and_settings_are_plain()
    {
        var described = new[] { DefinitionSchema.OfDefinitions(), PlanSchema.OfPlans() }
            .SelectMany(schema => Descriptions(JsonElement.Parse(schema)))
            .Concat(SettingsShape.All.SelectMany(setting => Summaries(setting.Field)))
            .ToArray();

        described.Should().Contain(["The system text of a CHAT template.", "The live release, or draft."])
            .And.HaveCountGreaterThan(200);
        Faults(described).Should().BeEmpty();
    }

    /// <summary>Pages and comments may use the glossary's words in other meanings, such as an S3 bucket.</summary>
    [Fact]
    public void Pages_have_no_riddles() => Faults(
            Pages.Select(page => File.ReadAllText(Repository.Path(page.Split('/'))))
                .SelectMany(page => Code().Replace(page, "").Split('\n')),
            new(Riddles))
        .Should().BeEmpty();

    [Fact]
    public void Comments_have_no_riddles() => Faults(
            Source().SelectMany(File.ReadLines)
                .Where(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)),
            new(Riddles))
        .Should().BeEmpty();

    private static IEnumerable<string> Faults(IEnumerable<string> texts) =>
        Faults(texts, new($@"(?<!S3 )\b(?:{string.Join('|', Forbidden())})(?:e?s)?\b|{Riddles}"));

    private static IEnumerable<string> Faults(IEnumerable<string> texts, Regex wrong) =>
        texts.Distinct().Where(text => wrong.IsMatch(text)).Select(text => $"'{wrong.Match(text).Value}' in: {text}");

    /// <summary>The last column of the glossary.</summary>
    private static string[] Forbidden() =>
    [
        .. File.ReadAllText(Repository.Path("infra", "ARCHITECTURE.md")).Split("## Words")[1].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .SelectMany(line => line.Split('|')[3].Split(',', StringSplitOptions.TrimEntries))
            .Where(word => word.Length > 0),
    ];

    private static IEnumerable<string> Source() => Directory
        .EnumerateFiles(Repository.Path("infra"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));

    private static IEnumerable<string> Descriptions(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Descriptions),
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member =>
            member is { Name: "description", Value.ValueKind: JsonValueKind.String }
                ? [member.Value.GetString()!]
                : Descriptions(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> Summaries(Field field) => Summaries(field.Kind).Prepend(field.Summary);

    private static IEnumerable<string> Summaries(Kind kind) => kind switch
    {
        Kind.Keys keys => keys.Shape.Fields.SelectMany(Summaries).Prepend(keys.Shape.Summary),
        Kind.MapOf map => Summaries(map.Item),
        Kind.ListOf list => Summaries(list.Item),
        Kind.Either either => either.Kinds.SelectMany(Summaries),
        _ => [],
    };

    [GeneratedRegex(@"^  ([a-z]+)  ", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"new (?:Failure|DeployException|RunException)\((?:""(?:[^""\\]|\\.)*""|[^"";])*;")]
    private static partial Regex Failure();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Filled();

    [GeneratedRegex(@"```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
