using FluentAssertions;
using Infra.Planning;
using Infra.Releases;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Planning;

public sealed class StepRulesTests
{
    private static readonly SampleProject Four =
        new() { Releases = ["One.", "Two.", "Three.", "Four."], Prompt = "model: ${model}" };

    [Theory]
    [InlineData("[1, 2]", "[1, 2, 3]")]
    [InlineData("[1, 2, 3]", "{ kept: [1, 2, 3], live: 2 }")]
    [InlineData("{ kept: [1, 2, 3], live: 2 }", "[1, 2, 4]")]
    [InlineData("draft", "[3]")]
    [InlineData("[1, 2]", "[1, 2]")]
    public void A_promotion_and_a_rollback_are_fine(string before, string after) =>
        Step(before, after).Should().BeEmpty();

    [Fact]
    public void Two_releases_first_kept_in_one_step_are_refused() =>
        Step("[1]", "[1, 2, 3]").Should().Equal("Error PRM161");

    [Fact]
    public void A_release_first_kept_anywhere_but_last_is_refused() =>
        Step("[1, 3]", "[1, 2, 3]").Should().Equal("Error PRM161");

    [Fact]
    public void A_live_release_that_leaves_in_the_same_step_is_a_warning() =>
        Step("[1]", "[2]").Should().Equal("Warning PRM163");

    [Fact]
    public void A_new_environment_gets_a_right_live_release_and_warnings_about_the_others() =>
        Step(null, "[1, 2, 3]").Should().Equal("Warning PRM162", "Warning PRM162");

    [Fact]
    public void A_new_environment_whose_live_release_is_not_the_last_is_refused() =>
        Step(null, "{ kept: [1, 2], live: 1 }").Should().Equal("Error PRM161");

    [Fact]
    public void A_value_that_a_kept_release_uses_may_not_change()
    {
        var before = With(Four with { Target = "[1, 2]" }, "amazon.nova-lite-v1:0");

        With(before, "amazon.nova-pro-v1:0").Since(before).Should()
            .Equal("Error PRM160", "Error PRM160");
    }

    [Fact]
    public void A_deleted_and_a_rewritten_release_are_refused()
    {
        var before = With(Four with { Target = "[1]" }, "m");

        (before with { Releases = ["One.", "Two.", "Three."] }).Since(before).Should().Equal("Error PRM159");
        (before with { Releases = ["One.", "Two!", "Three.", "Four."] }).Since(before).Should().Equal("Error PRM158");
    }

    [Fact]
    public void A_protected_name_goes_in_two_steps_only()
    {
        var before = With(Four with { Target = "[1]" }, "m", "protect: true");
        var unprotected = With(Four with { Target = "[1]" }, "m");

        With(Four, "m", "protect: true").Since(before).Should().Equal("Error PRM164");
        unprotected.Since(before).Should().BeEmpty();
        With(Four, "m").Since(unprotected).Should().BeEmpty();
    }

    [Theory]
    [InlineData("region: eu-central-1", "Error PRM442")]
    [InlineData("parameterPath: /shop/prompts", "Warning PRM443")]
    [InlineData("namePrefix: shop-", "Warning PRM444")]
    public void A_stack_that_would_lie_elsewhere_or_be_called_otherwise_is_said_to(string setting, string expected)
    {
        var before = With(Four with { Target = "[1]" }, "m");
        var after = setting.StartsWith("region", StringComparison.Ordinal)
            ? before with { Region = "eu-central-1" }
            : With(Four with { Target = "[1]" }, "m", setting);

        after.Since(before).Should().Equal(expected);
    }

    [Fact]
    public void A_prompt_that_starts_to_send_fields_of_its_own_needs_a_new_name()
    {
        var before = new SampleProject { Target = "draft" };
        var after = before with { Prompt = "model: amazon.nova-lite-v1:0\ninference: { topK: 5 }" };

        after.Since(before).Should().Equal("Error PRM165");
    }

    [Theory]
    [InlineData("Prompt", "reply reply-live", "")]
    [InlineData("Prompt", "reply-live", "PRM165")]
    [InlineData("Flow", "reply-live", "PRM165")]
    [InlineData("Flow", "reply-callers", "")]
    [InlineData("Flow", "", "")]
    public void What_is_deployed_as_another_kind_of_resource_is_seen_by_its_alias(
        string type, string deployed, string expected)
    {
        var sends = Map(("Configuration", Map(("AdditionalModelRequestFields", Document(Map(("top_k", 5)))))));
        var plan = new Plan
        {
            Stack = "prod",
            Resources =
            [
                Declared("reply", $"AWS::Bedrock::{type}", sends),
                Declared("reply-callers", "AWS::IAM::ManagedPolicy", Map()),
                Declared("reply-live", "AWS::SSM::Parameter", Map()),
            ],
            Aliases = [],
            Policies = [],
        };

        StepPlanRules.KindsAreThoseDeployed(plan, default, deployed.Split(' ').Contains)
            .Select(problem => problem.Code).Should().Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static DeclaredResource Declared(string name, string type, Value.Map properties) => new()
    {
        Name = name,
        Type = type,
        Properties = properties,
        Owner = "reply",
        Because = "a test needs it",
    };

    [Fact]
    public void Two_kept_releases_of_two_kinds_are_said_without_an_older_revision()
    {
        var plain = new SampleProject { Releases = ["One.", "Two."], Target = "[1, 2]" };
        var second = (Release: Release.Path("greeting", 2), Text: (plain with
        {
            Prompt = "model: anthropic.claude-3-haiku-20240307-v1:0\ninference: { topK: 5 }",
        }).Tree().Read(Release.Path("greeting", 2))!);
        var mixed = Project.Read(new MemoryTree(plain.Tree().Paths.Select(path =>
            (path, path == second.Release ? second.Text : plain.Tree().Read(path)!)))).Value!;

        Planner.Plan(mixed, mixed.Stacks["prod"]).Diagnostics.Select(problem => problem.Code)
            .Should().Equal("PRM478");
        plain.Plan().Diagnostics.Should().BeEmpty();
    }

    private static IEnumerable<string> Step(string? before, string after) =>
        With(Four with { Target = after }, "m").Since(With(Four with { Target = before }, "m"));

    private static SampleProject With(SampleProject project, string model, params string[] settings) =>
        project with { Settings = [$"values: {{ model: \"{model}\" }}", .. settings] };
}
