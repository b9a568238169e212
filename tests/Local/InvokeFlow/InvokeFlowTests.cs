using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Definitions.Flows;
using Infra.Tests.Local.Flows;
using Infra.Values;
using Xunit;
using static Infra.Tests.Local.InvokeFlow.FlowFixture;

namespace Infra.Tests.Local.InvokeFlow;

public sealed class InvokeFlowTests : IAsyncLifetime
{
    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_document_goes_through_prompts_and_leaves()
    {
        var flow = await AskAsync("Reply to {{mail}}");

        (await bedrock.RunAsync(flow, "日本")).Should().Equal("Out: (Reply to 日本)", "SUCCESS");
    }

    [Theory]
    [InlineData("""{"price": 11, "kind": "produce"}""", "Dear: produce")]
    [InlineData("""{"price": 11, "kind": "tool"}""", "Fair: tool")]
    [InlineData("""{"price": 0.5, "kind": "tool"}""", "Cheap: tool")]
    public async Task The_first_condition_that_holds_opens_its_branch(string document, string expected)
    {
        var which = Configured(
            Node("Which", "Condition", [("price", "Number", "$.data.price"), ("kind", "String", "$.data.kind")]),
            "condition",
            JsonNode.Parse("""
                { "conditions": [{ "name": "dear", "expression": "(price > 10) and (kind == \"produce\")" },
                  { "name": "fair", "expression": "price > 5" }, { "name": "default" }] }
                """)!);
        string[] branches = ["Dear", "Fair", "Cheap"];
        var flow = await bedrock.FlowAsync(Definition(
            [In("Object"), which, .. branches.Select(name => Out(name, "String", "$.data.kind"))],
            [
                "In.document > Which.price", "In.document > Which.kind",
                "Which.dear > Dear", "Which.fair > Fair", "Which.default > Cheap",
                .. branches.Select(name => $"In.document > {name}.document"),
            ]));

        (await bedrock.RunAsync(flow, JsonNode.Parse(document)!)).Should().Equal(expected, "SUCCESS");
    }

    [Fact]
    public async Task An_iterator_runs_what_follows_for_each_item_and_a_collector_gathers_the_results()
    {
        var all = Node(
            "All",
            "Collector",
            [("arrayItem", "String", "$.data"), ("arraySize", "Number", "$.data")],
            ("collectedArray", "Array"));
        var flow = await bedrock.FlowAsync(Definition(
            [In("Array"), Each("String", "$.data"), Prompt("Ask"), all, Out("Out", "Array")],
            "In.document > Each.array",
            "Each.arrayItem > Ask.mail",
            "Ask.modelCompletion > All.arrayItem",
            "Each.arraySize > All.arraySize",
            "All.collectedArray > Out.document"));

        (await bedrock.RunAsync(flow, new JsonArray("a", "b"))).Should().Equal("""Out: ["(a)","(b)"]""", "SUCCESS");
        (await bedrock.RunAsync(flow, new JsonArray())).Should().Equal("Out: []", "SUCCESS");
        var traced = (await bedrock.InvokeAsync(flow, new JsonArray("a", "b"), trace: true)).Events;
        traced.Select(next => next.Body.ToJsonString()).Should().Contain(text => text.Contains(
            """[{"nodeName":"Each","type":"Iterator","index":1}]""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_collector_every_item_leaves_by_itself()
    {
        var flow = await bedrock.FlowAsync(Definition(
            [In("Object"), Each("Object", "$.data.mails"), Out("Out", "String", "$.data.text")],
            "In.document > Each.array",
            "Each.arrayItem > Out.document"));

        var document = JsonNode.Parse("""{"mails": [{"text": "a"}, {"text": "b"}]}""")!;

        (await bedrock.RunAsync(flow, document)).Should().Equal("Out: a", "Out: b", "SUCCESS");
    }

    [Theory]
    [InlineData("((draft))", "Out: ((draft))", "Turns: 2")]
    [InlineData("never", "Out: (((draft)))", "Turns: 3")]
    public async Task A_loop_ends_when_its_condition_holds_or_its_turns_are_used_up(
        string enough, string text, string turns)
    {
        var improve = Configured(
            Node("Improve", "Loop", [("text", "String", "$.data")], ("result", "String"), ("iterationCount", "Number")),
            "loop",
            new JsonObject { ["definition"] = Turn(enough) });
        var flow = await bedrock.FlowAsync(Definition(
            [In(), improve, Out(), Out("Turns", "Number")],
            "In.document > Improve.text",
            "Improve.result > Out.document",
            "Improve.iterationCount > Turns.document"));

        (await bedrock.RunAsync(flow, "draft")).Should().Equal(text, turns, "SUCCESS");
    }

    [Fact]
    public async Task What_is_not_here_answers_from_stubs_or_says_that_it_is_not_here()
    {
        await using var stubbed = await StartAsync(call =>
            (call.Node, call.Type, call.Inputs["order"]) is
                ("Enrich", FlowNodeType.LambdaFunction, Value.Text { Content: "known" })
                ? Shorthand.Map(("price", 3))
                : null);
        var enrich = Configured(
            Node("Enrich", "LambdaFunction", [("order", "String", "$.data")], ("functionResponse", "Object")),
            "lambdaFunction",
            new JsonObject { ["lambdaArn"] = "arn:aws:lambda:us-east-1:123456789012:function:enrich:1" });
        var flow = await stubbed.FlowAsync(Definition(
            [In(), enrich, Out("Out", "Number", "$.data.price")],
            "In.document > Enrich.order",
            "Enrich.functionResponse > Out.document"));

        (await stubbed.RunAsync(flow, "known")).Should().Equal("Out: 3", "SUCCESS");
        (await stubbed.RunAsync(flow, "other")).Should().ContainSingle()
            .Which.Should().StartWith("dependencyFailedException: The local Bedrock has no LambdaFunction");
    }

    [Fact]
    public async Task Data_of_another_type_or_without_the_part_that_is_taken_stops_the_flow()
    {
        var flow = await bedrock.FlowAsync(Definition(
            [In("Object"), Out("Out", "String", "$.data.text")], "In.document > Out.document"));

        (await bedrock.RunAsync(flow, JsonNode.Parse("""{"text": 1}""")!)).Should().ContainSingle()
            .Which.Should().StartWith("validationException: The input document of node Out expects type String");
        (await bedrock.RunAsync(flow, JsonNode.Parse("{}")!)).Should().ContainSingle()
            .Which.Should().StartWith("validationException: The expression $.data.text");
        (await bedrock.InvokeAsync(flow, "text")).Is(400, "ValidationException");
    }

    [Fact]
    public async Task A_trace_follows_every_node()
    {
        var flow = await AskAsync("{{mail}}");

        var events = (await bedrock.InvokeAsync(flow, "x", trace: true)).Events.ToList();

        events.Where(next => next.Name is "flowTraceEvent")
            .Select(next => next.Body["trace"]!.AsObject().Single())
            .Select(trace => $"{trace.Value!["nodeName"]} {trace.Key}")
            .Should().Equal(
                "In nodeOutputTrace",
                "Ask nodeInputTrace",
                "Ask nodeActionTrace",
                "Ask nodeOutputTrace",
                "Out nodeInputTrace");
        events[^2].Name.Should().Be("flowOutputEvent");
        events[^1].Name.Should().Be("flowCompletionEvent");
    }

    [Fact]
    public async Task Two_hundred_invocations_at_once_all_succeed()
    {
        var flow = await AskAsync("{{mail}}");
        var numbers = Enumerable.Range(0, 200).ToList();

        var runs = await Task.WhenAll(numbers.Select(number => bedrock.RunAsync(flow, $"mail {number}")));

        runs.Select(run => run[0]).Should().Equal(numbers.Select(number => $"Out: (mail {number})"));
    }

    [Fact]
    public async Task An_alias_runs_its_version_and_the_test_alias_a_prepared_draft()
    {
        var flow = await bedrock.FlowAsync(Definition([In(), Out()], "In.document > Out.document"));
        await bedrock.PostAsync($"/flows/{flow}/versions", new JsonObject());
        var routing = JsonNode.Parse("""{"name": "live", "routingConfiguration": [{"flowVersion": "1"}]}""")!;
        var alias = (await bedrock.PostAsync($"/flows/{flow}/aliases", routing))["id"];
        await bedrock.PutAsync($"/flows/{flow}/", FlowBodies.Echo("changed"));
        var request = JsonNode.Parse("""{"inputs": [{"nodeName": "In", "content": {"document": "x"}}]}""")!;

        (await bedrock.InvokeAsync(flow, "x")).Is(409, "ConflictException");
        (await bedrock.PostAsync($"/flows/{flow}/aliases/{alias}", request)).Events
            .Select(next => next.Name).Should().Equal("flowOutputEvent", "flowCompletionEvent");
        (await bedrock.PostAsync($"/flows/{flow}/aliases/AAAAAAAAAA", request)).Is(404, "ResourceNotFoundException");
    }

    private Task<string> AskAsync(string text) => bedrock.FlowAsync(Definition(
        [In(), Prompt("Ask", text), Out()], "In.document > Ask.mail", "Ask.modelCompletion > Out.document"));

    private static JsonNode Each(string type, string expression) => Node(
        "Each", "Iterator", [("array", "Array", expression)], ("arrayItem", type), ("arraySize", "Number"));

    private static JsonObject Turn(string enough)
    {
        string[] categories = ["LoopCondition", "ReturnValueToLoopStart", "ExitLoop"];
        var end = Configured(
            Node("End", "LoopController", [.. categories.Select(name => (name, "String", "$.data"))]),
            "loopController",
            new JsonObject
            {
                ["maxIterations"] = 3,
                ["continueCondition"] = new JsonObject
                {
                    ["name"] = "good",
                    ["expression"] = $"LoopCondition == \"{enough}\"",
                },
            });
        for (var index = 0; index < categories.Length; index++)
        {
            end["inputs"]![index]!["category"] = categories[index];
        }

        return Definition(
            [Node("Start", "LoopInput", outputs: ("text", "String")), Prompt("Polish"), end],
            [
                "Start.text > Polish.mail",
                .. categories.Select(category => $"Polish.modelCompletion > End.{category}"),
            ]);
    }
}
