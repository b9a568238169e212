using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local.Converse;

public sealed class ConverseTests : IAsyncLifetime
{
    private const string Model = "us.anthropic.claude-haiku-5-5";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync(new() { Answers = Sample });

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_prompt_answers_with_the_sample_whose_variables_match()
    {
        var arn = await PromptAsync("Hello {{name}}");

        var answer = await ConverseAsync(arn, Variables(("name", "María")));

        answer.Status.Should().Be(HttpStatusCode.OK);
        Text(answer).Should().Be("¡Hola, María!");
        answer.Body["stopReason"]!.GetValue<string>().Should().Be("end_turn");
    }

    [Fact]
    public async Task Without_a_sample_the_rendered_prompt_is_echoed_and_marked()
    {
        var arn = await PromptAsync("Hello {{name}}, {{name}}! {{greeting}}");

        var answer = await ConverseAsync(arn, Variables(("name", "{{greeting}}"), ("greeting", "日本")));

        Text(answer).Should().StartWith("[local Bedrock:").And.EndWith("\nHello {{greeting}}, {{greeting}}! 日本");
    }

    [Theory]
    [InlineData("system", """[{"text": "x"}]""")]
    [InlineData("inferenceConfig", "{}")]
    [InlineData("toolConfig", """{"tools": [{"toolSpec": {"name": "a", "inputSchema": {"json": {}}}}]}""")]
    [InlineData("additionalModelRequestFields", "{}")]
    public async Task What_a_prompt_already_says_may_not_be_sent_with_it(string member, string value)
    {
        var arn = await PromptAsync("Hello {{name}}");
        var request = Variables(("name", "x"));
        request[member] = JsonNode.Parse(value);

        (await ConverseAsync(arn, request)).Is(400, "ValidationException");
    }

    [Fact]
    public async Task Every_variable_needs_a_value()
    {
        var refused = await ConverseAsync(await PromptAsync("Hello {{name}}, {{place}}"), Variables(("name", "x")));

        refused.Is(400, "ValidationException");
        refused["message"].Should().Contain("[place]");
    }

    [Fact]
    public async Task Messages_follow_those_of_the_prompt()
    {
        var request = Variables(("name", "x"));
        request["messages"] = JsonNode.Parse(
            """[{"role": "assistant", "content": [{"text": "Hi"}]}, {"role": "user", "content": [{"text": "Eh?"}]}]""");

        Text(await ConverseAsync(await PromptAsync("Hello {{name}}"), request)).Should().EndWith("Hello x\nHi\nEh?");
    }

    [Theory]
    [InlineData("nonsense", """[{"role": "user", "content": [{"text": "x"}]}]""", "model identifier is invalid.")]
    [InlineData(Model, "[]", "A conversation must start with a user message.")]
    [InlineData(Model, """[{"role": "assistant", "content": [{"text": "x"}]}]""", "must start with a user message")]
    [InlineData(Model, """[{"role": "user", "content": [{"text": " "}]}]""", "messages.0.content.0 is blank")]
    [InlineData(Model, """[{"role": "user", "content": []}]""", "messages.0 is empty")]
    [InlineData(
        Model,
        """[{"role": "user", "content": [{"text": "x"}]}, {"role": "user", "content": [{"text": "x"}]}]""",
        "must alternate between user and assistant roles")]
    [InlineData(
        Model,
        """[{"role": "user", "content": [{"toolResult": {"toolUseId": "a", "content": []}}]}]""",
        "The toolConfig field must be defined")]
    public async Task A_conversation_that_a_model_would_not_take_is_refused(
        string model, string messages, string because)
    {
        var refused = await ConverseAsync(model, new JsonObject { ["messages"] = JsonNode.Parse(messages) });

        refused.Is(400, "ValidationException");
        refused["message"].Should().Contain(because);
    }

    [Fact]
    public async Task A_stream_has_the_same_text_in_pieces()
    {
        var arn = await PromptAsync("{{name}}");
        var request = Variables(("name", string.Concat(Enumerable.Repeat("日本😀", 40))));

        var streamed = await bedrock.PostAsync($"/model/{Uri.EscapeDataString(arn)}/converse-stream", request);

        var events = streamed.Events.ToList();
        var deltas = events.Where(next => next.Name is "contentBlockDelta").ToList();
        deltas.Count.Should().BeGreaterThan(3);
        string.Concat(deltas.Select(next => next.Body["delta"]!["text"]!.GetValue<string>()))
            .Should().Be(Text(await ConverseAsync(arn, request)));
        events.Except(deltas).Select(next => next.Name)
            .Should().Equal("messageStart", "contentBlockStop", "messageStop", "metadata");
    }

    [Fact]
    public async Task InvokeModel_speaks_the_language_of_the_model()
    {
        var plain = await bedrock.PostAsync(
            $"/model/{Model}/invoke",
            JsonNode.Parse(
                """{"anthropic_version": "x", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}""")!);
        var arn = Uri.EscapeDataString(await PromptAsync("Hello {{name}}"));
        var prompt = await bedrock.PostAsync($"/model/{arn}/invoke", Variables(("name", "María")));

        plain.Body["content"]![0]!["text"]!.GetValue<string>().Should().EndWith("\nHi");
        prompt.Body["content"]![0]!["text"]!.GetValue<string>().Should().Be("¡Hola, María!");
        (await bedrock.PostAsync($"/model/{Model}/invoke", new JsonObject())).Is(400, "ValidationException");
    }

    private static ModelAnswer? Sample(ModelCall call) =>
        (call.Prompt, call.Variables.GetValueOrDefault("name")) is ("greeting", "María") ? "¡Hola, María!" : null;

    private async Task<string> PromptAsync(string text) => (await bedrock.PostAsync("/prompts/", new JsonObject
    {
        ["name"] = "greeting",
        ["variants"] = new JsonArray(new JsonObject
        {
            ["name"] = "default",
            ["modelId"] = Model,
            ["templateType"] = "TEXT",
            ["templateConfiguration"] = new JsonObject { ["text"] = new JsonObject { ["text"] = text } },
        }),
    }))["arn"];

    private Task<Reply> ConverseAsync(string model, JsonObject body) =>
        bedrock.PostAsync($"/model/{Uri.EscapeDataString(model)}/converse", body);

    private static JsonObject Variables(params (string Name, string Value)[] values) => new()
    {
        ["promptVariables"] = new JsonObject(values.Select(variable =>
            KeyValuePair.Create(variable.Name, (JsonNode?)new JsonObject { ["text"] = variable.Value }))),
    };

    private static string Text(Reply answer) =>
        answer.Body["output"]!["message"]!["content"]![0]!["text"]!.GetValue<string>();
}
