using FluentAssertions;
using Infra.Planning;
using Infra.Planning.Watching;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning.Watching;

/// <summary>Which events ask for a rollback, and which one.</summary>
public sealed class WatchReactionTests
{
    private const string Rollback = "rollback: { repository: acme/prompts, "
        + "connection: \"arn:aws:events:us-east-1:123456789012:connection/github/0123\" }";

    private const string Alarm = "bedrock-prompts/prod/greeting-watch";

    private static readonly Plan Plan = Declared($"watch: {{ quality: {{ below: 95% }}, {Rollback} }}");

    [Theory]
    [InlineData(Alarm, "ALARM", null, true)]
    [InlineData(Alarm, "ALARM", "WaitPeriod", true)]
    [InlineData(Alarm, "ALARM", "Alarm", false)]
    [InlineData(Alarm, "ALARM", "ExtensionPeriod", false)]
    [InlineData(Alarm, "OK", null, false)]
    [InlineData("bedrock-prompts/prod/greeting-quality", "ALARM", null, false)]
    [InlineData("bedrock-prompts/prod/model-amazon-nova-lite-v1-0", "ALARM", null, false)]
    [InlineData("bedrock-prompts/prod2/greeting-watch", "ALARM", null, false)]
    public void An_alarm_of_a_name_asks_unless_its_model_fails(
        string alarm, string state, string? suppressedBy, bool asks)
    {
        var sent = new EventBridge(Rule(Plan)).Sent(EventBridge.Alarm(alarm, state, suppressedBy));

        (sent is not null).Should().Be(asks);
    }

    [Fact]
    public void It_asks_for_what_the_workflow_reads()
    {
        var sent = new EventBridge(Rule(Plan)).Sent(EventBridge.Alarm(Alarm, "ALARM"))!;

        sent.ToJsonString().Should().Be(
            """
            {"event_type":"prompts-alarm","client_payload":{"stack":"prod","name":"greeting","release":"2",
            """
            + """
            "because":"bedrock-prompts/x \u0022went\u0022 to ALARM","merge":false}}
            """);
        var target = (Value.Map)((Value.List)Rule(Plan).Properties["Targets"]!).Items.Single();
        target["Arn"].Should().Be(new Value.Ref("stack-rollback-destination", "Arn"));
        Rule(Plan).DependsOn.Should().Contain("greeting-live", "it names what is live, after it is");
    }

    [Fact]
    public void The_role_may_call_that_one_destination_and_nothing_else()
    {
        var policy = Plan.Resources.Single(resource => resource.Type == ResourceTypes.RolePolicy);

        CanonicalJson.Compact(new Place("us-east-1", "123456789012").Fill(
            policy.Properties["PolicyDocument"]!, reference => reference.Resource)).Should().Contain(
            "\"Action\":[\"events:InvokeApiDestination\"],\"Effect\":\"Allow\",\"Resource\":"
            + "[\"arn:aws:events:us-east-1:123456789012:api-destination/bedrock-prompts-prod.rollback/*\"]");
    }

    [Fact]
    public void A_draft_has_nothing_to_go_back_to()
    {
        var plan = Planned.Sound(
            Planned.Prompt("greeting", "amazon.nova-lite-v1:0"),
            Planned.Dev($"watch: {{ quality: {{ below: 95% }}, {Rollback} }}"));

        plan.Resources.Select(resource => resource.Type).Should().NotContain(ResourceTypes.Rule)
            .And.NotContain(ResourceTypes.ApiDestination).And.NotContain(ResourceTypes.Role);
    }

    [Fact]
    public void More_rules_than_an_event_bus_takes_by_itself_are_warned_of()
    {
        var (_, settings) = Planned.In("dev", Planned.Dev($"watch: {{ quality: {{ below: 95% }}, {Rollback} }}"));
        var one = new Watched("a", 1, ["1"], settings.Watch!.Each, [], null);

        IEnumerable<string> Codes(int names) =>
            WatchRules.Check([.. Enumerable.Repeat(one, names)], [], settings).Select(problem => problem.Code);

        Codes(WatchReaction.MostRules).Should().BeEmpty();
        Codes(WatchReaction.MostRules + 1).Should().Equal("PRM659");
    }

    private static DeclaredResource Rule(Plan plan) =>
        plan.Resources.Single(resource => resource.Type == ResourceTypes.Rule);

    private static Plan Declared(string watch) =>
        new SampleProject { Releases = ["Hi {{name}}.", "Hello {{name}}."], Target = "[1, 2]", Settings = [watch] }
            .Plan().Value!;
}
