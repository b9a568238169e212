using System.Text.Json.Nodes;
using Infra.Cli.Aws;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class AliasParametersTests
{
    [Fact]
    public async Task Names_without_a_parameter_are_left_out()
    {
        await using var server = await Loopback.Giving(Answers.Json(
            """
            {
              "InvalidParameters": ["/bedrock-prompts/prod/lost/live"],
              "Parameters": [
                { "ARN": "x", "Name": "/bedrock-prompts/prod/order/live", "Type": "String", "Value": "arn:1",
                  "Version": 4, "LastModifiedDate": 1.7956512E9, "DataType": "text" },
                { "Name": "/bedrock-prompts/prod/answer/live", "Value": "arn:2" }
              ]
            }
            """));
        using var aws = new AwsClients(server.Connection);

        var aliases = await AliasParameters.Read(aws, "/bedrock-prompts/prod", ["order", "lost", "answer"], default);

        Assert.Equal([KeyValuePair.Create("answer", "arn:2"), KeyValuePair.Create("order", "arn:1")], aliases);
    }

    [Fact]
    public async Task The_call_is_spelled_as_Systems_Manager_spells_it()
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        using var aws = new AwsClients(server.Connection);

        var aliases = await AliasParameters.Read(aws, "/bedrock-prompts/prod", ["order"], default);

        Assert.Empty(aliases);
        Assert.Equal("POST /", $"{server.Only.Method} {server.Only.Target}");
        Assert.Equal("AmazonSSM.GetParameters", server.Only.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", server.Only.Headers["Content-Type"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"Names":["/bedrock-prompts/prod/order/live"]}"""), JsonNode.Parse(server.Only.Body)));
    }

    [Fact]
    public async Task Ten_are_asked_for_at_once()
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        using var aws = new AwsClients(server.Connection);

        await AliasParameters.Read(aws, "/p", Enumerable.Range(0, 21).Select(number => $"prompt-{number}"), default);

        Assert.Equal([10, 10, 1], server.All.Select(call => JsonNode.Parse(call.Body)!["Names"]!.AsArray().Count));
    }
}
