using System.Text.Json.Nodes;
using Infra.Cli.Aws;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class PromptCallTests
{
    private const string Arn = "arn:aws:bedrock:eu-central-1:111122223333:prompt/ABCDEFGHIJ:3";

    private const string Answer = """
        {
          "metrics": { "latencyMs": 1234 },
          "output": { "message": { "role": "assistant", "content": [
            { "text": "Grüße, " },
            { "reasoningContent": { "reasoningText": { "text": "hidden" } } },
            { "toolUse": {
              "toolUseId": "t1", "name": "lookup", "input": { "order": "ORD-1", "limit": 3, "exact": true } } },
            { "text": "María" }
          ] } },
          "stopReason": "tool_use",
          "usage": { "inputTokens": 30, "outputTokens": 12, "totalTokens": 42, "cacheReadInputTokens": 5 }
        }
        """;

    [Fact]
    public async Task Only_the_ARN_and_the_variables_are_sent()
    {
        await using var server = await Loopback.Giving(Answers.Json(Answer));
        using var aws = new AwsClients(server.Connection);

        var variables = new Dictionary<string, string> { ["customer_name"] = "María {{García}}", ["order"] = "" };
        await PromptCall.Converse(aws, Arn, variables, default);

        Assert.Equal("POST", server.Only.Method);
        Assert.Equal(
            "/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A111122223333%3Aprompt%2FABCDEFGHIJ%3A3/converse",
            server.Only.Target);
        Assert.Equal("application/json", server.Only.Headers["Content-Type"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"promptVariables":{"customer_name":{"text":"María {{García}}"},"order":{"text":""}}}"""),
            JsonNode.Parse(server.Only.Body)));
    }

    [Fact]
    public async Task A_prompt_without_variables_is_called_with_an_empty_body()
    {
        await using var server = await Loopback.Giving(Answers.Json(Answer));
        using var aws = new AwsClients(server.Connection);

        await PromptCall.Converse(aws, Arn, new Dictionary<string, string>(), default);

        Assert.Equal("{}", server.Only.Body);
    }

    [Fact]
    public async Task Texts_tools_usage_latency_and_the_request_are_read()
    {
        await using var server = await Loopback.Giving(Answers.Json(Answer));
        using var aws = new AwsClients(server.Connection);

        var answer = await PromptCall.Converse(aws, Arn, new Dictionary<string, string>(), default);

        Assert.Equal("Grüße, María", answer.Text);
        Assert.Equal("tool_use", answer.StopReason);
        Assert.Equal(new Tokens(Input: 30, Output: 12, CacheRead: 5, CacheWrite: null), answer.Tokens);
        Assert.Equal(Loopback.RequestId, answer.RequestId);
        var tool = Assert.Single(answer.ToolUses);
        Assert.Equal("lookup", tool.Name);
        Assert.Equal("""{"exact":true,"limit":3,"order":"ORD-1"}""", CanonicalJson.Compact(tool.Input));
    }

    [Fact]
    public async Task What_AWS_does_not_say_is_unknown()
    {
        await using var server = await Loopback.Giving(Answers.Json("""{"stopReason":"content_filtered"}"""));
        using var aws = new AwsClients(server.Connection);

        var answer = await PromptCall.Converse(aws, Arn, new Dictionary<string, string>(), default);

        Assert.Equal("", answer.Text);
        Assert.Equal(new Tokens(Input: null, Output: null), answer.Tokens);
    }
}
