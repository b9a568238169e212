using System.Collections.Immutable;
using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class DeployerAccessTests
{
    private const string Here = "arn:aws:bedrock:us-east-1:123456789012";

    private const string Parameters = "arn:aws:ssm:us-east-1:123456789012:parameter";

    private const string Tag = "bedrock-prompts:stack";

    private const string Policies = "arn:aws:iam::123456789012:policy";

    private const string Boundary = "arn:aws:iam::123456789012:policy/boundary";

    private static readonly (string, string) Hello = Planned.Prompt("hello", "amazon.nova-lite-v1:0");

    public static TheoryData<string, string> OwnThings => new()
    {
        { "bedrock:GetPrompt", $"{Here}:prompt/ABCDEFGHIJ" },
        { "bedrock:UpdatePrompt", $"{Here}:prompt/ABCDEFGHIJ" },
        { "bedrock:DeletePrompt", $"{Here}:prompt/ABCDEFGHIJ:3" },
        { "bedrock:CreatePromptVersion", $"{Here}:prompt/ABCDEFGHIJ" },
        { "bedrock:ListTagsForResource", $"{Here}:prompt/ABCDEFGHIJ" },
        { "bedrock:TagResource", $"{Here}:prompt/ABCDEFGHIJ" },
        { "bedrock:UpdateFlow", $"{Here}:flow/ABCDEFGHIJ" },
        { "bedrock:PrepareFlow", $"{Here}:flow/ABCDEFGHIJ" },
        { "bedrock:CreateFlowVersion", $"{Here}:flow/ABCDEFGHIJ" },
        { "bedrock:DeleteFlowVersion", $"{Here}:flow/ABCDEFGHIJ" },
        { "bedrock:CreateFlowAlias", $"{Here}:flow/ABCDEFGHIJ" },
        { "bedrock:UpdateFlowAlias", $"{Here}:flow/ABCDEFGHIJ/alias/KLMNOPQRST" },
        { "bedrock:UntagResource", $"{Here}:flow/ABCDEFGHIJ/alias/KLMNOPQRST" },
    };

    [Theory]
    [MemberData(nameof(OwnThings))]
    public void What_carries_the_stacks_tag_is_the_deployers_and_nothing_else_is(string action, string arn)
    {
        var deployer = Deployer(hasFlows: true);

        deployer.Should().Allow(new AccessRequest(action, arn).With($"aws:ResourceTag/{Tag}", "dev"));
        deployer.Should().NotAllow(new AccessRequest(action, arn).With($"aws:ResourceTag/{Tag}", "prod"));
        deployer.Should().NotAllow(new(action, arn));
    }

    [Theory]
    [InlineData("ssm:PutParameter", $"{Parameters}/bedrock-prompts/dev/hello/live")]
    [InlineData("iam:CreatePolicy", $"{Policies}/bedrock-prompts/dev/bedrock-prompts-dev-hello-callers")]
    [InlineData("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/bedrock-prompts/dev/p-sorting-flow")]
    public void What_lies_below_the_stacks_path_is_the_deployers_and_nothing_else_is(string action, string arn)
    {
        var deployer = Deployer(hasFlows: true);

        deployer.Should().Allow(new(action, arn));
        deployer.Should().NotAllow(new(action, arn.Replace("/dev/", "/dev-2/", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_made_is_tagged_with_the_stack_while_it_is_made()
    {
        var deployer = Deployer(hasFlows: false);
        var create = new AccessRequest("bedrock:CreatePrompt", "*");
        var tag = new AccessRequest("bedrock:TagResource", $"{Here}:prompt/ABCDEFGHIJ")
            .With($"aws:RequestTag/{Tag}", "dev");

        deployer.Should().Allow(create.With($"aws:RequestTag/{Tag}", "dev"));
        deployer.Should().Allow(tag);
        deployer.Should().NotAllow(create);
        deployer.Should().NotAllow(create.With($"aws:RequestTag/{Tag}", "prod"));
        deployer.Should().NotAllow(tag.With($"aws:ResourceTag/{Tag}", "prod"));
    }

    [Theory]
    [InlineData("iam:CreateRole")]
    [InlineData("iam:PutRolePolicy")]
    [InlineData("iam:UpdateAssumeRolePolicy")]
    [InlineData("iam:PutRolePermissionsBoundary")]
    public void What_a_role_may_do_stays_within_the_stacks_boundary(string action)
    {
        var deployer = Deployer(hasFlows: true, $"permissionsBoundary: {Boundary}");
        var request = new AccessRequest(action, "arn:aws:iam::123456789012:role/bedrock-prompts/dev/p-sorting-flow");

        deployer.Should().Allow(request.With("iam:PermissionsBoundary", Boundary));
        deployer.Should().NotAllow(request.With("iam:PermissionsBoundary", $"{Boundary}-2"));
        deployer.Should().NotAllow(request);
        deployer.Violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("bedrock.amazonaws.com", "dev", true)]
    [InlineData("lambda.amazonaws.com", "dev", false)]
    [InlineData("bedrock.amazonaws.com", "prod", false)]
    public void Roles_of_the_stacks_flows_are_passed_to_bedrock_alone(string service, string stack, bool allowed)
    {
        var pass = new AccessRequest("iam:PassRole", $"arn:aws:iam::123456789012:role/bedrock-prompts/{stack}/sorting")
            .With("iam:PassedToService", service);

        PolicyEvaluation.Allow(Deployer(hasFlows: true).Policies, pass).Should().Be(allowed);
    }

    [Fact]
    public void The_stacks_key_is_used_through_bedrock_for_prompts()
    {
        const string Key = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";
        var use = new AccessRequest("kms:GenerateDataKey", Key)
            .With("kms:EncryptionContext:aws:bedrock-prompts:arn", $"{Here}:prompt/ABCDEFGHIJ");

        var deployer = Deployer(hasFlows: false, $"encryptionKey: {Key}");

        deployer.Should().Allow(use.With("kms:ViaService", "bedrock.us-east-1.amazonaws.com"));
        deployer.Should().NotAllow(use);
    }

    [Theory]
    [InlineData("bedrock:InvokeModel", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0")]
    [InlineData("iam:AttachRolePolicy", "arn:aws:iam::123456789012:role/bedrock-prompts/dev/p-sorting-flow")]
    [InlineData("iam:CreateUser", "arn:aws:iam::123456789012:user/bedrock-prompts/dev/mallory")]
    [InlineData("s3:GetObject", "arn:aws:s3:::papers/a.txt")]
    public void A_deployer_does_not_do_what_only_callers_or_administrators_do(string action, string arn) =>
        Deployer(hasFlows: true).Should().NotAllow(new(action, arn));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Iam_understands_every_statement(bool hasFlows) => Deployer(hasFlows).Violations.Should().BeEmpty();

    [Fact]
    public void Without_flows_nobody_gets_the_rights_for_them()
    {
        var text = Deployer(hasFlows: false).ToString();

        text.Should().NotContain("Flow").And.NotContain("flow").And.NotContain("Role");
    }

    [Fact]
    public void One_policy_can_serve_several_stacks()
    {
        var stacks = ((string[])["dev", "prod"])
            .Select(stack => Planned.In(stack, Hello, ($"Pulumi.{stack}.yaml", Planned.Dev().Text)));

        var deployer = new Granted(DeployerAccess.Policy(stacks, Deployed.Account));

        deployer.Should().Allow(new("ssm:PutParameter", $"{Parameters}/bedrock-prompts/dev/a/live"));
        deployer.Should().Allow(new("ssm:PutParameter", $"{Parameters}/bedrock-prompts/prod/a/live"));
        deployer.Should().NotAllow(new("ssm:PutParameter", $"{Parameters}/bedrock-prompts/test/a/live"));
        deployer.Should().Allow(new AccessRequest("bedrock:CreatePrompt", "*").With($"aws:RequestTag/{Tag}", "prod"));
        deployer.Violations.Should().BeEmpty();
    }

    [Fact]
    public void Every_type_that_plans_declare_has_its_calls_listed_and_each_call_a_scope()
    {
        var (_, settings) = Planned.In("dev", Hello, Planned.Dev($"permissionsBoundary: {Boundary}"));
        var types = ResourceTypes.All.Select(type => type.Name).ToImmutableHashSet(StringComparer.Ordinal);
        string[] notOurs = ["s3:GetObject", "s3:GetObjectVersion", "noservice:NoAction"];

        var unscoped = ResourceTypes.All
            .SelectMany(type => DeploymentPermissions.Of(type.Name))
            .Where(action => DeployerScope.Of(action, settings, types) is null)
            .Where(action => !action.StartsWith("kms:", StringComparison.Ordinal))
            .Where(action => !action.Contains("Guardrail", StringComparison.Ordinal))
            .Except(notOurs);

        unscoped.Should().BeEmpty();
    }

    private static Granted Deployer(bool hasFlows, params string[] settings)
    {
        var (plan, stack) = Planned.In("dev", Hello, Planned.Dev(settings));
        var flow = plan.Resources[0] with { Type = "AWS::Bedrock::Flow" };
        return new(DeployerAccess.Policy(
            [(hasFlows ? plan with { Resources = plan.Resources.Add(flow) } : plan, stack)], Deployed.Account));
    }
}
