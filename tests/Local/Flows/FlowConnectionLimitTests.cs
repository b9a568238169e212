using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Local.InvokeFlow;
using Xunit;

namespace Infra.Tests.Local.Flows;

/// <summary>The API's model says 20 connections, but the service takes 39 (terraform-provider-aws, issue 43470):
/// the local one takes what CloudFormation's schema allows.</summary>
public sealed class FlowConnectionLimitTests
{
    [Fact]
    public async Task More_connections_than_the_model_says_are_taken_up_to_the_schema_of_CloudFormation()
    {
        await using var bedrock = await LocalBedrock.StartAsync();
        var (fan, wide) = (Fan("fan", 39), Fan("wide", 101));

        var refused = await bedrock.PostAsync("/flows/", wide);
        var taken = await bedrock.PostAsync("/flows/", fan);
        var arn = await bedrock.CreateAsync("AWS::Bedrock::Flow", FlowBodies.Raised(Fan("raised", 39)));

        refused.Is(400, "ValidationException");
        refused["message"].Should().Contain("'definition.connections'").And.Contain("less than or equal to 100");
        taken["id"].Should().NotBeNull();
        (await bedrock.ReadAsync("AWS::Bedrock::Flow", arn))["Status"]!.GetValue<string>().Should().Be("Prepared");
    }

    private static JsonObject Fan(string name, int outputs)
    {
        var body = FlowBodies.Echo(name);
        body["definition"] = FlowFixture.Definition(
            [FlowFixture.In(), .. Enumerable.Range(0, outputs).Select(output => FlowFixture.Out($"Out{output}"))],
            Enumerable.Range(0, outputs).Select(output => $"In.document > Out{output}.document"));
        return body;
    }
}
