using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class MeasuredStackTests
{
    private const string Profile = "AWS::Bedrock::ApplicationInferenceProfile";
    private const string Versions = "AWS::Bedrock::PromptVersion";

    private static readonly SampleProject Project = new()
    {
        Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}."],
    };

    [Fact]
    public async Task Turning_it_on_and_off_changes_no_version_of_a_stack_that_has_some()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]"));
        await stack.Deploy(Plan("[1, 2]"));

        var on = await stack.Deploy(Plan("[1, 2]", "true"));
        var again = await stack.Deploy(Plan("[1, 2]", "true"));
        var off = await stack.Deploy(Plan("[1, 2]"));

        on.Should().BeEquivalentTo(
            $"CreateResource {Profile}", "UpdateResource AWS::Bedrock::Prompt",
            "UpdateResource AWS::IAM::ManagedPolicy");
        again.Should().BeEmpty();
        off.Should().BeEquivalentTo(
            "UpdateResource AWS::Bedrock::Prompt", "UpdateResource AWS::IAM::ManagedPolicy",
            $"DeleteResource {Profile}");
        (await stack.Count(Profile)).Should().Be(0);
    }

    [Fact]
    public async Task A_promotion_under_it_is_three_writes_and_at_most_one_delete_and_a_rollback_is_one()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]", "true"));

        var first = await stack.Deploy(Plan("[1, 2]", "true"));
        var promotion = await stack.Deploy(Plan("[2, 3]", "true"));
        var rollback = await stack.Deploy(Plan("{ kept: [2, 3], live: 2 }", "true"));

        string[] three =
        [
            "UpdateResource AWS::Bedrock::Prompt", $"CreateResource {Versions}", "UpdateResource AWS::SSM::Parameter",
        ];
        first.Should().Equal(three);
        promotion.Should().Equal([.. three, $"DeleteResource {Versions}"]);
        rollback.Should().Equal("UpdateResource AWS::SSM::Parameter");
    }

    [Fact]
    public async Task A_profile_that_a_kept_version_calls_through_cannot_be_taken_away_and_nothing_is_touched()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]", "true"));

        var off = () => stack.Deploy(Plan("[1]"));

        (await off.Should().ThrowAsync<DeployException>()).WithMessage("*measure: ending*");
        (await stack.Deploy(Plan("[1]", "true"))).Should().BeEmpty("nothing was touched");
    }

    [Fact]
    public async Task While_it_ends_new_versions_name_their_model_and_then_it_can_be_off()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]", "true"));

        var ending = await stack.Deploy(Plan("[1]", "ending"));
        await stack.Deploy(Plan("[1, 2]", "ending"));
        await stack.Deploy(Plan("[2, 3]", "ending"));
        var off = await stack.Deploy(Plan("[2, 3]"));

        ending.Should().Equal("UpdateResource AWS::Bedrock::Prompt");
        off.Should().BeEquivalentTo("UpdateResource AWS::IAM::ManagedPolicy", $"DeleteResource {Profile}");
    }

    [Fact]
    public async Task It_is_taken_down_with_the_rest()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]", "true"));

        await stack.Destroy();

        (await stack.Count(Profile)).Should().Be(0);
    }

    private static Plan Plan(string target, string measure = "false") =>
        (Project with { Target = target, Settings = [$"measure: {measure}"] }).Plan().Value!;
}
