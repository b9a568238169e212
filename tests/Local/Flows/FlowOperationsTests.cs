using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Flows;

public sealed class FlowOperationsTests : IAsyncLifetime
{
    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task Only_a_prepared_draft_becomes_a_version()
    {
        var id = (await CreateAsync())["id"];

        (await VersionAsync(id)).Is(409, "ConflictException");
        (await PrepareAsync(id))["status"].Should().Be("Preparing");
        (await bedrock.GetAsync($"/flows/{id}/"))["status"].Should().Be("Prepared");
        (await VersionAsync(id))["version"].Should().Be("1");
        await bedrock.PutAsync($"/flows/{id}/", FlowBodies.Echo("other"));
        (await VersionAsync(id)).Is(409, "ConflictException");
        (await bedrock.GetAsync($"/flows/{id}/versions/1/"))["name"].Should().Be("echo");
    }

    [Fact]
    public async Task A_draft_with_errors_fails_to_prepare_and_says_why()
    {
        var body = FlowBodies.Echo("echo");
        body["definition"]!["connections"] = new JsonArray();
        var id = (await bedrock.PostAsync("/flows/", body))["id"];

        await PrepareAsync(id);

        var flow = await bedrock.GetAsync($"/flows/{id}/");
        flow["status"].Should().Be("Failed");
        var finding = flow.Body["validations"]!.AsArray()
            .Single(found => found!["severity"]!.GetValue<string>() is "Error")!;
        finding["type"]!.GetValue<string>().Should().Be("UnfulfilledNodeInput");
        finding["details"]!.ToJsonString()
            .Should().Be("""{"unfulfilledNodeInput":{"input":"document","node":"Out"}}""");
        (await VersionAsync(id)).Is(409, "ConflictException");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_conversation_that_stands_in_a_flow_is_refused_as_the_service_does(bool isInLoop)
    {
        var node = JsonNode.Parse("""
            {"name": "Ask", "type": "Prompt", "configuration": {"prompt": {"sourceConfiguration": {"inline": {
              "modelId": "amazon.nova-lite-v1:0", "templateType": "CHAT",
              "templateConfiguration": {"chat": {"messages": [{"role": "user", "content": [{"text": "Hi"}]}]}}}}}}}
            """)!;
        var loop = new JsonObject
        {
            ["name"] = "Again",
            ["type"] = "Loop",
            ["configuration"] = new JsonObject
            {
                ["loop"] = new JsonObject
                {
                    ["definition"] = new JsonObject { ["nodes"] = new JsonArray(node.DeepClone()) },
                },
            },
        };
        var id = (await CreateAsync())["id"];
        var body = FlowBodies.Echo("talking");
        body["definition"]!["nodes"]!.AsArray().Add(isInLoop ? loop : node);

        (await bedrock.PostAsync("/flows/", body.DeepClone().AsObject())).Is(400, "ValidationException");
        (await bedrock.PutAsync($"/flows/{id}/", body)).Is(400, "ValidationException");
    }

    [Fact]
    public async Task A_definition_is_validated_without_a_flow()
    {
        var whole = new JsonObject { ["definition"] = FlowBodies.Echo("x")["definition"]!.DeepClone() };
        (await bedrock.PostAsync("/flows/validate-definition", whole)).Body.ToJsonString()
            .Should().Be("""{"validations":[]}""");
        whole["definition"]!["nodes"]!.AsArray().RemoveAt(0);

        var validated = await bedrock.PostAsync("/flows/validate-definition", whole);

        validated.Status.Should().Be(HttpStatusCode.OK);
        validated.Body["validations"]!.AsArray().Select(found => found!["type"]!.GetValue<string>())
            .Should().Contain("MissingStartingNodes").And.Contain("UnknownConnectionSource");
    }

    [Fact]
    public async Task An_alias_keeps_the_version_it_points_at_alive()
    {
        var id = await PreparedAsync();
        await VersionAsync(id);
        await VersionAsync(id);
        var alias = await AliasAsync(id, "live", "1");

        (await bedrock.DeleteAsync($"/flows/{id}/versions/1/")).Is(409, "ConflictException");
        (await bedrock.DeleteAsync($"/flows/{id}/")).Is(409, "ConflictException");
        await bedrock.PutAsync($"/flows/{id}/aliases/{alias["id"]}", AliasBody("live", "2"));
        (await bedrock.DeleteAsync($"/flows/{id}/versions/1/")).Status.Should().Be(HttpStatusCode.OK);
        (await bedrock.DeleteAsync($"/flows/{id}/aliases/{alias["id"]}"))["flowId"].Should().Be(id);
        (await bedrock.DeleteAsync($"/flows/{id}/"))["id"].Should().Be(id);
    }

    [Fact]
    public async Task An_alias_routes_to_one_version_that_exists()
    {
        var id = await PreparedAsync();
        await VersionAsync(id);

        (await AliasAsync(id, "live", "7")).Is(404, "ResourceNotFoundException");
        var two = AliasBody("live", "1");
        two["routingConfiguration"]!.AsArray().Add(new JsonObject { ["flowVersion"] = "1" });
        (await bedrock.PostAsync($"/flows/{id}/aliases", two)).Is(400, "ValidationException");
        await AliasAsync(id, "live", "1");
        (await AliasAsync(id, "live", "1")).Is(409, "ConflictException");
    }

    [Fact]
    public async Task Every_flow_has_a_test_alias_that_follows_the_draft()
    {
        var id = (await CreateAsync())["id"];

        var alias = await bedrock.GetAsync($"/flows/{id}/aliases/TSTALIASID");

        alias.Body["routingConfiguration"]!.ToJsonString().Should().Be("""[{"flowVersion":"DRAFT"}]""");
        (await bedrock.DeleteAsync($"/flows/{id}/aliases/TSTALIASID")).Is(400, "ValidationException");
    }

    [Fact]
    public async Task Ten_versions_and_ten_aliases_may_exist()
    {
        var id = await PreparedAsync();
        for (var number = 1; number <= 10; number++)
        {
            await VersionAsync(id);
            await AliasAsync(id, $"alias-{number}", "1");
        }

        (await VersionAsync(id)).Is(402, "ServiceQuotaExceededException");
        (await AliasAsync(id, "one-more", "1")).Is(402, "ServiceQuotaExceededException");
    }

    [Fact]
    public async Task Cloud_Control_prepares_a_flow_and_minds_the_alias_of_a_version()
    {
        var flow = await bedrock.CreateAsync("AWS::Bedrock::Flow", FlowBodies.Raised(FlowBodies.Echo("echo")));
        var version = await bedrock.CreateAsync("AWS::Bedrock::FlowVersion", new() { ["FlowArn"] = flow });
        var alias = await bedrock.CreateAsync("AWS::Bedrock::FlowAlias", new()
        {
            ["FlowArn"] = flow,
            ["Name"] = "live",
            ["RoutingConfiguration"] = new JsonArray(new JsonObject { ["FlowVersion"] = "1" }),
        });

        (await bedrock.ReadAsync("AWS::Bedrock::Flow", flow))["Status"]!.GetValue<string>().Should().Be("Prepared");
        version.Should().Be($"{flow}|1");
        alias.Should().EndWith($"|{flow}");
        var refused = await bedrock.ControlAsync("DeleteResource", new()
        {
            ["TypeName"] = "AWS::Bedrock::FlowVersion",
            ["Identifier"] = version,
        });
        refused["ErrorCode"]!.GetValue<string>().Should().Be("ResourceConflict");
        (await bedrock.ReadAsync("AWS::Bedrock::FlowVersion", version))["Definition"]!.ToJsonString()
            .Should().Be((await bedrock.ReadAsync("AWS::Bedrock::Flow", flow))["Definition"]!.ToJsonString());
    }

    private Task<Reply> CreateAsync() => bedrock.PostAsync("/flows/", FlowBodies.Echo("echo"));

    private Task<Reply> PrepareAsync(string id) => bedrock.PostAsync($"/flows/{id}/", new JsonObject());

    private Task<Reply> VersionAsync(string id) => bedrock.PostAsync($"/flows/{id}/versions", new JsonObject());

    private async Task<string> PreparedAsync()
    {
        var id = (await CreateAsync())["id"];
        await PrepareAsync(id);
        return id;
    }

    private Task<Reply> AliasAsync(string id, string name, string version) =>
        bedrock.PostAsync($"/flows/{id}/aliases", AliasBody(name, version));

    private static JsonObject AliasBody(string name, string version) => new()
    {
        ["name"] = name,
        ["routingConfiguration"] = new JsonArray(new JsonObject { ["flowVersion"] = version }),
    };
}
