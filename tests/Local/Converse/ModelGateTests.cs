using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Models;
using Xunit;

namespace Infra.Tests.Local.Converse;

/// <summary>What the local Bedrock answers where AWS refuses a model, or what a model is asked.</summary>
public sealed class ModelGateTests : IAsyncLifetime
{
    private const string Ended = "anthropic.claude-3-haiku-20240307-v1:0";

    private const string Prefilled = """
        {"messages": [{"role": "user", "content": [{"text": "a"}]},
          {"role": "assistant", "content": [{"text": "b"}]}]}
        """;

    private static readonly DateOnly Day = new(2026, 11, 27);

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync(new() { Day = Day });

    public async Task DisposeAsync() => await bedrock.DisposeAsync();

    [Theory]
    [InlineData("eol", Ended, "{}")]
    [InlineData("profile-needed", "anthropic.claude-haiku-4-5-20251001-v1:0", "{}")]
    [InlineData("both-samplers", "us.anthropic.claude-haiku-4-5-20251001-v1:0",
        """{"inferenceConfig": {"temperature": 0.5, "topP": 0.5}}""")]
    [InlineData("parameter-deprecated", "us.anthropic.claude-sonnet-5",
        """{"inferenceConfig": {"temperature": 0.5}}""")]
    [InlineData("field-unsupported", "openai.gpt-oss-20b-1:0", """{"inferenceConfig": {"stopSequences": ["x"]}}""")]
    [InlineData("prefill", "us.anthropic.claude-sonnet-5", Prefilled)]
    [InlineData("last-turn-user", "meta.llama3-8b-instruct-v1:0", Prefilled)]
    [InlineData("unknown-field", "amazon.nova-lite-v1:0", """{"additionalModelRequestFields": {"top_k": 5}}""")]
    [InlineData("system-unsupported", "mistral.mistral-7b-instruct-v0:2", """{"system": [{"text": "x"}]}""")]
    [InlineData("cache-unsupported", "qwen.qwen3-32b-v1:0",
        """{"messages": [{"role": "user", "content": [{"text": "a"}, {"cachePoint": {"type": "default"}}]}]}""")]
    [InlineData("max-tokens", "amazon.nova-lite-v1:0", """{"inferenceConfig": {"maxTokens": 10001}}""")]
    [InlineData("image-unsupported", "amazon.nova-micro-v1:0", """
        {"messages": [{"role": "user", "content": [{"image": {"format": "png", "source": {"bytes": "AA=="}}}]}]}
        """)]
    [InlineData("invalid-id", "openai.gpt-5.5", "{}")]
    public async Task Aws_words_are_answered(string error, string model, string request)
    {
        var reply = await Converse("converse", model, request);

        reply.Is(ModelErrors.Of(error).Code switch
        {
            "ResourceNotFoundException" => 404,
            "AccessDeniedException" => 403,
            _ => 400,
        }, ModelErrors.Of(error).Code);
        reply.Body["message"]!.GetValue<string>().Should().Be(
            ModelErrors.Of(error).Message.Replace("<id>", model, StringComparison.Ordinal)
                .Replace("temperature field", "stopSequences field", StringComparison.Ordinal)
                .Replace("Remove temperature", "Remove stopSequences", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tools_are_refused_in_a_stream_alone()
    {
        const string Tools =
            """{"toolConfig": {"tools": [{"toolSpec": {"name": "t", "inputSchema": {"json": {}}}}]}}""";

        (await Converse("converse-stream", "meta.llama3-8b-instruct-v1:0", Tools))
            .Body["message"]!.GetValue<string>().Should().Be(ModelErrors.Of("tools-streaming").Message);
        (await Converse("converse", "meta.llama3-8b-instruct-v1:0", Tools))
            .Status.Should().Be(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_model_nobody_knows_is_answered() =>
        (await Converse("converse", "vendor.new-v1:0", """{"inferenceConfig": {"temperature": 1, "topP": 1}}"""))
            .Status.Should().Be(System.Net.HttpStatusCode.OK);

    [Fact]
    public async Task A_prompt_is_refused_as_its_model_is()
    {
        var created = await bedrock.PostAsync("/prompts/", JsonNode.Parse("""
            {"name": "p", "variants": [{"name": "v", "modelId": "us.anthropic.claude-sonnet-5", "templateType": "TEXT",
              "templateConfiguration": {"text": {"text": "Hi"}},
              "inferenceConfiguration": {"text": {"topP": 0.5}}}]}
            """)!);
        var arn = Uri.EscapeDataString(created.Body["arn"]!.GetValue<string>());

        (await bedrock.PostAsync($"/model/{arn}/converse", new JsonObject())).Body["message"]!.GetValue<string>()
            .Should().Contain("`top_p` is deprecated for this model.");
    }

    [Fact]
    public async Task Any_model_is_answered_where_that_is_asked_for_and_what_is_ignored_is_told()
    {
        await using var any = await LocalBedrock.StartAsync(new() { Day = Day, TakesAnyModel = true });
        using var request = new StringContent(
            """{"messages": [{"role": "user", "content": [{"text": "a"}]}]}""",
            System.Text.Encoding.UTF8,
            "application/json");

        using var answered = await any.Http.PostAsync(new Uri($"/model/{Ended}/converse", UriKind.Relative), request);

        answered.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        answered.Headers.GetValues("x-local-bedrock-ignored").Should().Equal(ModelErrors.Of("eol").Message);
    }

    private Task<Reply> Converse(string operation, string model, string request)
    {
        var body = JsonNode.Parse(request)!.AsObject();
        body.TryAdd("messages", JsonNode.Parse("""[{"role": "user", "content": [{"text": "Hi"}]}]"""));
        return bedrock.PostAsync($"/model/{Uri.EscapeDataString(model)}/{operation}", body);
    }
}
