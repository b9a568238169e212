using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>A stack can require that a release was live in another stack: that stack's file says so, or git's
/// history.</summary>
public sealed class RequirementsTests : IDisposable
{
    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_promotion_of_what_was_never_live_where_it_is_tried_is_refused()
    {
        await Released(staging: "1", prod: "1");
        var before = _project.Stack("prod");

        var refused = await _project.Run("promote", "greeting@2", "--stack", "prod");
        var unchanged = _project.Stack("prod");
        await _project.Run("promote", "greeting@2", "--stack", "staging");
        var done = await _project.Run("promote", "greeting@2", "--stack", "prod");

        refused.Exit.Should().Be(ExitCode.Problems);
        refused.Error.Should().Contain("Pulumi.prod.yaml(3,").And.Contain("error PRM536: Release 2 of 'greeting'");
        unchanged.Should().Be(before);
        done.Exit.Should().Be(ExitCode.Success, done.Error);
    }

    [Fact]
    public async Task Git_knows_what_the_other_stack_keeps_no_more()
    {
        await Released(staging: "1", prod: "1");
        var never = await _project.Run("validate");
        _project.Files.Commit("Tried");
        Stack("staging", "2", "");
        var uncommitted = await _project.Run("validate");
        _project.Files.Delete("Pulumi.staging.yaml");
        Stack("staging", "3", "");
        _project.Files.Commit("And gone on");

        never.Exit.Should().Be(ExitCode.Success, never.Error);
        uncommitted.Exit.Should().Be(ExitCode.Success, "the commit before had it");
        (await _project.Run("validate")).Exit.Should().Be(ExitCode.Success);
        (await _project.Run("plan", "prod")).Exit.Should().Be(ExitCode.Success);
    }

    [Fact]
    public async Task Without_git_and_in_a_shallow_clone_what_is_not_known_is_refused_and_said_how()
    {
        await Released(staging: "2", prod: "1");

        var run = await _project.Run("plan", "prod");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("PRM536").And.Contain("fetch the whole history");
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_draft_is_no_release_that_was_tried()
    {
        await Released(staging: "2", prod: "draft");

        (await _project.Run("validate")).Error.Should().Contain("error PRM537");
    }

    [Fact]
    public async Task Nobody_is_kept_from_going_back()
    {
        await Released(staging: "[2, 3]", prod: "[1, 2]");

        var run = await _project.Run("rollback", "greeting", "--stack", "prod");
        var validate = await _project.Run("validate");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Error.Should().Contain("warning PRM536");
        validate.Exit.Should().Be(ExitCode.Success, validate.Error);
    }

    [Fact]
    public async Task An_exemption_with_a_reason_lifts_it_and_no_comment_does()
    {
        await Released(staging: "2", prod: "1");
        Stack("prod", "1", Required + "  bedrock-prompts:exempt: { greeting: Tried by hand with the customer }\n");
        var exempt = await _project.Run("validate");
        Stack("prod", "1", "  # prompts: allow PRM536 because it is urgent\n" + Required);
        var allowed = await _project.Run("validate");

        exempt.Exit.Should().Be(ExitCode.Success, exempt.Error);
        allowed.Exit.Should().Be(ExitCode.Problems);
        allowed.Error.Should().Contain("error PRM536");
    }

    private const string Required = "  bedrock-prompts:require: { triedIn: staging }\n";

    private async Task Released(string staging, string prod)
    {
        await _project.Released("greeting", 3);
        Stack("staging", staging, "");
        Stack("prod", prod, Required);
    }

    private void Stack(string stack, string live, string more) => _project.Stack(
        stack, $"config:\n  aws:region: us-east-1\n  bedrock-prompts:live: {{ greeting: {live} }}\n{more}");
}
