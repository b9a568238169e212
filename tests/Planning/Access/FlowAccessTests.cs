using FluentAssertions;
using Infra.Definitions.Flows;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class FlowAccessTests
{
    private const string Haiku = "amazon.nova-lite-v1:0";

    private const string AskHello = "Ask: { type: Prompt, prompt: hello }";

    private const string Here = "arn:aws:bedrock:us-east-1:123456789012";

    [Fact]
    public void A_flow_with_a_prompt_needs_two_rights() => Rights(Flow(AskHello)).Should().Equal(
        $"bedrock:RenderPrompt {Deployed.Arn("hello")}",
        $"bedrock:InvokeModel {Model(Haiku)}");

    [Theory]
    [InlineData("type: LambdaFunction, lambdaArn: \"arn:aws:lambda:us-east-1:123456789012:function:f:3\"",
        "lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:f:3")]
    [InlineData("type: Lex, botAliasArn: \"arn:aws:lex:us-east-1:123456789012:bot-alias/B/A\", localeId: en_US",
        "lex:RecognizeUtterance arn:aws:lex:us-east-1:123456789012:bot-alias/B/A")]
    [InlineData($"type: Agent, agentAliasArn: \"{Here}:agent-alias/AGENTAGENT/ALIASALIAS\"",
        $"bedrock:InvokeAgent {Here}:agent-alias/AGENTAGENT/ALIASALIAS")]
    [InlineData("type: Retrieval, bucketName: papers", "s3:GetObject arn:aws:s3:::papers/*")]
    [InlineData("type: Storage, bucketName: papers", "s3:PutObject arn:aws:s3:::papers/*")]
    [InlineData("type: KnowledgeBase, knowledgeBaseId: KBKBKBKBKB",
        $"bedrock:Retrieve {Here}:knowledge-base/KBKBKBKBKB")]
    [InlineData($"type: KnowledgeBase, knowledgeBaseId: KBKBKBKBKB, modelId: {Haiku}",
        $"bedrock:Retrieve {Here}:knowledge-base/KBKBKBKBKB", "bedrock:RetrieveAndGenerate *",
        $"bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/{Haiku}")]
    [InlineData($"type: Prompt, prompt: {{ model: {Haiku}, text: Hello }}",
        $"bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/{Haiku}")]
    [InlineData($"type: Prompt, prompt: {{ model: \"{Here}:provisioned-model/abcdefghijkl\", text: Hello }}",
        $"bedrock:GetProvisionedModelThroughput {Here}:provisioned-model/abcdefghijkl",
        $"bedrock:InvokeModel {Here}:provisioned-model/abcdefghijkl")]
    [InlineData("type: InlineCode, language: Python_3, code: pass")]
    [InlineData("type: Iterator")]
    public void A_node_needs_what_it_does_and_nothing_else(string node, params string[] rights) =>
        Rights(Flow($"Step: {{ {node} }}")).Should().Equal(rights);

    [Fact]
    public void Ranking_is_the_callers_only_when_a_model_answers()
    {
        const string Ranker = "arn:aws:bedrock:us-east-1::foundation-model/cohere.rerank-v3-5:0";
        const string Search = "type: KnowledgeBase, knowledgeBaseId: KBKBKBKBKB, rerankingConfiguration: "
            + "{ type: BEDROCK_RERANKING_MODEL, bedrockRerankingConfiguration: "
            + $"{{ modelConfiguration: {{ modelArn: \"{Ranker}\" }} }} }}";

        Rights(Flow($"Step: {{ {Search} }}")).Should()
            .Equal($"bedrock:Retrieve {Here}:knowledge-base/KBKBKBKBKB");
        Rights(Flow($"Step: {{ {Search}, modelId: {Haiku} }}")).Should()
            .Contain(["bedrock:Rerank *", $"bedrock:InvokeModel {Ranker}", $"bedrock:InvokeModel {Model(Haiku)}"]);
    }

    [Theory]
    [InlineData("abc123")]
    [InlineData($"{Here}:guardrail/abc123")]
    public void A_guardrail_is_applied_by_the_role(string id) =>
        Rights(Flow($"Ask: {{ type: Prompt, prompt: hello, guardrail: {{ id: \"{id}\", version: \"1\" }} }}"))
            .Should().Contain($"bedrock:ApplyGuardrail {Here}:guardrail/abc123");

    [Fact]
    public void Nodes_inside_a_loop_count() => Rights(Flow(
        "Again: { type: Loop, nodes: { Start: { type: LoopInput }, Ask: { type: Prompt, prompt: hello } } }"))
        .Should().Contain($"bedrock:RenderPrompt {Deployed.Arn("hello")}");

    [Fact]
    public void A_role_does_not_do_what_its_nodes_do_not()
    {
        var role = Role(Flow("Ask: { type: Prompt, prompt: hello }\n  Keep: { type: Storage, bucketName: papers }"));

        role.Should().Allow(new("bedrock:RenderPrompt", Deployed.Arn("hello")));
        role.Should().Allow(Put("papers", Deployed.Account));
        role.Should().NotAllow(Put("papers", "999999999999"));
        role.Should().NotAllow(Put("secrets", Deployed.Account));
        role.Should().NotAllow(new("s3:GetObject", "arn:aws:s3:::papers/a.txt"));
        role.Should().NotAllow(new("bedrock:RenderPrompt", Deployed.Arn("other")));
        role.Should().NotAllow(new("bedrock:GetPrompt", Deployed.Arn("hello")));
        role.Should().NotAllow(new("bedrock:InvokeModel", Model("amazon.nova-pro-v1:0")));
        role.Should().NotAllow(new("bedrock:InvokeModelWithResponseStream", Model(Haiku)));
        role.Should().NotAllow(new("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:123456789012:function:f"));
        role.Violations.Should().BeEmpty();
    }

    [Fact]
    public void With_a_key_the_role_decrypts_the_prompts_it_uses_and_writes_for_flows_of_this_account()
    {
        const string Key = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";
        AccessRequest Use(string action, string context, string arn) => new AccessRequest(action, Key)
            .With($"kms:EncryptionContext:aws:bedrock-{context}:arn", arn)
            .With("kms:ViaService", "bedrock.us-east-1.amazonaws.com");

        var role = Role(Flow(AskHello, $"encryptionKey: {Key}"));

        role.Should().Allow(Use("kms:Decrypt", "prompts", Deployed.Arn("hello")));
        role.Should().Allow(Use("kms:GenerateDataKey", "flows", $"{Here}:flow/FLOWFLOWFL"));
        role.Should().NotAllow(Use("kms:Decrypt", "prompts", Deployed.Arn("other")));
        role.Should().NotAllow(Use("kms:GenerateDataKey", "prompts", Deployed.Arn("hello")));
        role.Should().NotAllow(Use("kms:Decrypt", "flows", "arn:aws:bedrock:us-east-1:999999999999:flow/FLOWFLOWFL"));
        role.Violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("bedrock.amazonaws.com", "123456789012", $"{Here}:flow/FLOWFLOWFL", true)]
    [InlineData("lambda.amazonaws.com", "123456789012", $"{Here}:flow/FLOWFLOWFL", false)]
    [InlineData("bedrock.amazonaws.com", "999999999999", $"{Here}:flow/FLOWFLOWFL", false)]
    [InlineData("bedrock.amazonaws.com", "123456789012", $"{Here}:agent/AGENTAGENT", false)]
    public void Only_bedrock_takes_on_the_role_and_only_for_flows_here(
        string service, string account, string source, bool trusted)
    {
        var trust = Flow(AskHello).Resources[0].Properties["AssumeRolePolicyDocument"]!;
        var request = new AccessRequest("sts:AssumeRole", "arn:aws:iam::123456789012:role/any")
        {
            Principal = ("Service", service),
        };

        PolicyEvaluation.Allow(
            [Deployed.Fill(trust)],
            request.With("aws:SourceAccount", account).With("aws:SourceArn", source)).Should().Be(trusted);
    }

    [Fact]
    public void Other_access_is_another_policy_beside_the_old_one()
    {
        var before = Flow(AskHello).Resources[1];
        var same = Flow("Asks: { type: Prompt, prompt: hello }").Resources[1];
        var after = Flow("Ask: { type: Prompt, prompt: other }").Resources[1];

        same.Name.Should().Be(before.Name);
        after.Name.Should().NotBe(before.Name).And.MatchRegex("^sorting-access-[0-9a-f]{8}$");
        after.Properties["PolicyName"].Should().NotBe(before.Properties["PolicyName"]);
        after.Properties["RoleName"].Should().Be(before.Properties["RoleName"]);
    }

    [Fact]
    public void A_flow_that_calls_nothing_has_a_role_without_a_policy() =>
        Flow("Done: { type: Output, inputs: { document: Start.document } }").Resources.Should().ContainSingle()
            .Which.Type.Should().Be("AWS::IAM::Role");

    [Theory]
    [InlineData("Ask: { type: Prompt, prompt: { arn: \"" + Here + ":prompt/ABCDEFGHIJ:3\" } }", "PRM184")]
    [InlineData("Ask: { type: Prompt, prompt: { model: us.vendor.new-v1:0, text: Hello } }", "PRM180")]
    [InlineData("Ask: { type: KnowledgeBase, knowledgeBaseId: KBKBKBKBKB, modelId: us.vendor.new-v1:0 }", "PRM180")]
    public void What_nobody_knows_is_remarked_on(string node, string code) =>
        Flow(node).Remarks.Should().ContainSingle().Which.Should().Contain(code);

    [Theory]
    [InlineData(":3")]
    [InlineData("")]
    public void The_model_behind_a_prompt_of_others_is_what_the_stack_states(string version)
    {
        var flow = Flow(
            $"Ask: {{ type: Prompt, prompt: {{ arn: \"{Here}:prompt/ABCDEFGHIJ:3\" }} }}",
            $"promptModels: {{ \"{Here}:prompt/ABCDEFGHIJ{version}\": {Haiku} }}");

        flow.Remarks.Should().BeEmpty();
        Rights(flow).Should().Equal(
            $"bedrock:RenderPrompt {Here}:prompt/ABCDEFGHIJ:3", $"bedrock:InvokeModel {Model(Haiku)}");
    }

    private static string Model(string id) => $"arn:aws:bedrock:us-east-1::foundation-model/{id}";

    private static AccessRequest Put(string bucket, string account) =>
        new AccessRequest("s3:PutObject", $"arn:aws:s3:::{bucket}/a.txt").With("aws:ResourceAccount", account);

    private static Granted Role((DeclaredResource[] Resources, string[] Remarks) flow) =>
        new([.. flow.Resources.Skip(1).Select(policy => Deployed.Fill(policy.Properties["PolicyDocument"]!))]);

    private static IEnumerable<string> Rights((DeclaredResource[] Resources, string[] Remarks) flow) =>
        Role(flow).Rights;

    /// <summary>What a flow of one or more nodes needs, beside two prompts that it may use.</summary>
    private static (DeclaredResource[] Resources, string[] Remarks) Flow(string nodes, params string[] settings)
    {
        var text = $"kind: flow\nnodes:\n  Start: {{ type: Input, output: String }}\n  {nodes}\n";
        var project = Project.Read(new MemoryTree(
            Planned.Dev(settings),
            Planned.Prompt("hello", Haiku),
            Planned.Prompt("other", "amazon.nova-pro-v1:0"),
            ("prompts/sorting.yaml", text))).Value!;
        var flow = (Flow)project.Catalog.Definitions["sorting"];
        var prompts = project.Catalog.Prompts
            .ToDictionary(prompt => prompt.Name, prompt => new PromptDeployment(prompt, [], Live: null));
        return (
            [.. FlowAccess.Of(flow, [flow], prompts, project.Stacks["dev"])],
            [.. FlowAccess.Check(flow, project.Stacks["dev"]).Select(problem => problem.ToString())]);
    }
}
