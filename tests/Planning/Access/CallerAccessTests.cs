using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class CallerAccessTests
{
    private const string Haiku = "amazon.nova-lite-v1:0";

    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";

    private const string Agent = "arn:aws:bedrock:us-east-1:123456789012:agent-alias/AGENTAGENT/ALIASALIAS";

    [Fact]
    public void A_caller_looks_up_renders_and_invokes()
    {
        var caller = new Deployed(Planned.Sound(Planned.Dev(), Planned.Prompt("hello", Haiku))).CallerOf("hello");

        caller.Should().Allow(new("ssm:GetParameter", Parameter("hello")));
        caller.Should().Allow(new("bedrock:RenderPrompt", Deployed.Arn("hello")));
        caller.Should().Allow(new(ModelAccess.Invoke, Model(Haiku)));
        caller.Should().Allow(new(ModelAccess.Stream, Model(Haiku)));
    }

    [Fact]
    public void A_caller_has_no_business_with_other_prompts_models_and_parameters()
    {
        var other = Planned.Prompt("hello2", "amazon.nova-pro-v1:0");
        var plan = Planned.Sound(Planned.Dev(), Planned.Prompt("hello", Haiku), other);

        var caller = new Deployed(plan).CallerOf("hello");

        caller.Should().NotAllow(new("ssm:GetParameter", Parameter("hello2")));
        caller.Should().NotAllow(new("ssm:PutParameter", Parameter("hello")));
        caller.Should().NotAllow(new("bedrock:RenderPrompt", Deployed.Arn("hello2")));
        caller.Should().NotAllow(new("bedrock:GetPrompt", Deployed.Arn("hello")));
        caller.Should().NotAllow(new(ModelAccess.Invoke, Model("amazon.nova-pro-v1:0")));
        caller.Should().NotAllow(new("bedrock:InvokeAgent", Agent));
    }

    [Fact]
    public void A_prompt_for_an_agent_is_read_and_its_text_sent_to_that_agent()
    {
        var plan = Planned.Sound(Planned.Dev(), ("prompts/hello.yaml", $"agent: {Agent}\ntext: Hello\n"));

        var caller = new Deployed(plan).CallerOf("hello");

        caller.Should().Allow(new("bedrock:GetPrompt", Deployed.Arn("hello")));
        caller.Should().Allow(new("bedrock:InvokeAgent", Agent));
        caller.Should().NotAllow(new("bedrock:RenderPrompt", Deployed.Arn("hello")));
        caller.Should().NotAllow(new(ModelAccess.Invoke, Model(Haiku)));
        caller.Violations.Should().BeEmpty();
    }

    [Fact]
    public void With_a_key_of_its_own_a_stack_lets_callers_decrypt_that_prompt_through_bedrock()
    {
        var plan = Planned.Sound(Planned.Dev($"encryptionKey: {Key}"), Planned.Prompt("hello", Haiku));

        var caller = new Deployed(plan).CallerOf("hello");

        caller.Should().Allow(Decrypt(Deployed.Arn("hello"), "bedrock.us-east-1.amazonaws.com"));
        caller.Should().NotAllow(Decrypt(Deployed.Arn("hello2"), "bedrock.us-east-1.amazonaws.com"));
        caller.Should().NotAllow(Decrypt(Deployed.Arn("hello"), "s3.us-east-1.amazonaws.com"));
        caller.Should().NotAllow(new("kms:Decrypt", Key));
        caller.Violations.Should().BeEmpty();
    }

    [Fact]
    public void No_statement_of_any_plan_gives_more_than_it_can_name()
    {
        string[] models =
        [
            Haiku, "us.amazon.nova-pro-v1:0", "eu.amazon.nova-pro-v1:0", "us.vendor.new-v1:0",
            "global.anthropic.claude-sonnet-4-6",
            "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl",
            "arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/anthropic.claude:1",
            "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghijkl",
            "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdefghijkl",
            "arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/abcdefghijkl",
            "arn:aws:sagemaker:us-east-1:123456789012:endpoint/mine",
        ];
        var plans =
            from count in Gen.Choose(1, 5)
            from chosen in Gen.Elements(models).ArrayOf(count)
            from hasKey in ArbMap.Default.GeneratorFor<bool>()
            select Planned.Sound(
            [
                Planned.Dev(hasKey ? [$"encryptionKey: {Key}"] : []),
                .. chosen.Select((model, index) => Planned.Prompt($"hello{index}", model)),
            ]);

        bool IsUnderstood(Plan plan) =>
            plan.Policies.All(policy => !new Deployed(plan).CallerOf(policy.Owner).Violations.Any());

        Prop.ForAll(plans.ToArbitrary(), IsUnderstood)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261121, 1));
    }

    private static string Parameter(string name) =>
        $"arn:aws:ssm:us-east-1:123456789012:parameter/bedrock-prompts/dev/{name}/live";

    private static string Model(string id) => $"arn:aws:bedrock:us-east-1::foundation-model/{id}";

    private static AccessRequest Decrypt(string prompt, string service) => new AccessRequest("kms:Decrypt", Key)
        .With("kms:EncryptionContext:aws:bedrock-prompts:arn", prompt)
        .With("kms:ViaService", service);
}
