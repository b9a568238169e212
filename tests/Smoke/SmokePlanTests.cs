using FluentAssertions;
using Infra.Planning;
using Infra.Smoke.Cases;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class SmokePlanTests
{
    private static readonly Project Sample = Project.Read(new MemoryTree(
        ("prompts/greeting.yaml", """
            model: amazon.nova-lite-v1:0
            text: Hi
            tests:
            - { name: Greets Ann, expect: [{ contains: Ann }], tags: [fast] }
            - { name: greets Bob, expect: [{ contains: Bob }] }
            """),
        ("prompts/farewell.yaml", """
            model: amazon.nova-lite-v1:0
            text: Bye
            tests: [{ name: says bye, expect: [{ contains: bye }], tags: [fast, slow] }]
            """))).Value!;

    [Fact]
    public void Every_case_meets_what_its_alias_leads_to() =>
        Plan(SmokeSelection.All).Should()
            .Equal("farewell / says bye @ draft", "greeting / Greets Ann @ draft", "greeting / greets Bob @ draft");

    [Theory]
    [InlineData("greeting", 2)]
    [InlineData("GREETS B", 1)]
    [InlineData("g*bob", 1)]
    [InlineData("* / says*", 1)]
    [InlineData("(", 0)]
    public void A_filter_selects_by_definition_and_name(string filter, int count) =>
        Plan(SmokeSelection.All with { Filter = filter }).Should().HaveCount(count);

    [Fact]
    public void Conditions_are_joined()
    {
        Plan(SmokeSelection.All with { Tags = ["slow", "fast"] }).Should().HaveCount(2);
        Plan(SmokeSelection.All with { Tags = ["fast"], Definitions = ["greeting"] }).Should().HaveCount(1);
        Plan(SmokeSelection.All with { Cases = [new("greeting", "greets Bob"), new("other", "x")] }).Should()
            .HaveCount(1);
        Plan(SmokeSelection.All with { Definitions = [] }).Should().BeEmpty();
    }

    [Fact]
    public void What_the_repository_does_not_know_has_no_cases() =>
        SmokePlan.Of(Sample, [Target("unknown"), Target("greeting") with { Release = 7 }], SmokeSelection.All)
            .Value!.Cases.Should().BeEmpty();

    private static string[] Plan(SmokeSelection selection)
    {
        var plan = SmokePlan.Of(Sample, [Target("greeting"), Target("farewell")], selection);
        plan.Diagnostics.Should().BeEmpty();
        return [.. plan.Value!.Cases.Select(planned => $"{planned.Case.Id} @ {planned.Target}")];
    }

    private static SmokeTarget Target(string name) =>
        new(name, "prompt", Release: null, "DRAFT", $"arn:{name}", Parameter: null, Digest: null);
}
