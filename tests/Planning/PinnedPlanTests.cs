using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class PinnedPlanTests
{
    private static readonly SampleProject Three =
        new() { Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}."] };

    [Fact]
    public void A_pinned_stack_holds_one_version_for_each_kept_release_and_no_other()
    {
        var plan = (Three with { Target = "{ kept: [1, 2, 3], live: 2 }" }).Plan();

        plan.Diagnostics.Should().BeEmpty();
        plan.Value!.Resources.Select(resource => resource.Name).Should().Equal(
            "greeting", "greeting-r1", "greeting-r2", "greeting-r3", "greeting-callers", "greeting-live");
    }

    [Fact]
    public void The_draft_is_the_last_kept_release_whatever_is_live()
    {
        var plan = (Three with { Target = "{ kept: [1, 2, 3], live: 1 }" }).Plan().Value!;

        CanonicalJson.Compact(Resource(plan, "greeting").Properties).Should().Contain("Three {{name}}.");
        Resource(plan, "greeting-live").Properties["Value"].Should().Be(new Value.Ref("greeting-r1", "Arn"));
    }

    [Fact]
    public void Only_the_live_version_must_hold_its_release_for_the_alias_to_move()
    {
        var plan = (Three with { Target = "[2, 3]" }).Plan().Value!;

        Resource(plan, "greeting-r2").Postcondition!.MustHold.Should().BeFalse();
        Resource(plan, "greeting-r3").Postcondition!.MustHold.Should().BeTrue();
        CanonicalJson.Compact(Resource(plan, "greeting-r2").Postcondition!.Expected).Should().Contain("Two {{name}}.");
    }

    [Fact]
    public void A_version_ignores_later_changes_of_what_it_cannot_change_in_place() =>
        Resource((Three with { Target = "1" }).Plan().Value!, "greeting-r1").IgnoreChanges.Should()
            .Equal("Description", "Tags");

    [Fact]
    public void The_alias_says_which_release_it_is() =>
        (Three with { Settings = ["default: latest"] }).Plan().Value!.Aliases.Single().Should().BeEquivalentTo(
            new
            {
                Owner = "greeting",
                Kind = "prompt",
                Release = 3,
                Parameter = "/bedrock-prompts/prod/greeting/live"
            });

    [Theory]
    [InlineData("4", "Pulumi.prod.yaml(4,15): error PRM150: 'greeting' has no release 4; the newest is 3. "
        + "Correct the number, or make the release first.")]
    [InlineData("[1, 9]", "Pulumi.prod.yaml(4,15): error PRM150: 'greeting' has no release 9; the newest is 3. "
        + "Correct the number, or make the release first.")]
    public void A_release_that_does_not_exist_is_an_error(string target, string expected) =>
        (Three with { Target = target }).Plan().Diagnostics.Select(problem => $"{problem}").Should().Equal(expected);

    [Fact]
    public void The_newest_release_of_a_name_without_any_is_a_warning_and_leaves_it_out()
    {
        var plan = new SampleProject { Settings = ["default: latest"] }.Plan();

        plan.Value!.Resources.Should().BeEmpty();
        plan.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("PRM155");
    }

    private static DeclaredResource Resource(Plan plan, string name) =>
        plan.Resources.Single(resource => resource.Name == name);
}
