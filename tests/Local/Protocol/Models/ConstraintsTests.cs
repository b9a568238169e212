using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Local.Protocol.Models;
using Xunit;

namespace Infra.Tests.Local.Protocol.Models;

public sealed class ConstraintsTests
{
    private static readonly ServiceModel Agent = ServiceModel.Read("bedrock-agent");

    [Theory]
    [InlineData("""{"name": "a"}""", null)]
    [InlineData(
        "{}",
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        """{"name": "a", "description": ""}""",
        "1 validation error detected: Value '' at 'description' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1")]
    [InlineData(
        """{"name": "a-", "tags": {"?": "x"}}""",
        "1 validation error detected: Value '{?=x}' at 'tags' failed to satisfy constraint: "
        + "Map keys must satisfy constraint: "
        + @"[Member must satisfy regular expression pattern: [a-zA-Z0-9\s._:/=+@-]*]")]
    [InlineData(
        """{"name": "a", "variants": [{"name": "v", "templateType": "TEXT", "templateConfiguration": {}}]}""",
        "1 validation error detected: Value at 'variants.1.member.templateConfiguration' failed to satisfy constraint: "
        + "Exactly one member of the union must be set: [chat, text]")]
    [InlineData(
        """{"name": "", "clientToken": "short"}""",
        "2 validation errors detected: Value 'short' at 'clientToken' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 33; Value '' at 'name' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: ([0-9a-zA-Z][_-]?){1,100}")]
    public void Everything_broken_is_said_in_the_words_of_AWS(string request, string? message)
    {
        var shape = Agent.Input(Agent.Operations["CreatePrompt"]);

        var (input, _) = Reading.Request(Agent, shape, JsonNode.Parse(request)!.AsObject());

        Constraints.Broken(Agent, shape, input!).Should().Be(message);
    }

    [Theory]
    [InlineData("""{"name": 5}""", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("""{"variants": {}}""", "START_OBJECT can not be converted to a List")]
    [InlineData("""{"variants": [[]]}""", "START_ARRAY can not be converted to a Structure")]
    public void A_value_of_the_wrong_kind_cannot_be_read(string request, string message)
    {
        var shape = Agent.Input(Agent.Operations["CreatePrompt"]);

        var (_, unreadable) = Reading.Request(Agent, shape, JsonNode.Parse(request)!.AsObject());

        unreadable.Should().Be(message);
    }

    [Fact]
    public void Every_pattern_of_the_model_is_understood()
    {
        var patterns = Agent.Shapes.Values.OfType<ServiceShape.Text>()
            .Select(text => text.Pattern).OfType<string>().ToList();

        patterns.Should().NotBeEmpty();
        patterns.Should().AllSatisfy(pattern => _ = new Regex(pattern));
    }
}
