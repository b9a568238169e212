using System.Text.Json.Nodes;
using Infra.Cli.Aws;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class AliasParametersTests
{
    [Fact]
    public async Task Every_page_is_read_and_only_aliases_count()
    {
        await using var server = await Loopback.Giving(
            Answers.Json(
                """
                {
                  "NextToken": "more",
                  "Parameters": [
                    { "ARN": "x", "Name": "/bedrock-prompts/prod/order/live", "Type": "String", "Value": "arn:1",
                      "Version": 4, "LastModifiedDate": 1.7956512E9, "DataType": "text" },
                    { "Name": "/bedrock-prompts/prod/order/owner", "Value": "shop" }
                  ]
                }
                """),
            Answers.Json("""{"Parameters":[{"Name":"/bedrock-prompts/prod/answer/live","Value":"arn:2"}]}"""));
        using var aws = new AwsClients(server.Connection);

        var aliases = await AliasParameters.Read(aws, "/bedrock-prompts/prod", default);

        Assert.Equal([KeyValuePair.Create("answer", "arn:2"), KeyValuePair.Create("order", "arn:1")], aliases);
        Assert.Equal(2, server.All.Count);
        Assert.Equal("more", JsonNode.Parse(server.All[1].Body)!["NextToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_call_is_spelled_as_Systems_Manager_spells_it()
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        using var aws = new AwsClients(server.Connection);

        var aliases = await AliasParameters.Read(aws, "/bedrock-prompts/prod", default);

        Assert.Empty(aliases);
        Assert.Equal("POST /", $"{server.Only.Method} {server.Only.Target}");
        Assert.Equal("AmazonSSM.GetParametersByPath", server.Only.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", server.Only.Headers["Content-Type"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"Path":"/bedrock-prompts/prod","Recursive":true}"""), JsonNode.Parse(server.Only.Body)));
    }
}
