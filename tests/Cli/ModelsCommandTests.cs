using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class ModelsCommandTests : IDisposable
{
    private const string Opus = "us.anthropic.claude-opus-4-1-20250805-v1:0";

    private readonly TemporaryFolder _files = new();

    public ModelsCommandTests()
    {
        _files.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");
        _files.Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n");
        _files.Write("Pulumi.prod.yaml", "config:\n  aws:region: us-east-1\n");
        Prompt("greeting", "amazon.nova-lite-v1:0", "{ temperature: 0.5, maxTokens: 9 }");
        Prompt("story", Opus, "{ maxTokens: 9 }");
        Prompt("riddle", "vendor.new-v1:0", "{ maxTokens: 9 }");
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Each_model_says_until_when_where_at_what_price_and_by_whom()
    {
        var run = await Run();

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Contain($"""
            {Opus}
              until   2027-01-08 (in 42 days)
            """).And.Contain("""
            amazon.nova-lite-v1:0
              until   no end is known
            """).And.Contain("price   $0.06 read, $0.24 written, per million tokens")
            .And.Contain("used by greeting (dev: working file)")
            .And.Contain("""
            vendor.new-v1:0
              until   unknown
              regions unknown
              price   unknown
              takes   unknown
              used by riddle (dev: working file)
            """);
    }

    [Fact]
    public async Task Markdown_and_json_say_the_same()
    {
        var markdown = await Run("--format", "markdown");
        var json = JsonNode.Parse((await Run("--format", "json")).Output)!.AsArray();

        markdown.Output.Should().Contain($"| `{Opus}` | 2027-01-08 (in 42 days) |")
            .And.Contain("| `vendor.new-v1:0` | unknown | unknown | riddle (dev: working file) |");
        json.Select(model => $"{model!["model"]} {model["state"]} {model["end"]}").Should().Equal(
            "amazon.nova-lite-v1:0 active ", $"{Opus} ending 2027-01-08", "vendor.new-v1:0 unknown ");
        json[2]!.AsObject().Should().NotContainKeys("inputPrice", "outputPrice", "end");
        json[0]!["users"]![0]!["stack"]!.GetValue<string>().Should().Be("dev");
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 3)]
    [InlineData("0", 0)]
    public async Task What_ends_in_time_is_listed_and_told_by_the_exit_code(string months, int exit)
    {
        var run = await Run("--ending", months, "--detailed-exit-code");

        run.Exit.Should().Be(exit);
        run.Output.Should().Be(exit == 0 ? "" : run.Output).And.NotContain("nova");
        run.Output.Contains(Opus, StringComparison.Ordinal).Should().Be(exit == 3);
    }

    [Fact]
    public async Task Without_months_the_exit_code_is_about_six_of_them()
    {
        (await Run("--detailed-exit-code")).Exit.Should().Be(ExitCode.Changes);
        (await Run("--detailed-exit-code", "--as-of", "2026-06-01")).Exit.Should().Be(ExitCode.Success);
        (await Run()).Exit.Should().Be(ExitCode.Success, "nobody asked");
    }

    [Fact]
    public async Task A_stack_that_serves_none_has_none_and_one_that_is_not_there_is_said()
    {
        (await Run("--stack", "prod")).Output.Should().BeEmpty();
        (await Run("--stack", "prd")).Exit.Should().Be(ExitCode.Failure);
        (await Run("--ending", "999")).Exit.Should().Be(ExitCode.Failure);
    }

    [Fact]
    public async Task A_dry_replacement_shows_everything_and_writes_nothing()
    {
        const string Move = "amazon.nova-lite-v1:0=us.anthropic.claude-sonnet-5";
        var before = _files.Read("prompts/greeting.yaml");

        var dry = await Run("--replace", Move, "--dry-run");
        var unchanged = _files.Read("prompts/greeting.yaml");
        var done = await Run("--replace", Move);

        unchanged.Should().Be(before);
        done.Output.Should().Be(dry.Output).And.Contain("+model: us.anthropic.claude-sonnet-5");
        dry.Error.Should().Contain("prompts/greeting.yaml(2,14): 'temperature' is removed")
            .And.Contain("Nothing was written.");
        _files.Read("prompts/greeting.yaml").Should()
            .Be("model: us.anthropic.claude-sonnet-5\ninference: { maxTokens: 9 }\ntext: Hi\n");
    }

    [Fact]
    public async Task A_replacement_that_moves_nothing_or_is_none_is_said()
    {
        (await Run("--replace", "amazon.nova-pro-v1:0=x.y-v1:0")).Error.Should().Contain("No working file names");
        (await Run("--replace", "amazon.nova-lite-v1:0=vendor.other-v1:0", "--dry-run"))
            .Error.Should().Contain("There is no data about 'vendor.other-v1:0'");
        (await Run("--replace", "amazon.nova-lite-v1:0")).Exit.Should().Be(ExitCode.Failure);
    }

    private void Prompt(string name, string model, string inference) =>
        _files.Write($"prompts/{name}.yaml", $"model: {model}\ninference: {inference}\ntext: Hi\n");

    private Task<ConsoleRun> Run(params string[] args) => PromptsConsole.Run(_files.Path, ["models", .. args]);
}
