using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local;
using Infra.Tests.Local.InvokeFlow;
using Xunit;
using static Infra.Tests.Local.InvokeFlow.FlowFixture;

namespace Infra.Tests.Local.Metrics;

public sealed class ModelMeterTests
{
    private const string Nova = "amazon.nova-lite-v1:0";

    private readonly StandingClock _clock = new();

    [Theory]
    [InlineData("converse")]
    [InlineData("converse-stream")]
    public async Task Every_answered_call_is_counted_with_its_tokens_by_the_minute(string operation)
    {
        await using var bedrock = await BeginAsync();

        await ConverseAsync(bedrock, Nova, operation);
        await ConverseAsync(bedrock, Nova, operation);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await ConverseAsync(bedrock, Nova, operation);

        (await bedrock.ValuesAsync("Invocations", Nova)).Should().Equal(2, 1);
        (await bedrock.ValuesAsync("InvocationLatency", Nova, "SampleCount")).Should().Equal(2, 1);
        (await bedrock.ValuesAsync("InvocationLatency", Nova, "p95")).Should().Equal(1, 1);
        (await bedrock.ValuesAsync("InputTokenCount", Nova)).Should().Equal(4, 2);
        (await bedrock.ValuesAsync("OutputTokenCount", Nova, "Average")).Should().Equal(17, 17);
        (await bedrock.ValuesAsync("InvocationServerErrors", Nova)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("invoke")]
    [InlineData("invoke-with-response-stream")]
    public async Task InvokeModel_is_counted_alike(string operation)
    {
        await using var bedrock = await BeginAsync();

        await bedrock.PostAsync($"/model/{Nova}/{operation}", JsonNode.Parse(
            """{ "messages": [{ "role": "user", "content": [{ "text": "Hello you" }] }] }""")!);

        (await bedrock.ValuesAsync("Invocations", Nova)).Should().Equal(1);
        (await bedrock.ValuesAsync("InputTokenCount", Nova)).Should().Equal(3);
    }

    [Fact]
    public async Task A_prompt_is_counted_as_what_it_asks()
    {
        await using var bedrock = await BeginAsync();
        var created = await bedrock.PostAsync("/prompts/", JsonNode.Parse($$$"""
            {
              "name": "greeting", "defaultVariant": "one", "variants": [{
                "name": "one", "modelId": "{{{Nova}}}", "templateType": "TEXT",
                "templateConfiguration": { "text": { "text": "Hi {{name}}", "inputVariables": [{ "name": "name" }] } }
              }]
            }
            """)!);
        var path = $"/model/{Uri.EscapeDataString(created["arn"])}/converse";

        var answered = await bedrock.PostAsync(path, JsonNode.Parse(
            """{ "promptVariables": { "name": { "text": "Ada" } } }""")!);
        var refused = await bedrock.PostAsync(path, new JsonObject());

        (answered.Status, refused.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        (await bedrock.ValuesAsync("Invocations", Nova)).Should().Equal(1);
        (await bedrock.ValuesAsync("InvocationClientErrors", Nova)).Should().Equal(1);
    }

    [Fact]
    public async Task Injected_faults_are_throttles_and_errors_of_the_service_and_every_call_is_one_of_them()
    {
        await using var bedrock = await BeginAsync(new() { Rate = 0.5, Seed = 3, Delay = TimeSpan.Zero });
        for (var call = 0; call < 100; call++)
        {
            await ConverseAsync(bedrock, Nova, "converse");
        }

        var counts = new List<double>();
        foreach (var metric in new[] { "Invocations", "InvocationThrottles", "InvocationServerErrors" })
        {
            counts.AddRange(await Retried(() => bedrock.ValuesAsync(metric, Nova)));
        }

        counts.Should().HaveCount(3).And.OnlyContain(count => count > 5);
        counts.Sum().Should().Be(100);
    }

    [Fact]
    public async Task A_call_of_a_flow_counts_for_the_models_of_its_prompts_as_often_as_they_run()
    {
        await using var bedrock = await BeginAsync();
        var flow = await bedrock.FlowAsync(Definition(
            [In(), Prompt("Draft"), Prompt("Better"), Out()],
            "In.document > Draft.mail",
            "Draft.modelCompletion > Better.mail",
            "Better.modelCompletion > Out.document"));

        await bedrock.InvokeAsync(flow, "four");
        await bedrock.InvokeAsync(flow, "four");

        (await bedrock.ValuesAsync("Invocations", Nova)).Should().Equal(4);
        (await bedrock.ValuesAsync("InputTokenCount", Nova)).Should().Equal(2 * (1 + 17));
    }

    [Fact]
    public async Task What_names_no_model_is_counted_for_none()
    {
        await using var bedrock = await BeginAsync();

        await ConverseAsync(bedrock, "nonsense", "converse");
        await ConverseAsync(bedrock, "arn:aws:bedrock:us-east-1:123456789012:prompt/NOTTHERE00", "converse");

        var listed = await bedrock.AskAsync("ListMetrics", "{}");
        listed.Body["Metrics"]!.AsArray().Should().BeEmpty();
    }

    private Task<LocalBedrock> BeginAsync(FaultOptions? faults = null) =>
        LocalBedrock.StartAsync(new() { Clock = _clock, Answers = _ => new string('x', 65), Faults = faults ?? new() });

    private static Task<Reply> ConverseAsync(LocalBedrock bedrock, string model, string operation) =>
        bedrock.PostAsync($"/model/{Uri.EscapeDataString(model)}/{operation}", JsonNode.Parse(
            """{ "messages": [{ "role": "user", "content": [{ "text": "Hi there" }] }] }""")!);

    /// <summary>Questions are hit as well.</summary>
    private static async Task<double[]> Retried(Func<Task<double[]>> ask)
    {
        for (var left = 50; ; left--)
        {
            try
            {
                return await ask();
            }
            catch (Xunit.Sdk.XunitException) when (left > 0)
            {
                // An injected fault.
            }
        }
    }
}
