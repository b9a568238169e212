using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Local.InvokeFlow;
using Xunit;
using static Infra.Tests.Local.InvokeFlow.FlowFixture;

namespace Infra.Tests.Local.Access;

public sealed class RoleAccessTests : IAsyncLifetime
{
    private const string Invoke = "bedrock:InvokeModel";
    private const string RoleArn = "arn:aws:iam::123456789012:role/flows/runner";
    private const string Model =
        "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_call_that_no_policy_allows_is_denied_by_action_and_resource()
    {
        await RoleAsync("""{"StringEquals": {"aws:SourceAccount": "123456789012"}}""");
        var prompt = await PromptAsync();
        var flow = await FlowAsync(new JsonObject
        {
            ["sourceConfiguration"] = new JsonObject { ["resource"] = new JsonObject { ["promptArn"] = prompt } },
        });

        (await DeniedAsync(flow)).Should().EndWith(
            $"is not authorized to perform: bedrock:RenderPrompt on resource: {prompt} "
            + "because no identity-based policy allows the bedrock:RenderPrompt action");
        await PolicyAsync("render", "Allow", "bedrock:RenderPrompt", prompt);
        (await DeniedAsync(flow)).Should().Contain($"{Invoke} on resource: {Model}");
        await PolicyAsync("invoke", "Allow", "bedrock:Invoke*", Model);
        (await bedrock.RunAsync(flow, "x")).Should().EndWith("SUCCESS");
        await PolicyAsync("never", "Deny", "*", "*");
        (await DeniedAsync(flow)).Should().Contain("with an explicit deny");
    }

    [Fact]
    public async Task A_managed_policy_counts_for_the_roles_it_names()
    {
        await RoleAsync("{}");
        var flow = await FlowAsync(Configuration());
        await DeniedAsync(flow);

        await bedrock.CreateAsync("AWS::IAM::ManagedPolicy", new()
        {
            ["ManagedPolicyName"] = "models",
            ["Roles"] = new JsonArray("runner"),
            ["PolicyDocument"] = Document("Allow", Invoke, Model),
        });

        (await bedrock.RunAsync(flow, "x")).Should().EndWith("SUCCESS");
    }

    [Theory]
    [InlineData("""{"StringEquals": {"aws:SourceAccount": "999999999999"}}""")]
    [InlineData("""{"ArnLike": {"aws:SourceArn": "arn:aws:bedrock:eu-west-1:123456789012:flow/*"}}""")]
    public async Task A_role_that_does_not_trust_the_flow_is_not_taken(string condition)
    {
        await RoleAsync(condition);
        var flow = await FlowAsync(Configuration());

        var refused = await bedrock.InvokeAsync(flow, "x");

        refused.Is(403, "AccessDeniedException");
        refused["message"].Should().Contain("sts:AssumeRole").And.Contain(RoleArn);
    }

    [Fact]
    public async Task A_call_through_a_profile_must_be_allowed_wherever_it_may_be_answered()
    {
        await RoleAsync("{}");
        var configuration = Configuration();
        configuration["sourceConfiguration"]!["inline"]!["modelId"] = "us.amazon.nova-lite-v1:0";
        var flow = await FlowAsync(configuration);

        await PolicyAsync("profile", "Allow", Invoke, "arn:aws:bedrock:us-east-1:123456789012:inference-profile/*");
        (await DeniedAsync(flow)).Should().Contain("::foundation-model/amazon.nova-lite-v1:0");
        await PolicyAsync("here", "Allow", Invoke, "arn:aws:bedrock:us-east-1::foundation-model/*");
        (await DeniedAsync(flow)).Should().Contain("arn:aws:bedrock:us-").And.NotContain(":us-east-1::");
        await PolicyAsync("all", "Allow", Invoke, "arn:aws:bedrock:us-*::foundation-model/*");
        (await bedrock.RunAsync(flow, "x")).Should().EndWith("SUCCESS");
    }

    private async Task<string> DeniedAsync(string flow)
    {
        var (name, body) = (await bedrock.InvokeAsync(flow, "x")).Events.Single();
        name.Should().Be("accessDeniedException");
        return body["message"]!.GetValue<string>();
    }

    private Task<string> RoleAsync(string condition) => bedrock.CreateAsync("AWS::IAM::Role", new()
    {
        ["RoleName"] = "runner",
        ["Path"] = "/flows/",
        ["AssumeRolePolicyDocument"] = JsonNode.Parse($$"""
            { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
              "Principal": { "Service": "bedrock.amazonaws.com" }, "Condition": {{condition}} }] }
            """),
    });

    private Task<string> PolicyAsync(string name, string effect, string action, string resource) =>
        bedrock.CreateAsync("AWS::IAM::RolePolicy", new()
        {
            ["RoleName"] = "runner",
            ["PolicyName"] = name,
            ["PolicyDocument"] = Document(effect, action, resource),
        });

    private static JsonNode Document(string effect, string action, string resource) => JsonNode.Parse($$"""
        { "Version": "2012-10-17",
          "Statement": [{ "Effect": "{{effect}}", "Action": "{{action}}", "Resource": "{{resource}}" }] }
        """)!;

    private async Task<string> PromptAsync() => (await bedrock.PostAsync("/prompts/", JsonNode.Parse("""
        { "name": "reply", "variants": [{ "name": "default", "templateType": "TEXT",
          "modelId": "amazon.nova-lite-v1:0",
          "templateConfiguration": { "text": { "text": "{{mail}}" } } }] }
        """)!))["arn"];

    private static JsonNode Configuration() => Prompt("Ask")["configuration"]!["prompt"]!.DeepClone();

    private Task<string> FlowAsync(JsonNode configuration)
    {
        var ask = Node("Ask", "Prompt", [("mail", "String", "$.data")], ("modelCompletion", "String"));
        return bedrock.FlowAsync(
            Definition(
                [In(), Configured(ask, "prompt", configuration), Out()],
                "In.document > Ask.mail",
                "Ask.modelCompletion > Out.document"),
            RoleArn);
    }
}
