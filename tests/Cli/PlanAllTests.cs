using FluentAssertions;
using Infra.Cli;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>The comment on a pull request lists every stack, the most dangerous first, and says where it is
/// cut.</summary>
public sealed class PlanAllTests : IDisposable
{
    private const string Region = "config:\n  aws:region: us-east-1\n";

    private const string Markup = "@octo/team ![x](https://evil.example/x.png) `code` <b>";

    private readonly TemporaryRepository _repository = new();

    public PlanAllTests() =>
        _repository.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
            .Write("Pulumi.dev.yaml", $"{Region}  bedrock-prompts:default: draft\n")
            .Write("Pulumi.prod.yaml", $"{Region}  bedrock-prompts:default: none\n")
            .Write("prompts/greet.yaml", Prompt("Hello"))
            .Commit("a prompt");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_text_too_long_for_a_comment_hides_no_stack_and_is_said_to_be_cut()
    {
        var system = string.Concat(Enumerable.Repeat("你好，世界。", 12_000));
        _repository.Write("prompts/greet.yaml", Prompt("Hello").Replace(
                "text: \"Hello\"", $"system: {system}\nmessages: [{{ user: Hello }}]"))
            .Write("Pulumi.prod.yaml", $"{Region}  bedrock-prompts:default: draft\n");

        var run = await Plan("--format", "markdown");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().StartWith($"{PlanComment.Marker}\n| stack | |\n").And.Contain("| `dev` | 1 to update |")
            .And.Contain("| `prod` |").And.Contain("*Not all of `dev` is shown").And.Contain("### Stack `prod`:");
        run.Output.Length.Should().BeLessThanOrEqualTo(PlanComment.Longest);
    }

    [Fact]
    public async Task A_refused_plan_is_told_in_the_comment_and_by_the_exit_code()
    {
        _repository.Write("Pulumi.prod.yaml", $"{Region}  bedrock-prompts:live: {{ greet: 1 }}\n");

        var run = await Plan("--format", "markdown");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().Contain("| `prod` | :no_entry: refused, nothing may be deployed |")
            .And.Contain("- :no_entry: `Pulumi.prod.yaml(").And.Contain("| `dev` | no changes |");
        run.Output.IndexOf("`prod`", StringComparison.Ordinal)
            .Should().BeLessThan(run.Output.IndexOf("`dev`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_stack_is_told_in_text_and_json_as_well()
    {
        _repository.Write("prompts/greet.yaml", Prompt("Welcome"));

        var text = await Plan();
        var json = await Plan("--format", "json");

        text.Output.Should().Contain("Stack dev since HEAD: 1 to update.\n")
            .And.Contain("Stack prod since HEAD: no changes.\n");
        json.Output.Should().StartWith("[\n").And.Contain("\"stack\": \"dev\"").And.Contain("\"stack\": \"prod\"");
    }

    [Fact]
    public async Task A_stack_whose_file_is_gone_is_told()
    {
        _repository.Delete("Pulumi.prod.yaml");

        var run = await Plan("--format", "markdown");

        run.Output.Should().Contain("| `prod` | :warning: **callers may fail**, its file is gone |");
    }

    [Fact]
    public async Task What_people_wrote_is_live_nowhere_in_the_comment()
    {
        _repository.Write("prompts/greet.yaml", Prompt("Hello", Markup));

        var run = await Plan("--format", "markdown");

        run.Output.Should().Contain(
            $"- **Behavioural** `additional model fields: note`: `plain` → `` {Markup} ``\n");
    }

    [Fact]
    public async Task A_file_that_the_clone_lacks_is_no_empty_file()
    {
        _repository.Write("prompts/greet.yaml", Prompt("Welcome"));
        var id = _repository.Git("rev-parse", "HEAD:prompts/greet.yaml").Trim();
        File.Delete(Path.Combine(_repository.Path, ".git", "objects", id[..2], id[2..]));

        var run = await Plan();

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("prompts: The repository lacks the content of prompts/greet.yaml in commit ");
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "--all")]
    [InlineData("plan", "dev", "--all", "--against", "HEAD")]
    public async Task Either_a_stack_is_named_or_all_are_compared(params string[] line)
    {
        var run = await PromptsConsole.Run(_repository.Path, line);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("prompts: Name a stack");
    }

    private Task<ConsoleRun> Plan(params string[] options) =>
        PromptsConsole.Run(_repository.Path, ["plan", "--all", "--against", "HEAD", .. options]);

    private static string Prompt(string text, string note = "plain") => $$"""
        description: Greets
        model: amazon.nova-lite-v1:0
        text: "{{text}}"
        additionalModelRequestFields: { note: '{{note}}' }

        """;
}
