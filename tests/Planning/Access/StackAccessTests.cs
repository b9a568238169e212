using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Infra.Workspace;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning.Access;

/// <summary>The policies for a whole stack allow what its single policies allow.</summary>
public sealed class StackAccessTests
{
    private static readonly Project Samples = Project.Read(new WorkingTree(Repository.Samples)).Value!;

    public static TheoryData<string> Stacks => [.. Samples.Stacks.Keys];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_boundary_lets_every_flow_do_what_its_role_may(string stack)
    {
        var (plan, boundary) = (Plan(stack), Boundary(stack));

        foreach (var flow in Flows(plan))
        {
            AllowsWhat(boundary, new Deployed(plan).RoleOf(flow), stack);
        }

        boundary.Violations.Should().BeEmpty();
        boundary.Should().NotAllow(new("iam:CreateRole", $"arn:aws:iam::{Deployed.Account}:role/x"));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_smoke_test_calls_what_callers_call_and_reads_what_is_deployed(string stack)
    {
        var plan = Plan(stack);
        var smoke = new Granted(StackAccess.Smoke(plan, Samples.Stacks[stack], Deployed.Account));

        foreach (var alias in plan.Aliases)
        {
            AllowsWhat(smoke, new Deployed(plan).CallerOf(alias.Owner), stack);
        }

        smoke.Violations.Should().BeEmpty();
        foreach (var action in (string[])["bedrock:UpdatePrompt", "bedrock:CreateFlow", "ssm:PutParameter"])
        {
            smoke.Rights.Should().NotContain(right => right.StartsWith(action, StringComparison.Ordinal));
        }

        Reads(smoke, "bedrock:GetPrompt", Deployed.Arn("x"), stack);
        if (Flows(plan).Any())
        {
            Reads(smoke, "bedrock:GetFlowVersion", $"arn:aws:bedrock:us-east-1:{Deployed.Account}:flow/X", stack);
        }
    }

    [Fact]
    public void A_smoke_test_asks_the_judges_of_the_stack_and_of_its_cases_and_no_other_model()
    {
        var project = new SampleProject
        {
            Target = "draft",
            Prompt = "model: amazon.nova-lite-v1:0\ntests: [{ name: a, expect: [{ rubric: r }], "
                + "judge: { model: amazon.nova-micro-v1:0 } }]",
            Settings = ["judge: { model: us.amazon.nova-pro-v1:0 }"],
        };

        var policy = CanonicalJson.Compact(StackAccess.Smoke(
            project.Plan().Value!, project.Read().Stacks["prod"], Deployed.Account));

        policy.Should().Contain("foundation-model/amazon.nova-micro-v1:0").And.Contain("JudgeInvokeThrough")
            .And.Contain($":{Deployed.Account}:inference-profile/us.amazon.nova-pro-v1:0")
            .And.NotContain("foundation-model/*");
    }

    private static void Reads(Granted smoke, string action, string arn, string stack)
    {
        smoke.Should().Allow(new AccessRequest(action, arn).With("aws:ResourceTag/bedrock-prompts:stack", stack));
        smoke.Should().NotAllow(new AccessRequest(action, arn).With("aws:ResourceTag/bedrock-prompts:stack", "other"));
    }

    private static void AllowsWhat(Granted whole, Granted single, string stack)
    {
        foreach (var right in single.Rights.Where(right => !right.Contains("InvokeThrough", StringComparison.Ordinal)))
        {
            var (action, resource) = (right.Split(' ')[0], right.Split(' ')[1]);
            var request = new AccessRequest(action, resource.Replace("*", "x", StringComparison.Ordinal));
            if (PolicyEvaluation.Allow(single.Policies, request))
            {
                whole.Should().Allow(request.With("aws:ResourceTag/bedrock-prompts:stack", stack));
            }
        }
    }

    private static Plan Plan(string stack) => Planner.Plan(Samples, Samples.Stacks[stack]).Value!;

    private static Granted Boundary(string stack) =>
        new(StackAccess.Boundary(Plan(stack), Samples.Stacks[stack], Deployed.Account));

    private static IEnumerable<string> Flows(Plan plan) => plan.Resources
        .Where(resource => resource.Type == ResourceTypes.Flow)
        .Select(resource => resource.Name);
}
