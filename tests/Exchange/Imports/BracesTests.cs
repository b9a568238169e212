using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

/// <summary>Texts of Python and LangChain, and texts that only look like them.</summary>
public sealed partial class BracesTests : IDisposable
{
    private const string Model = "amazon.nova-lite-v1:0";

    private static readonly string[] Variables = Lines("variables.txt");
    private static readonly string[] LookAlikes = Lines("look-alikes.txt");

    private readonly TemporaryFolder _project =
        new TemporaryFolder().Write("Pulumi.yaml", "name: p\nruntime: dotnet\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_placeholder_becomes_a_variable_where_single_braces_are_meant()
    {
        var run = await Import(Variables, "--braces", "single");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Error.Should().NotContain("PRM479");
        foreach (var (text, i) in Variables.Select((text, i) => (text, i)))
        {
            var definition = _project.Read($"prompts/text-{i}.yaml");
            Names(text).Should().NotBeEmpty(text)
                .And.AllSatisfy(name => definition.Should().Contain($"{{{{{name}}}}}")
                    .And.MatchRegex($"(?m)^  \"?{name}\"?:$"));
        }
    }

    [Fact]
    public async Task Every_text_with_placeholders_is_warned_about_where_they_are_not()
    {
        var run = await Import(Variables);

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        var warned = Warned().Matches(run.Error).Select(match => match.Groups[1].Value).Distinct().ToArray();
        Variables.Where((_, i) => !warned.Contains($"{i}")).Should().BeEmpty();
        warned.Should().HaveCount(60);
    }

    [Fact]
    public async Task What_only_looks_like_a_placeholder_raises_no_warning()
    {
        var run = await Import(LookAlikes);

        run.Error.Should().NotContain("PRM479");
        LookAlikes.Should().HaveCountGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task Json_beside_placeholders_stays_json()
    {
        var run = await Import(
            ["""{{"answer": {x}}} or {{"a": {{"b": "{y}"}}}}"""], "--braces", "single");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        _project.Read("prompts/text-0.yaml").Should()
            .Contain("""{\"answer\": {{x}}} or {\"a\": {\"b\": \"{{y}}\"}}""");
    }

    private Task<ConsoleRun> Import(string[] texts, params string[] how)
    {
        var files = texts.Select((text, i) =>
        {
            _project.Write($"text-{i}.txt", text + "\n");
            return $"text-{i}.txt";
        }).ToArray();
        return PromptsConsole.Run(_project.Path, ["import", .. files, "--model", Model, .. how]);
    }

    private static string[] Lines(string file) =>
        File.ReadAllLines(Repository.Path("tests", "Samples", "imports", "braces", file));

    private static string[] Names(string text) =>
        [.. Name().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("""\{([A-Za-z_][A-Za-z0-9_]*)(?:[!:][^{}]*)?\}""")]
    private static partial Regex Name();

    [GeneratedRegex(@"text-(\d+)\.yaml\(\d+,\d+\): warning PRM479")]
    private static partial Regex Warned();
}
