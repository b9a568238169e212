using FluentAssertions;
using Infra.Tests.Local.InvokeFlow;
using Xunit;

namespace Infra.Tests.Local.Flows;

/// <summary>The API takes 20 connections, and CloudFormation 100: so say their models.</summary>
public sealed class FlowConnectionLimitTests
{
    [Fact]
    public async Task What_is_too_much_for_the_API_can_be_made_by_CloudFormation()
    {
        await using var bedrock = await LocalBedrock.StartAsync();
        var body = FlowBodies.Echo("fan");
        body["definition"] = FlowFixture.Definition(
            [FlowFixture.In(), .. Enumerable.Range(0, 21).Select(output => FlowFixture.Out($"Out{output}"))],
            Enumerable.Range(0, 21).Select(output => $"In.document > Out{output}.document"));

        var refused = await bedrock.PostAsync("/flows/", body);
        var arn = await bedrock.CreateAsync("AWS::Bedrock::Flow", FlowBodies.Raised(body));

        refused.Is(400, "ValidationException");
        refused["message"].Should().Contain("'definition.connections'").And.Contain("less than or equal to 20");
        (await bedrock.ReadAsync("AWS::Bedrock::Flow", arn))["Status"]!.GetValue<string>().Should().Be("Prepared");
    }
}
