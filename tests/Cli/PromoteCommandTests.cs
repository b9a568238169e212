using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class PromoteCommandTests : IDisposable
{
    private const string Listed =
        "config:\n  bedrock-prompts:live:\n    # careful\n    greeting: [1, 2] # since spring\n";

    private static readonly string Promoted = Listed.Replace("[1, 2]", "[1, 2, 3]", StringComparison.Ordinal);

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_newest_release_goes_live_and_the_change_is_printed()
    {
        (await _project.Released("greeting", 3)).Stack("prod", Listed);

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        run.Should().Be(new ConsoleRun(ExitCode.Success, """
            --- a/Pulumi.prod.yaml
            +++ b/Pulumi.prod.yaml
            @@ -1,4 +1,4 @@
             config:
               bedrock-prompts:live:
                 # careful
            -    greeting: [1, 2] # since spring
            +    greeting: [1, 2, 3] # since spring

            """, ""));
        _project.Stack("prod").Should().Be(Promoted);
    }

    [Fact]
    public async Task A_file_with_carriage_returns_keeps_them()
    {
        (await _project.Released("greeting", 3)).Stack("prod", Listed.ReplaceLineEndings("\r\n"));

        var run = await _project.Run("promote", "greeting@3", "-s", "prod");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        _project.Stack("prod").Should().Be(Promoted.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("  live:\n    greeting: [1, 2]\n", "  live:\n    greeting: [1, 2, 3]\n")]
    [InlineData("  live: {}\n", "  live: { greeting: [3] }\n")]
    [InlineData("  retain: 3\n", "  retain: 3\n  bedrock-prompts:live:\n    greeting: [3]\n")]
    public async Task Keys_may_lack_the_namespace_of_the_project(string before, string after)
    {
        (await _project.Released("greeting", 3)).Stack("prod", "config:\n" + before);

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        _project.Stack("prod").Should().Be("config:\n" + after);
    }

    [Theory]
    [InlineData("greeting", "Pulumi.prod.yaml(4,15): error PRM170: Release 2 is already live here, *\n")]
    [InlineData("greeting@2", "Pulumi.prod.yaml(4,15): error PRM170: *")]
    [InlineData("greeting@7", "Pulumi.prod.yaml(4,15): error PRM150: 'greeting' has no release 7; the newest is 2. *")]
    [InlineData("farewell", "Pulumi.prod.yaml(1,1): error PRM150: 'farewell' has no release yet. *")]
    public async Task What_cannot_go_live_is_refused_and_the_file_stays(string name, string error)
    {
        (await (await _project.Released("greeting", 2)).Released("farewell", 0)).Stack("prod", Listed);

        var run = await _project.Run("promote", name, "--stack", "prod");

        (run.Exit, run.Output).Should().Be((ExitCode.Problems, ""));
        run.Error.Should().Match(error);
        _project.Stack("prod").Should().Be(Listed);
    }

    [Theory]
    [InlineData("prompts: There is no prompt or flow 'greting'. Did you mean 'greeting'?\n", "greting", "-s", "prod")]
    [InlineData("prompts: There is no stack 'prd': *Did you mean 'prod'?\n", "greeting", "--stack", "prd")]
    [InlineData("prompts: There is no stack 'stagin': *\n", "greeting", "--stack", "prod", "--from", "stagin")]
    [InlineData("prompts: 'greeting@two' does not name a release. Write greeting@3 *\n", "greeting@two", "-s", "prod")]
    [InlineData("prompts: Give either a release*\n", "greeting@1", "--stack", "prod", "--from", "staging")]
    [InlineData("prompts: --from and --stack are both 'prod'*\n", "greeting", "--stack", "prod", "--from", "prod")]
    [InlineData("prompts: Name a prompt or flow, or give --all.\n", "--stack", "prod")]
    [InlineData("prompts: Name prompts and flows, or give --all, not both.\n", "greeting", "--all", "--stack", "prod")]
    public async Task A_command_line_that_makes_no_sense_is_one_line_with_advice(string error, params string[] args)
    {
        (await _project.Released("greeting", 2)).Stack("prod", Listed);

        var run = await _project.Run(["promote", .. args]);

        (run.Exit, run.Output).Should().Be((ExitCode.Failure, ""));
        run.Error.Should().Match(error);
    }

    [Fact]
    public async Task A_definition_that_is_wrong_stops_no_promotion_of_releases()
    {
        (await _project.Released("greeting", 3)).Stack("prod", Listed);
        _project.Files.Write("prompts/farewell.yaml", "model: x\n");

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success);
        run.Error.Should().Contain("prompts/farewell.yaml(1,1): warning PRM441");
    }

    [Fact]
    public async Task A_release_whose_content_was_changed_stops_its_promotion()
    {
        (await _project.Released("greeting", 3)).Stack("prod", Listed);
        const string Release = "prompts/releases/greeting/3.yaml";
        var content = _project.Files.Read(Release);
        _project.Files.Write(Release, content.Replace("warmly", "coldly", StringComparison.Ordinal));

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        (run.Exit, run.Output).Should().Be((ExitCode.Problems, ""));
        run.Error.Should().Contain("error PRM151");
    }

    [Fact]
    public async Task What_latest_served_is_kept_to_go_back_to_when_it_is_pinned()
    {
        (await _project.Released("greeting", 3)).Stack("prod", "config:\n  bedrock-prompts:default: latest\n");

        await _project.Run("promote", "greeting@2", "--stack", "prod");

        _project.Stack("prod").Should()
            .Be("config:\n  bedrock-prompts:default: latest\n  bedrock-prompts:live:\n    greeting: [3, 2]\n");
    }

    [Fact]
    public async Task A_link_to_a_stacks_file_stays_a_link()
    {
        (await _project.Released("greeting", 3)).Files.Write("stacks/prod.yaml", Listed);
        var link = Path.Combine(_project.Files.Path, "Pulumi.prod.yaml");
        File.CreateSymbolicLink(link, Path.Combine("stacks", "prod.yaml"));

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        new FileInfo(link).LinkTarget.Should().NotBeNull();
        _project.Files.Read("stacks/prod.yaml").Should().Contain("[1, 2, 3]");
    }
}
