using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>Who did what in the whole project: every event of a known script is reported once and in order.</summary>
public sealed class HistoryOfAllTests : IDisposable
{
    private const string Live = "config:\n  aws:region: us-east-1\n  bedrock-prompts:live:\n";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_event_of_a_script_is_there_once_and_in_order()
    {
        var commits = await Script();

        var run = await _project.Run("history", "--all");

        run.Should().Be(new ConsoleRun(ExitCode.Success, $"""
            2026-03-07 09:00Z  Ada    {commits[5]}  prod     greeting     retired: release 1 -> nothing
            2026-03-06 09:00Z  Ada    {commits[4]}  prod     greeting     rolled back: release 2 -> 1, because rude
            2026-03-04 09:00Z  Grace  {commits[3]}  staging  values.tone  setting: kind -> kinder (#8)
            2026-03-03 09:00Z  Grace  {commits[2]}  prod     greeting     promoted: release 1 -> 2 (#7)
            2026-03-02 09:00Z  Grace  {commits[1]}  -        greeting     released: release 2 (#7)
            2026-03-01 09:00Z  Ada    {commits[0]}  -        greeting     released: release 1
            2026-03-01 09:00Z  Ada    {commits[0]}  prod     greeting     promoted: release 1
            2026-03-01 09:00Z  Ada    {commits[0]}  staging  greeting     draft

            """, ""));
    }

    [Fact]
    public async Task Csv_json_and_markdown_say_the_same_and_filters_narrow_it()
    {
        await Script();

        var csv = (await _project.Run("history", "--all", "--format", "csv")).Output.Split('\n');
        var json = JsonNode.Parse((await _project.Run("history", "--all", "--format", "json")).Output)!.AsArray();
        var markdown = (await _project.Run("history", "--all", "--format", "markdown")).Output.Split('\n');
        var prod = await _project.Run("history", "--all", "--stack", "prod", "--since", "2026-03-05", "-f", "csv");

        csv[0].Should().Be(
            "date,event,stack,name,setting,from,to,reason,commit,author,pullRequest,digest,subject");
        csv.Should().HaveCount(10);
        csv[2].Should().StartWith("2026-03-06T09:00:00+00:00,rolled back,prod,greeting,,release 2,release 1,rude,")
            .And.Contain(",Ada,,sha256:").And.EndWith(",Roll back greeting");
        json.Should().HaveCount(8);
        json[1]!["from"]!["release"]!.GetValue<int>().Should().Be(2);
        json[1]!["digest"]!.GetValue<string>().Should().Be(json[5]!["digest"]!.GetValue<string>());
        json[2]!["setting"]!.GetValue<string>().Should().Be("values.tone");
        markdown.Should().HaveCount(11);
        markdown[3].Should().EndWith("| prod | greeting | `rolled back: release 2 -> 1, because rude` |");
        prod.Output.Split('\n').Should().HaveCount(4);
    }

    [Fact]
    public async Task A_name_and_all_of_them_are_two_questions()
    {
        (await _project.Run("history")).Exit.Should().Be(ExitCode.Failure);
        (await _project.Run("history", "greeting", "--all")).Exit.Should().Be(ExitCode.Failure);
        (await _project.Run("history", "--all", "--since", "yesterday")).Exit.Should().Be(ExitCode.Failure);
        (await _project.Run("history", "--all")).Error.Should().NotContain("   at ");
    }

    [Fact]
    public async Task A_formula_in_a_commit_stays_a_text()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");
        _project.Files.Commit("=HYPERLINK(\"http://example.com\")");

        (await _project.Run("history", "--all", "--format", "csv")).Output
            .Should().Contain(",\"'=HYPERLINK(\"\"http://example.com\"\")\"\n");
    }

    /// <summary>Ten thousand commits, written by git's fast import; git is called three times.</summary>
    [Fact]
    public async Task Ten_thousand_commits_are_three_processes()
    {
        const int Commits = 10_000;
        Import(_project.Files.Path, Commits);

        using var traces = new TemporaryFolder();
        var start = ConsoleProcess.Of(_project.Files.Path, "history", "--all", "--format", "csv");
        start.Environment["GIT_TRACE2_EVENT"] = traces.Path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(ExitCode.Success, await error);
        output.Split('\n').Count(line => line.Contains(",promoted,", StringComparison.Ordinal))
            .Should().Be((Commits / 2) + 1);
        output.Split('\n').Count(line => line.Contains(",rolled back,", StringComparison.Ordinal))
            .Should().Be((Commits / 2) - 1);
        Directory.EnumerateFiles(traces.Path).Should().HaveCountLessThanOrEqualTo(3);
    }

    private async Task<string[]> Script()
    {
        (await _project.Released("greeting", 1))
            .Stack("staging", "config:\n  bedrock-prompts:default: draft\n  bedrock-prompts:values: { tone: kind }\n")
            .Stack("prod", Live + "    greeting: 1\n");
        var start = Commit("Start", "Ada");
        _project.Files.Git("checkout", "--quiet", "-b", "side");
        _project.Draft("greeting", 2);
        await _project.Run("release", "greeting");
        var released = Commit("Release", "Grace");
        _project.Stack("prod", Live + "    greeting: [1, 2]\n");
        var promoted = Commit("Promote", "Grace");
        _project.Files.Git("checkout", "--quiet", "main");
        _project.Stack("staging",
            "config:\n  bedrock-prompts:default: draft\n  bedrock-prompts:values: { tone: kinder }\n");
        var set = Commit("Be kinder (#8)", "Grace");
        _project.Files.Git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #7 from shop/side", "side");
        _project.Stack("prod", Live + "    greeting: { kept: [1, 2], live: 1 }\n");
        var back = Commit("Roll back greeting\n\nBecause: rude", "Ada");
        _project.Stack("prod", "config:\n  aws:region: us-east-1\n");
        var retired = Commit("Retire", "Ada");
        return [start, released, promoted, set, back, retired];
    }

    private string Commit(string message, string author) => _project.Files.Commit(message, author)[..10];

    /// <summary>A prompt with two releases; at every commit, a stack changes from one to the other.</summary>
    private static void Import(string folder, int commits)
    {
        var stream = new StringBuilder();
        for (var i = 0; i < commits; i++)
        {
            var text = $"config:\n  aws:region: us-east-1\n  bedrock-prompts:live:\n    # {i}\n"
                + $"    greeting: {{ kept: [1, 2], live: {(i % 2) + 1} }}\n";
            var ada = string.Create(CultureInfo.InvariantCulture, $"Ada <ada@example.com> {1767225600 + i} +0000");
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\nauthor {ada}\ncommitter {ada}\n")
                .Append("data 4\nmove\nM 100644 inline Pulumi.prod.yaml\n")
                .Append(CultureInfo.InvariantCulture, $"data {text.Length}\n{text}\n");
        }

        using var git = Process.Start(new ProcessStartInfo("git", ["fast-import", "--quiet"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
        })!;
        git.StandardInput.Write(stream);
        git.StandardInput.Close();
        git.WaitForExit();
        git.ExitCode.Should().Be(0);
    }
}
