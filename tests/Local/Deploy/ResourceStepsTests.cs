using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class ResourceStepsTests
{
    private const string Parameter = "AWS::SSM::Parameter";
    private const string Version = "AWS::Bedrock::PromptVersion";

    private static readonly Value.Map A = Map(("Name", "/a"), ("Value", "one"));

    [Fact]
    public void What_is_as_it_was_declared_is_kept() =>
        ResourceSteps.Between(Was(A), Was(A), there: A).Should().Be(DeployAction.Keep);

    [Fact]
    public void Another_value_is_changed_in_place() =>
        ResourceSteps.Between(Was(A), Was(Map(("Name", "/a"), ("Value", "two"))), there: A)
            .Should().Be(DeployAction.Update);

    [Fact]
    public void What_only_a_new_resource_can_have_replaces_it() =>
        ResourceSteps.Between(Was(A), Was(Map(("Name", "/b"), ("Value", "two"))), there: A)
            .Should().Be(DeployAction.Replace);

    [Fact]
    public void A_value_that_somebody_changed_by_hand_is_changed_back() =>
        ResourceSteps.Between(Was(A), Was(A), there: Map(("Name", "/a"), ("Value", "by hand")))
            .Should().Be(DeployAction.Update);

    [Fact]
    public void What_differs_is_named_whether_it_came_went_or_is_other()
    {
        var was = Map(("Name", "/a"), ("Value", "one"), ("Type", "String"));
        var now = Map(("Name", "/a"), ("Value", "two"), ("Description", "new"));

        ResourceSteps.Changed(Parameter, was, now, there: was)
            .Should().BeEquivalentTo("Value", "Type", "Description");
    }

    [Fact]
    public void What_the_service_does_not_return_is_not_compared() =>
        ResourceSteps.Changed(Parameter, A, A, there: Map(("Name", "/a"))).Should().BeEmpty();

    [Fact]
    public void What_cannot_change_in_place_is_not_compared_with_the_service() =>
        ResourceSteps.Changed(Parameter, A, A, there: Map(("Name", "/other"), ("Value", "one"))).Should().BeEmpty();

    [Fact]
    public void What_the_service_spells_in_its_own_way_is_the_same() =>
        ResourceSteps.Changed(
            "AWS::Bedrock::Prompt",
            Map(("Variants", Map(("temperature", 0.999m)))),
            Map(("Variants", Map(("temperature", 0.999m)))),
            there: Map(("Variants", Map(("Temperature", 0.9990000128746033m))))).Should().BeEmpty();

    [Fact]
    public void A_resource_should_have_what_is_declared_except_where_changes_are_ignored()
    {
        var declared = Declared.Resource("a", Version, Map()) with { IgnoreChanges = ["Description", "Tags"] };

        ResourceSteps.Wanted(
            declared,
            was: Map(("Description", "old"), ("PromptArn", "one"), ("Gone", "yes")),
            declared: Map(("Description", "new"), ("PromptArn", "two"), ("Tags", "ignored"), ("Other", "added")))
            .Should().Be(Map(("Description", "old"), ("PromptArn", "two"), ("Other", "added")));
    }

    [Fact]
    public void A_prompt_that_says_something_else_keeps_its_name_and_takes_the_default_from_its_variants() =>
        ResourceSteps.Saying(
            Map(("Name", "greeting"), ("Variants", List(Map(("Name", "old")))), ("DefaultVariant", "old")),
            variants: List(Map(("Name", "new"))))
            .Should().Be(Map(
                ("Name", "greeting"), ("Variants", List(Map(("Name", "new")))), ("DefaultVariant", "new")));

    [Fact]
    public void While_a_resource_changes_nobody_knows_which_of_the_two_values_it_has()
    {
        var was = Was(Map(("Name", "/a"), ("Value", "one"), ("Type", "String"))) with { Needs = ["old", "both"] };
        var now = Was(Map(("Name", "/a"), ("Value", "two"), ("Description", "new"))) with { Needs = ["both", "new"] };

        var between = ResourceSteps.UnderWay(was, now);

        between.Properties.Should().Be(Map(
            ("Name", "/a"),
            ("Value", new Value.Null()),
            ("Type", new Value.Null()),
            ("Description", new Value.Null())));
        between.Needs.Should().Equal("old", "both", "new");
        (between.Name, between.Identifier).Should().Be((now.Name, now.Identifier));
    }

    [Theory]
    [InlineData("AWS::Bedrock::Prompt", "Name")]
    [InlineData("AWS::IAM::ManagedPolicy", "ManagedPolicyName")]
    [InlineData("AWS::IAM::Role", "RoleName")]
    [InlineData("AWS::IAM::RolePolicy", "PolicyName")]
    [InlineData(Version, "PromptArn")]
    [InlineData("AWS::Bedrock::FlowVersion", "FlowArn")]
    [InlineData("AWS::Bedrock::ApplicationInferenceProfile", "InferenceProfileName")]
    [InlineData(Version, "Description")]
    public void A_resource_is_known_by_what_names_it(string type, string name)
    {
        ResourceSteps.IsWhatWasBegun(type, Map((name, "a"), ("Other", "x")), Map((name, "a"), ("Other", "y")))
            .Should().BeTrue();
        ResourceSteps.IsWhatWasBegun(type, Map((name, "a")), Map((name, "b"))).Should().BeFalse();
    }

    [Fact]
    public void A_description_that_can_change_names_nothing() =>
        ResourceSteps.IsWhatWasBegun("AWS::Bedrock::Prompt", Map(("Description", "old")), Map(("Description", "new")))
            .Should().BeTrue();

    [Fact]
    public void One_name_that_differs_is_enough() =>
        ResourceSteps.IsWhatWasBegun(
            Version,
            Map(("PromptArn", "a"), ("Description", "Release 1")),
            Map(("PromptArn", "a"), ("Description", "Release 2")))
            .Should().BeFalse();

    [Fact]
    public void A_name_that_is_not_known_on_both_sides_is_not_compared()
    {
        ResourceSteps.IsWhatWasBegun(Parameter, Map(("Name", new Value.Null())), Map(("Name", "/a"))).Should().BeTrue();
        ResourceSteps.IsWhatWasBegun(Parameter, Map(("Name", "/a")), Map()).Should().BeTrue();
        ResourceSteps.IsWhatWasBegun(Parameter, Map(), Map(("Name", "/a"))).Should().BeTrue();
    }

    private static DeployedResource Was(Value.Map properties) =>
        new() { Name = "a", Type = Parameter, Identifier = "/a", Properties = properties };
}
