using System.Xml.Linq;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class SmokeReportFilesTests
{
    private const string Secret = "correct horse battery";

    [Fact]
    public async Task Every_report_names_what_was_tested_and_shows_no_secret()
    {
        await using var project = new SmokeProject();
        project.Files.Write("prompts/vault.yaml", $$$"""
            description: Repeats a word
            model: amazon.nova-lite-v1:0
            inference: { maxTokens: 100 }
            text: Repeat {{word}}.
            variables:
              word: { description: A secret, secret: true }
            tests:
              - name: says it
                given: { word: {{{Secret}}} }
                expect: [{ contains: something else }]
            """);
        await project.Deploy();
        string[] files = ["r.json", "r.junit.xml", "r.md"];

        var run = await project.Smoke(
            options => options with { Outputs = [.. files.Select(file => Path.Combine(project.Files.Path, file))] },
            host => host with { Variable = name => name is "GITHUB_ACTIONS" ? "true" : null });

        run.Exit.Should().Be(ExitCode.Problems, run.Output + run.Error);
        run.Output.Should().Contain("::error file=prompts/vault.yaml,line=10,").And.Contain("[secret word");
        var texts = files.Append(".local/dev.smoke.json").Select(project.Files.Read).Append(run.Output);
        texts.Should().OnlyContain(text => !text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        string[] facts = ["/bedrock-prompts/dev/vault/live", "DRAFT", "sha256:", "amazon.nova-lite-v1:0", "requestId"];
        facts.Should().OnlyContain(fact => project.Files.Read("r.json").Contains(fact, StringComparison.Ordinal));
        XDocument.Parse(project.Files.Read("r.junit.xml")).Descendants("failure").Should().ContainSingle();
    }

    [Fact]
    public async Task A_report_of_no_known_kind_is_refused_before_anything_is_called()
    {
        await using var project = new SmokeProject().Greeting();

        var run = await project.Smoke(options => options with { Outputs = ["report.txt"] });

        (run.Exit, run.Error).Should().Be(
            (ExitCode.Failure, "--output report.txt: a report ends with .json, .junit.xml or .md."));
    }

    [Fact]
    public async Task A_person_sees_a_table_while_it_runs_and_the_lines_afterwards()
    {
        await using var project = await new SmokeProject().Greeting(SmokeProject.Cases(3)).Deploy();

        var run = await project.Smoke(world: host => host with { IsTerminal = true });

        run.Exit.Should().Be(ExitCode.Success, run.Output + run.Error);
        run.Output.Split("passed  greeting / case").Should().HaveCount(4);
    }
}
