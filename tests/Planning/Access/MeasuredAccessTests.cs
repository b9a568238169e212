using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Xunit;

namespace Infra.Tests.Planning.Access;

/// <summary>Callers of a metered prompt can call its model through the prompt's profile, in every region, and in no
/// other way.</summary>
public sealed class MeasuredAccessTests
{
    private const string Behind = "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0";
    private const string Foreign = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/foreign";

    private static readonly Infra.Diagnostics.Checked<Plan> Metered = new SampleProject
    {
        Releases = ["One {{name}}."],
        Target = "1",
        Prompt = "model: us.amazon.nova-lite-v1:0",
        Settings = ["measure: true"],
    }.Plan();

    [Fact]
    public void Callers_may_call_the_profile_and_through_it_the_model_in_each_region()
    {
        var deployed = new Deployed(Metered.Value!);
        var callers = deployed.CallerOf("greeting");
        var profile = deployed.ArnOf(Metered.Value!.Profiles.Single().Name);

        callers.Should().Allow(new("bedrock:InvokeModel", profile));
        callers.Should().Allow(Through(profile));
        callers.Should().NotAllow(new("bedrock:InvokeModel", Behind));
        callers.Should().NotAllow(Through(Foreign));
        callers.Should().NotAllow(new("bedrock:InvokeModel", Foreign));
        callers.Violations.Should().BeEmpty();
    }

    [Fact]
    public void A_flow_may_do_what_callers_of_its_prompts_may()
    {
        var plan = new FlowProject { Settings = ["measure: true"] }.Plan();
        var deployed = new Deployed(plan);
        var called = plan.Profiles.Where(profile => profile.Owner is "answer" or "topic");

        var role = deployed.RoleOf("triage");

        called.Should().NotBeEmpty();
        foreach (var profile in called)
        {
            role.Should().Allow(new("bedrock:InvokeModel", deployed.ArnOf(profile.Name)));
        }

        role.Should().NotAllow(new("bedrock:InvokeModel", Foreign));
        role.Violations.Should().BeEmpty();
    }

    [Fact]
    public void The_deployer_gets_rights_on_profiles_of_the_stack_where_there_are_some_and_nowhere_else()
    {
        var settings = new SampleProject { Settings = ["measure: true"] }.Read().Stacks["prod"];
        var plain = new SampleProject { Releases = ["One {{name}}."], Target = "1" }.Plan().Value!;
        var deployer = new Granted(DeployerAccess.Policy([(Metered.Value!, settings)], Deployed.Account));

        deployer.Should().Allow(new AccessRequest("bedrock:DeleteInferenceProfile", Foreign)
            .With("aws:ResourceTag/bedrock-prompts:stack", "prod"));
        deployer.Should().NotAllow(new AccessRequest("bedrock:DeleteInferenceProfile", Foreign)
            .With("aws:ResourceTag/bedrock-prompts:stack", "dev"));
        deployer.Violations.Should().BeEmpty();
        new Granted(DeployerAccess.Policy([(plain, settings)], Deployed.Account)).ToString()
            .Should().NotContain("InferenceProfile");
    }

    private static AccessRequest Through(string profile) =>
        new AccessRequest("bedrock:InvokeModel", Behind).With("bedrock:InferenceProfileArn", profile);
}
