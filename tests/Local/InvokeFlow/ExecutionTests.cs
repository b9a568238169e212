using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.InvokeFlow;

/// <summary>Runs of flows that nobody waits for.</summary>
public sealed class ExecutionTests
{
    [Fact]
    public async Task An_execution_is_found_listed_told_and_kept_as_it_ran()
    {
        await using var bedrock = await FlowFixture.StartAsync();
        var flow = await bedrock.FlowAsync(FlowFixture.Definition(
            [FlowFixture.In(), FlowFixture.Prompt("Ask"), FlowFixture.Out()],
            "In.document > Ask.mail", "Ask.modelCompletion > Out.document"));
        var executions = $"/flows/{flow}/aliases/TSTALIASID/executions";

        var arn = (await bedrock.PostAsync(executions, Body("first")))["executionArn"];

        arn.Should().Be($"arn:aws:bedrock:us-east-1:123456789012:flow/{flow}/alias/TSTALIASID/execution/first");
        (await bedrock.GetAsync($"{executions}/first"))["status"].Should().Be("Succeeded");
        (await bedrock.GetAsync($"{executions}/{Uri.EscapeDataString(arn)}"))["executionArn"].Should().Be(arn);
        (await bedrock.PostAsync(executions, Body("second"))).Body.Should().ContainKey("executionArn");
        (await bedrock.PostAsync(executions, Body("first"))).Is(409, "ConflictException");
        var page = (await bedrock.GetAsync($"/flows/{flow}/executions?maxResults=1")).Body;
        page["flowExecutionSummaries"]!.AsArray().Should().ContainSingle();
        (await bedrock.GetAsync($"/flows/{flow}/executions?nextToken={page["nextToken"]}"))
            .Body["flowExecutionSummaries"]!.AsArray().Should().ContainSingle();
        (await EventsAsync(bedrock, $"{executions}/first", "Flow")).Should().Equal(
            """flowInputEvent In {"document":"Hello"}""", """flowOutputEvent Out {"document":"(Hello)"}""");
        (await EventsAsync(bedrock, $"{executions}/first", "Node")).Should().Contain(
            """nodeInputEvent Ask {"document":"Hello"}""", """nodeOutputEvent Ask {"document":"(Hello)"}""");
        JsonNode.Parse((await bedrock.GetAsync($"{executions}/first/flowsnapshot"))["definition"])!["nodes"]!
            .AsArray().Should().HaveCount(3);
        (await bedrock.PostAsync($"{executions}/first/stop", new JsonObject())).Is(409, "ConflictException");
        (await bedrock.GetAsync($"{executions}/third")).Is(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task An_execution_that_fails_says_why()
    {
        await using var bedrock = await FlowFixture.StartAsync();
        var flow = await bedrock.FlowAsync(FlowFixture.Definition(
            [FlowFixture.In(), FlowFixture.Out(expression: "$.data.missing")], "In.document > Out.document"));
        var executions = $"/flows/{flow}/aliases/TSTALIASID/executions";

        await bedrock.PostAsync(executions, Body("only"));

        (await bedrock.GetAsync($"{executions}/only"))["status"].Should().Be("Failed");
        var events = (await bedrock.GetAsync($"{executions}/only/events?eventType=Flow")).Body["flowExecutionEvents"]!;
        events[1]!["flowFailureEvent"]!["errorCode"]!.GetValue<string>().Should().Be("VALIDATION");
    }

    private static async Task<IEnumerable<string>> EventsAsync(LocalBedrock bedrock, string execution, string type) =>
        from told in (await bedrock.GetAsync($"{execution}/events?eventType={type}"))
            .Body["flowExecutionEvents"]!.AsArray()
        let one = told!.AsObject().Single()
        select $"{one.Key} {one.Value!["nodeName"]} {one.Value["fields"]?[0]?["content"]!.ToJsonString()}";

    private static JsonObject Body(string name) => new()
    {
        ["flowExecutionName"] = name,
        ["inputs"] = new JsonArray(new JsonObject
        {
            ["nodeName"] = "In",
            ["nodeOutputName"] = "document",
            ["content"] = new JsonObject { ["document"] = "Hello" },
        }),
    };
}
