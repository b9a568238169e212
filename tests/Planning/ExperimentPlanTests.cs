using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Changes;
using Infra.Models;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class ExperimentPlanTests
{
    private static readonly SampleProject Kept = new()
    {
        Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}."],
        Target = "{ kept: [1, 2, 3], live: 2 }",
    };

    [Fact]
    public void An_experiment_is_one_parameter_beside_the_alias()
    {
        var plan = Run("{ arms: { control: 2, shorter: 3 }, weights: { control: 50, shorter: 50 }, coverage: 20, "
            + "seed: 2026-12 }");

        var parameter = plan.Resources.Single(resource => resource.Name == "greeting-experiment");
        parameter.Because.Should()
            .Be("experiment 2026-12: 20 % of units take part: control 10 %, shorter 10 %");
        ValueText.Of(parameter.Properties["Name"]!).Should().Be("/bedrock-prompts/prod/greeting/experiment");
        ValueText.Of(parameter.Properties["Value"]!).Should().Be(
            """{"v":1,"experiment":"greeting.2026-12","hash":"gb2-utf8","seed":"greeting.2026-12","arms":["""
            + """{"key":"control","release":2,"arn":"${greeting-r2.Arn}","range":[0,0.1]},"""
            + """{"key":"shorter","release":3,"arn":"${greeting-r3.Arn}","range":[0.5,0.6]}],"""
            + "\"otherwise\":{\"release\":2,\"arn\":\"${greeting-r2.Arn}\"}}");
        plan.Resources.Single(resource => resource.Name == "greeting-r3").Postcondition!.MustHold.Should().BeTrue();
    }

    [Fact]
    public void Without_it_nothing_of_the_plan_is_another()
    {
        var with = Run("{ arms: { control: 2, shorter: 3 }, coverage: 20, seed: a }");

        with.Resources.Where(resource => resource.Name != "greeting-experiment").Select(resource => resource.Properties)
            .Should().Equal(Kept.Plan().Value!.Resources.Select(resource => resource.Properties));
    }

    [Theory]
    [InlineData("{ control: 2, b: 1, a: 3 }")]
    [InlineData("{ control: 2, a: 3, b: 1 }")]
    public void The_control_comes_first_and_the_others_in_an_order_that_no_reader_loses(string arms)
    {
        var dealt = Dealt(Run($"{{ arms: {arms}, coverage: 30, seed: a }}"));

        dealt.Select(arm => arm!["key"]!.GetValue<string>()).Should().Equal("control", "a", "b");
        dealt.Select(arm => arm!["range"]!.ToJsonString()).Should().Equal(
            "[0,0.1]", "[0.333333333333,0.433333333333]", "[0.666666666667,0.766666666667]");
    }

    [Fact]
    public void A_ramp_moves_no_unit_to_another_arm()
    {
        var arms = new int[10_000];
        Array.Fill(arms, -1);
        for (var coverage = 5; coverage <= 100; coverage += coverage < 10 ? 5 : 10)
        {
            var ranges = Dealt(Run("{ arms: { control: 2, shorter: 3, longer: 1 }, "
                    + $"weights: {{ control: 50, shorter: 30, longer: 20 }}, coverage: {coverage}, seed: a }}"))
                .Select(arm => arm!["range"]!.AsArray().Select(end => end!.GetValue<double>()).ToArray())
                .ToArray();
            for (var bucket = 0; bucket < arms.Length; bucket++)
            {
                var was = arms[bucket];
                var at = bucket / 10_000.0;
                arms[bucket] = Array.FindIndex(ranges, range => range[0] <= at && at < range[1]);
                (was < 0 || was == arms[bucket]).Should().BeTrue();
            }
        }

        arms.CountBy(arm => arm).Should().BeEquivalentTo(
            new Dictionary<int, int> { [0] = 5000, [1] = 2000, [2] = 3000 });
    }

    [Fact]
    public void The_largest_experiment_there_can_be_fits_its_parameter()
    {
        var kept = new SampleProject
        {
            Releases = [.. Enumerable.Range(1, 8).Select(number => $"Text {number} {{{{name}}}}.")],
            Target = "[1, 2, 3, 4, 5, 6, 7, 8]",
        };
        var arms = string.Join(", ", Enumerable.Range(1, 8).Reverse().Select(n => $"{new string('a', 63)}{n}: {n}"));
        var plan = (kept with
        {
            Settings =
            [
                $"experiments: {{ greeting: {{ arms: {{ {arms} }}, coverage: 33.3, seed: {new string('s', 64)} }} }}",
            ],
        }).Plan();

        plan.Diagnostics.Should().BeEmpty();
        var value = Text(plan.Value!.Resources.Single(resource => resource.Name == "greeting-experiment"));
        Encoding.UTF8.GetByteCount(value).Should().BeLessThan(4096 - (2 * (100 - "greeting".Length)));
    }

    [Theory]
    [InlineData(null, "20", "experiment a starts: 20 % of units take part: control 10 %, other 10 %; "
        + "everybody else stays with release 2")]
    [InlineData("20", "50", "experiment a: 50 % of units take part: control 25 %, other 25 %; 30 % of units join, "
        + "and the others keep their arm")]
    [InlineData("50", "20", "experiment a: 20 % of units take part: control 10 %, other 10 %; 30 % of units drop out "
        + "and get release 2 again, and the others keep their arm")]
    [InlineData("20", "0", "experiment a stops: 20 % of units get release 2 again")]
    [InlineData("20", null, "experiment a ends: 20 % of units get release 2 with everybody else")]
    [InlineData("20", "20", null)]
    public void A_change_says_what_it_does_to_those_who_take_part(string? before, string? after, string? said)
    {
        Plan With(string? coverage) => coverage is null
            ? Kept.Plan().Value!
            : Run($"{{ arms: {{ control: 2, other: 3 }}, coverage: {coverage}, seed: a }}");

        var changes = PlanChanges.Between(With(before), With(after), ModelCatalog.Known);

        changes.Experiments.Select(change => change.What).Should().Equal(said is null ? [] : [said]);
        changes.Served.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{ arms: { control: 2, other: 1 }, coverage: 20, seed: a }", "Error PRM589")]
    [InlineData(
        "{ arms: { control: 2, other: 3 }, weights: { control: 60, other: 40 }, coverage: 20, seed: a }",
        "Error PRM589")]
    [InlineData("{ arms: { control: 2, other: 3 }, weights: { control: 50, other: 50 }, coverage: 50, seed: a }", null)]
    [InlineData("{ arms: { control: 2, other: 3 }, coverage: 10, seed: a }", "Warning PRM590")]
    [InlineData("{ arms: { control: 2, other: 3 }, coverage: 0, seed: a }", null)]
    [InlineData("{ arms: { control: 2, other: 1 }, coverage: 20, seed: b }", null)]
    public void Under_one_seed_units_keep_their_arms(string after, string? problem)
    {
        var before = With("{ arms: { control: 2, other: 3 }, coverage: 20, seed: a }");

        With(after).Since(before).Should().Equal(problem is null ? [] : [problem]);
    }

    private static SampleProject With(string experiment) =>
        Kept with { Settings = [$"experiments: {{ greeting: {experiment} }}"] };

    private static Plan Run(string experiment)
    {
        var plan = With(experiment).Plan();
        plan.Diagnostics.Should().BeEmpty();
        return plan.Value!;
    }

    private static JsonArray Dealt(Plan plan) => JsonNode.Parse(
        Text(plan.Resources.Single(resource => resource.Name == "greeting-experiment")))!["arms"]!.AsArray();

    private static string Text(DeclaredResource parameter) =>
        new Place("us-gov-west-1", "123456789012").Text(parameter.Properties["Value"]!, _ =>
            "arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:prompt/ABCDEFGHIJ:12345");
}
