using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

/// <summary>The diagnostics about the model of a prompt that stack dev serves in us-east-1.</summary>
public sealed class ModelChecksTests
{
    private const string Ended = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string ByProfile = "anthropic.claude-haiku-4-5-20251001-v1:0";

    private static readonly DateOnly Day = new(2026, 11, 27);

    [Theory]
    [InlineData("model: amazon.nova-lite-v1:0", "{ temperature: 0, topP: 0.9, topK: 128, maxTokens: 10000 }")]
    [InlineData("model: us.anthropic.claude-sonnet-5", "{ temperature: 1, maxTokens: 9, stopSequences: [end] }")]
    [InlineData("model: us.anthropic.claude-haiku-4-5-20251001-v1:0", "{ temperature: 0.5, topK: 9, maxTokens: 9 }")]
    [InlineData("model: us.anthropic.claude-haiku-5-5", "{ maxTokens: 128000 }")]
    [InlineData("model: anthropic.claude-sonnet-5", "{ maxTokens: 9 }")]
    [InlineData("model: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0", "{ maxTokens: 9 }")]
    [InlineData("model: arn:aws:bedrock:us-east-1:123456789012:imported-model/a1b2c3d4e5f6", "{ maxTokens: 9 }")]
    public void What_fits_and_what_is_disputed_is_not_remarked_on(string model, string inference) =>
        Said(Prompt(model, inference)).Should().BeEmpty();

    [Theory]
    [InlineData($"model: {ByProfile}", "{ maxTokens: 9 }", "(1,8): error PRM405")]
    [InlineData("model: amazon.nova-premier-v2:0", "{ maxTokens: 9 }", "(1,8): warning PRM418")]
    [InlineData("model: gpt-4o", "{ maxTokens: 9 }", "(1,8): warning PRM418")]
    [InlineData("model: cohere.command-r-v9:0", "{ maxTokens: 9 }", "(1,8): warning PRM418")]
    [InlineData("model: openai.gpt-5.5", "{ maxTokens: 9 }", "(1,8): error PRM408")]
    [InlineData("model: arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0",
        "{ maxTokens: 9 }", "(1,8): error PRM407")]
    [InlineData("model: us.anthropic.claude-sonnet-5", "{ temperature: 0.5, maxTokens: 9 }", "(2,27): error PRM409")]
    [InlineData("model: us.anthropic.claude-sonnet-5", "{ topP: 0.5, maxTokens: 9 }", "(2,20): error PRM409")]
    [InlineData("model: openai.gpt-oss-20b-1:0", "{ stopSequences: [end], maxTokens: 9 }", "(2,30): error PRM409")]
    [InlineData("model: amazon.nova-lite-v1:0", "{ topK: 129, maxTokens: 9 }", "(2,20): error PRM410")]
    [InlineData("model: us.anthropic.claude-haiku-4-5-20251001-v1:0",
        "{ temperature: 0.5, topP: 0.5, maxTokens: 9 }", "(2,38): error PRM411")]
    [InlineData("model: amazon.nova-lite-v1:0", "{ maxTokens: 10001 }", "(2,25): error PRM417")]
    [InlineData("model: anthropic.claude-opus-4-1-20250805-v1:0", "{ maxTokens: 9 }",
        "(1,8): warning PRM403", "(1,8): error PRM405")]
    public void What_does_not_fit_is_told_at_its_place(string model, string inference, params string[] said) =>
        Said(Prompt(model, inference)).Should().Equal(said);

    [Fact]
    public void A_model_that_the_region_does_not_have_is_remarked_on() => Of(
        ("Pulumi.dev.yaml", "config:\n  aws:region: sa-east-1\n  bedrock-prompts:default: draft\n"),
        ("prompts/a.yaml", Prompt("model: cohere.command-r-v1:0", "{ maxTokens: 9 }")),
        ("prompts/b.yaml", Prompt("model: mistral.mistral-small-2402-v1:0", "{ maxTokens: 9 }")))
        .Select(problem => problem.Code).Should().Equal("PRM401", "PRM406");

    [Theory]
    [InlineData("2026-09-09", "warning PRM403")]
    [InlineData("2026-09-10", "error PRM400")]
    public void A_model_ends_on_its_day(string day, string said) =>
        Said(Prompt($"model: {Ended}", "{ maxTokens: 9 }"), DateOnly.Parse(day), ModelOccasion.Validate)
            .Should().Equal($"(1,8): {said}");

    [Theory]
    [InlineData(ModelOccasion.Deploy)]
    [InlineData(ModelOccasion.Rollback)]
    public void What_is_deployed_stays_deployed_when_its_model_ends(ModelOccasion occasion) =>
        Said(Prompt($"model: {Ended}", "{ maxTokens: 9 }"), Day, occasion).Should().Equal("(1,8): warning PRM401");

    [Fact]
    public void Nothing_that_a_model_refuses_stops_a_rollback() =>
        Said(Prompt("model: us.anthropic.claude-sonnet-5", "{ topP: 0.5, maxTokens: 9 }"), Day, ModelOccasion.Rollback)
            .Should().Equal("(2,20): warning PRM409");

    [Fact]
    public void A_legacy_model_is_remarked_on_until_its_end_is_near() =>
        Said(Prompt("model: us.anthropic.claude-opus-4-1-20250805-v1:0", "{ maxTokens: 9 }"), new(2026, 8, 1))
            .Should().Equal("(1,8): warning PRM404");

    [Fact]
    public void The_conversation_is_looked_at()
    {
        const string Turns = "messages: [{ user: Hi }, { assistant: \"{\" }]\n";

        Said($"model: us.anthropic.claude-sonnet-5\ninference: {{ maxTokens: 9 }}\n{Turns}")
            .Should().ContainSingle().Which.Should().StartWith("(3,").And.Contain("warning PRM412");
        Said("model: mistral.mistral-7b-instruct-v0:2\ninference: { maxTokens: 9 }\nsystem: Be kind.\n"
            + "messages: [{ user: Hi }]\n")
            .Should().ContainSingle().Which.Should().Contain("error PRM413");
        Said("model: meta.llama3-8b-instruct-v1:0\ninference: { maxTokens: 9 }\nmessages: [{ user: Hi }]\n"
            + "tools: [{ name: look, inputSchema: { type: object } }]\n")
            .Should().ContainSingle().Which.Should().Contain("warning PRM414");
    }

    [Fact]
    public void Cache_points_are_looked_at()
    {
        Said("model: qwen.qwen3-32b-v1:0\ninference: { maxTokens: 9 }\n"
            + "messages: [{ user: [{ text: Hi }, { cachePoint: true }, { text: you }] }]\n")
            .Should().ContainSingle().Which.Should().Contain("error PRM415");
        Said("model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\n"
            + "messages: [{ user: [{ text: Hi }, { cachePoint: true }, { text: you }] }]\n")
            .Should().ContainSingle().Which.Should().Contain("warning PRM416");
        Said("model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\nvariables: { all: Everything }\n"
            + "messages: [{ user: [{ text: \"{{all}}\" }, { cachePoint: true }, { text: you }] }]\n")
            .Should().BeEmpty("a variable can be as long as it likes");
        Said("model: qwen.qwen3-32b-v1:0\ninference: { maxTokens: 9 }\ntext: Hi\ncachePoint: true\n")
            .Should().ContainSingle().Which.Should().Contain("error PRM415");
        Said("model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\ntext: Hi\ncachePoint: true\n")
            .Should().ContainSingle().Which.Should().Contain("warning PRM416");
    }

    [Fact]
    public void An_agent_is_remarked_on_since_newcomers_get_none()
    {
        const string Agent =
            "agent: arn:aws:bedrock:us-east-1:123456789012:agent-alias/ABCDEFGHIJ/ABCDEFGHIJ\ntext: Hi\n";

        Said(Agent).Should().Equal("(1,8): warning PRM419");
        Said(Agent, new(2026, 7, 29)).Should().BeEmpty();
    }

    [Fact]
    public void Inline_prompts_and_knowledge_bases_of_flows_are_looked_at() => Of(
        Planned.Dev(),
        ("prompts/ask.yaml", """
            kind: flow
            nodes:
              Q: { type: Input, output: String }
              A:
                type: Prompt
                prompt:
                  { model: us.anthropic.claude-sonnet-5, inference: { topP: 0.5, maxTokens: 9 }, text: "{{q}}" }
                inputs: { q: Q.document }
              K:
                type: KnowledgeBase
                knowledgeBaseId: ABCDEFGHIJ
                modelId: anthropic.claude-haiku-4-5-20251001-v1:0
                inputs: { retrievalQuery: Q.document }
              R: { type: Output, inputs: { document: A.modelCompletion } }
              S: { type: Output, inputs: { document: K.outputText } }
            """)).Select(problem => problem.Code).Should().Equal("PRM409", "PRM405");

    [Fact]
    public void A_stack_states_what_is_newer()
    {
        const string Stated = "models: { vendor.new-v1:0: { lifecycle: { eol: 2026-12-31 }, onDemand: [us-east-1], "
            + "parameters: { temperature: false }, prices: [{ input: 1, output: 2 }] } }";

        Of(
            Planned.Dev(Stated),
            ("prompts/a.yaml", Prompt("model: vendor.new-v1:0", "{ temperature: 1, maxTokens: 9 }")))
            .Select(problem => problem.Code).Should().Equal("PRM403", "PRM409");
    }

    [Theory]
    [InlineData("models: { a.b: { lifecycle: { eol: soon } } }", "PRM421")]
    [InlineData("models: { us.amazon.nova-lite-v1:0: { output: 5 } }", "PRM422")]
    [InlineData("models: { a.b: { lifecicle: { eol: 2026-12-31 } } }", "PRM008")]
    [InlineData("models: { a.b: { output: many } }", "PRM009")]
    public void What_a_stack_states_is_checked(string setting, string code) =>
        Planned.Of(Planned.Dev(setting)).Diagnostics.Select(problem => problem.Code).Should().Contain(code);

    [Fact]
    public void Old_data_is_said_once()
    {
        Said(Prompt("model: amazon.nova-lite-v1:0", "{ maxTokens: 9 }"), Day.AddDays(90)).Should().BeEmpty();
        Said(Prompt("model: amazon.nova-lite-v1:0", "{ maxTokens: 9 }"), Day.AddDays(91))
            .Should().ContainSingle().Which.Should().Contain("PRM420");
    }

    private static string Prompt(string model, string inference) => $"{model}\ninference: {inference}\ntext: Hello.\n";

    private static string[] Said(string prompt, DateOnly? day = null, ModelOccasion occasion = ModelOccasion.Deploy) =>
    [
        .. Of(day ?? Day, occasion, Planned.Dev(), ("prompts/a.yaml", prompt))
            .Select(problem => $"({problem.At.Line},{problem.At.Column}): "
                + $"{(problem.Severity is Severity.Error ? "error" : "warning")} {problem.Code}"),
    ];

    private static IEnumerable<Diagnostic> Of(params (string Path, string Text)[] files) =>
        Of(Day, ModelOccasion.Deploy, files);

    private static IEnumerable<Diagnostic> Of(
        DateOnly day, ModelOccasion occasion, params (string Path, string Text)[] files)
    {
        var (plan, settings) = Planned.In("dev", files);
        return ModelChecks.Once(ModelChecks.Of(plan, settings, new(day, occasion)).InFileOrder());
    }
}
