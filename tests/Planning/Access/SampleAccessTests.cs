using System.Collections.Immutable;
using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Planning.Access;

/// <summary>The access that the stacks of the sample project give.</summary>
public sealed class SampleAccessTests
{
    private const string Models = "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model";

    private const string Nova = $"{Models}/amazon.nova-lite-v1:0";

    private const string Profiles = "bedrock:InvokeModel arn:aws:bedrock:us-east-1:123456789012:inference-profile";

    private static readonly Project Samples = Project.Read(new WorkingTree(Repository.Samples)).Value!;

    private static readonly ImmutableSortedDictionary<string, Plan> Plans = Samples.Stacks.ToImmutableSortedDictionary(
        stack => stack.Key, stack => Planner.Plan(Samples, stack.Value).Value!);

    private static readonly Deployed Dev = new(Plans["dev"]);

    public static TheoryData<string> Stacks => [.. Plans.Keys];

    [Fact]
    public void The_customer_service_flow_renders_one_prompt_and_asks_one_model() =>
        Rights("customer-service").Should().Equal(Render("customer-service-reply"), Nova);

    [Fact]
    public void The_triage_flow_renders_three_prompts_and_asks_two_models() =>
        Rights("support-triage").Should().BeEquivalentTo(
            Render("support-ticket-topic"), Render("billing-answer"), Render("technical-answer"),
            $"{Models}/amazon.nova-micro-v1:0",
            $"{Profiles}/us.anthropic.claude-haiku-5-5",
            "bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/anthropic.claude-haiku-5-5");

    [Fact]
    public void The_review_digest_renders_one_prompt_and_asks_one_model() =>
        Rights("review-digest").Should().Equal(Render("review-summary"), $"{Models}/amazon.nova-lite-v1:0");

    [Fact]
    public void The_order_assistant_calls_a_function_a_knowledge_base_and_a_model()
    {
        var values = Samples.Stacks["dev"].Values;

        Rights("order-assistant").Should().BeEquivalentTo(
            Render("order-reply"),
            Nova,
            $"{Profiles}/us.anthropic.claude-haiku-5-5",
            "bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/anthropic.claude-haiku-5-5",
            $"lambda:InvokeFunction {values["orderLookupFunction"].Value}",
            $"bedrock:Retrieve arn:aws:bedrock:us-east-1:123456789012:knowledge-base/{values["returnsPolicy"].Value}",
            "bedrock:RetrieveAndGenerate *");
    }

    [Fact]
    public void A_caller_of_a_flow_invokes_its_alias_and_nothing_behind_it()
    {
        var caller = Dev.CallerOf("customer-service");

        caller.Should().Allow(new("bedrock:InvokeFlow", $"{Dev.ArnOf("customer-service")}/alias/TSTALIASID"));
        caller.Should().NotAllow(new("bedrock:InvokeFlow", $"{Dev.ArnOf("support-triage")}/alias/TSTALIASID"));
        caller.Should().NotAllow(new("bedrock:RenderPrompt", Dev.ArnOf("customer-service-reply")));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Iam_understands_every_policy_of_every_stack(string stack)
    {
        var owners = Plans[stack].Resources.Select(resource => resource.Owner).Distinct();
        var deployed = new Deployed(Plans[stack]);

        owners.SelectMany(owner => deployed.CallerOf(owner).Violations.Concat(deployed.RoleOf(owner).Violations))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_deployer_reaches_everything_its_own_stack_declares_and_nothing_of_another(string stack)
    {
        var deployer = new Granted(DeployerAccess.Policy([(Plans[stack], Samples.Stacks[stack])], Deployed.Account));

        foreach (var (owner, plan) in Plans)
        {
            var deployed = new Deployed(plan);
            foreach (var call in plan.Resources.SelectMany(resource => Calls(resource, deployed)))
            {
                PolicyEvaluation.Allow(deployer.Policies, call).Should().Be(owner == stack, $"{call} is about {owner}");
            }
        }
    }

    /// <summary>Some of the calls that deploying a resource takes, as AWS authorises them.</summary>
    private static IEnumerable<AccessRequest> Calls(DeclaredResource resource, Deployed deployed)
    {
        const string Iam = $"arn:aws:iam::{Deployed.Account}";
        string Text(string property) => ((Value.Text)resource.Properties[property]!).Content;
        AccessRequest Tagged(string action) => new AccessRequest(action, deployed.ArnOf(resource.Name))
            .With("aws:ResourceTag/bedrock-prompts:stack", StackTag(resource));
        return resource.Type switch
        {
            "AWS::Bedrock::Prompt" => [Tagged("bedrock:UpdatePrompt"), Tagged("bedrock:CreatePromptVersion")],
            "AWS::Bedrock::PromptVersion" => [Tagged("bedrock:GetPrompt"), Tagged("bedrock:DeletePrompt")],
            "AWS::Bedrock::Flow" => [Tagged("bedrock:PrepareFlow"), Tagged("bedrock:CreateFlowVersion")],
            "AWS::Bedrock::FlowAlias" => [Tagged("bedrock:UpdateFlowAlias")],
            "AWS::IAM::ManagedPolicy" =>
                [new("iam:CreatePolicyVersion", $"{Iam}:policy{Text("Path")}{Text("ManagedPolicyName")}")],
            "AWS::IAM::Role" =>
            [
                new("iam:PutRolePolicy", $"{Iam}:role{Text("Path")}{Text("RoleName")}"),
                new AccessRequest("iam:PassRole", $"{Iam}:role{Text("Path")}{Text("RoleName")}")
                    .With("iam:PassedToService", "bedrock.amazonaws.com"),
            ],
            "AWS::SSM::Parameter" =>
                [new("ssm:PutParameter", $"arn:aws:ssm:us-east-1:{Deployed.Account}:parameter{Text("Name")}")],
            _ => [],
        };
    }

    private static string StackTag(DeclaredResource resource)
    {
        var tags = (Value.Map)((Value.Document)resource.Properties["Tags"]!).Content;
        return ((Value.Text)tags["bedrock-prompts:stack"]!).Content;
    }

    private static string Render(string prompt) => $"bedrock:RenderPrompt {Dev.ArnOf(prompt)}";

    private static IEnumerable<string> Rights(string flow) => Dev.RoleOf(flow).Rights;
}
