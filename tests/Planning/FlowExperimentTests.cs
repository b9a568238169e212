using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class FlowExperimentTests
{
    private static readonly FlowProject Two = new() { Live = ["triage: { kept: [1, 2], live: 1 }"] };

    private static readonly FlowProject Compared = Two with
    {
        Settings = ["experiments: { triage: { arms: { control: 1, other: 2 }, coverage: 20, seed: a } }"],
    };

    [Fact]
    public void A_flow_gets_a_version_and_an_alias_for_each_arm()
    {
        var plan = Compared.Plan();

        plan.Resources.Where(resource => resource.Owner == "triage")
            .Select(resource => $"{resource.Type} {resource.Because}").Should().Equal(
                "AWS::IAM::Role what the flow runs as",
                "AWS::IAM::RolePolicy what its nodes do",
                "AWS::Bedrock::Flow the draft that versions are cut from: release 2",
                "AWS::Bedrock::FlowVersion release 1, live",
                "AWS::Bedrock::FlowAlias what callers invoke: release 1",
                "AWS::Bedrock::FlowVersion release 2, arm other",
                "AWS::Bedrock::FlowAlias what arm other invokes: release 2",
                "AWS::IAM::ManagedPolicy for applications that call it",
                "AWS::SSM::Parameter alias live: release 1",
                "AWS::SSM::Parameter experiment a: 20 % of units take part: control 10 %, other 10 %");
        ValueText.Of(Resource(plan, "triage-experiment").Properties["Value"]!).Should()
            .Contain("\"key\":\"control\",\"release\":1,\"arn\":\"${triage-alias.Arn}\"")
            .And.Contain("\"key\":\"other\",\"release\":2,\"arn\":\"${triage-alias-other.Arn}\"")
            .And.EndWith("\"otherwise\":{\"release\":1,\"arn\":\"${triage-alias.Arn}\"}}");
        CanonicalJson.Compact(Resource(plan, "triage-alias-other").Properties).Should().Contain("\"live-other\"");
        CanonicalJson.Compact(Resource(plan, "triage-callers").Properties).Should().Contain("triage-alias-other");
    }

    [Fact]
    public async Task It_starts_beside_what_is_live_and_ends_without_touching_it()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Two.Plan());

        var start = await stack.Deploy(Compared.Plan());
        var end = await stack.Deploy(Two.Plan());

        start.Where(write => !write.Contains("IAM", StringComparison.Ordinal)).Should().Equal(
            "UpdateResource AWS::Bedrock::Flow",
            "CreateResource AWS::Bedrock::FlowVersion",
            "CreateResource AWS::Bedrock::FlowAlias",
            "CreateResource AWS::SSM::Parameter");
        end.Should().NotContain(write => write.StartsWith("UpdateResource AWS::SSM", StringComparison.Ordinal)
            || write.StartsWith("UpdateResource AWS::Bedrock::FlowAlias", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_what_is_live_is_not_deployed_yet_it_would_be_cut_from_another_release()
    {
        var plan = Compared.Plan();
        var live = Two.Plan().Resources.Select(resource => resource.Name).ToHashSet();

        Cuts(plan, _ => false).Should().ContainSingle().Which.Should().Be("PRM592");
        Cuts(plan, live.Contains).Should().BeEmpty();
    }

    [Fact]
    public void A_prompt_of_the_flow_waits_until_the_experiment_has_ended()
    {
        var promoted = (Compared with { Live = [.. Compared.Live, "topic: [1, 2]"] }).Plan();
        var there = Compared.Plan().Resources.Select(resource => resource.Name).ToHashSet();

        Cuts(promoted, there.Contains).Should().Equal("PRM592");
    }

    private static IEnumerable<string> Cuts(Plan plan, Func<string, bool> isThere) =>
        VersionCuts.Check(plan, _ => Location.StartOf("Pulumi.prod.yaml"), isThere).Select(problem => problem.Code);

    private static DeclaredResource Resource(Plan plan, string name) =>
        plan.Resources.Single(resource => resource.Name == name);
}
