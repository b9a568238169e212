using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Converse;

/// <summary>InvokeModelWithResponseStream, in the language of each family of models.</summary>
public sealed class InvokeStreamTests : IAsyncLifetime
{
    private const string Reply = "¡Hola! This answer is long enough for several chunks, 日本語 included.";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync(new()
    {
        Answers = _ => Reply,
        TakesAnyModel = true,
    });

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", """{"messages": []}""", "contentBlockDelta.delta.text")]
    [InlineData("amazon.titan-text-express-v1", """{"inputText": "Hi"}""", "outputText")]
    [InlineData("meta.llama3-8b-instruct-v1:0", """{"prompt": "Hi"}""", "generation")]
    [InlineData("mistral.mistral-7b-instruct-v0:2", """{"prompt": "Hi"}""", "outputs.0.text")]
    [InlineData("cohere.command-r-v1:0", """{"message": "Hi"}""", "text")]
    [InlineData("openai.gpt-oss-20b-1:0", """{"messages": []}""", "choices.0.delta.content")]
    public async Task The_pieces_make_up_the_answer(string model, string body, string piece)
    {
        var chunks = await Chunks(model, body);

        string.Concat(chunks.Select(chunk => At(chunk, piece)?.GetValue<string>())).Should().Be(Reply);
        chunks.Count.Should().BeGreaterThan(1);
        chunks[^1]["amazon-bedrock-invocationMetrics"]!["outputTokenCount"]!.GetValue<int>().Should().BePositive();
    }

    [Fact]
    public async Task Claude_frames_its_pieces_as_messages_do()
    {
        var chunks = await Chunks(
            "us.anthropic.claude-haiku-5-5",
            """{"anthropic_version": "x", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}""");

        chunks.Select(chunk => chunk["type"]!.GetValue<string>()).Distinct().Should().Equal(
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop");
        string.Concat(chunks.Select(chunk => At(chunk, "delta.text")?.GetValue<string>())).Should().Be(Reply);
    }

    [Fact]
    public async Task What_InvokeModel_refuses_is_refused_before_the_stream_begins()
    {
        (await Invoke("claude", "{}")).Is(400, "ValidationException");
        (await Invoke("amazon.nova-lite-v1:0", "{}")).Is(400, "ValidationException");
    }

    private async Task<List<JsonObject>> Chunks(string model, string body) =>
    [
        .. (await Invoke(model, body)).Events.Select(next =>
        {
            next.Name.Should().Be("chunk");
            var bytes = Convert.FromBase64String(next.Body["bytes"]!.GetValue<string>());
            return JsonNode.Parse(Encoding.UTF8.GetString(bytes))!.AsObject();
        }),
    ];

    private Task<Reply> Invoke(string model, string body) => bedrock.PostAsync(
        $"/model/{Uri.EscapeDataString(model)}/invoke-with-response-stream", JsonNode.Parse(body)!);

    private static JsonNode? At(JsonNode chunk, string path) => path.Split('.').Aggregate(
        (JsonNode?)chunk,
        (node, step) => node is JsonArray list ? list[0] : node?[step]);
}
