using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.State;

public sealed class RepeatTests
{
    [Fact]
    public async Task A_request_with_the_same_token_is_the_same_whatever_the_order_of_its_members()
    {
        await using var bedrock = await LocalBedrock.StartAsync();
        const string Token = "0123456789abcdef0123456789abcdef01";
        var first = await bedrock.PostAsync("/prompts/", JsonNode.Parse(
            $$"""{"name": "a", "clientToken": "{{Token}}", "tags": {"one": "1", "two": "2"} }""")!);

        var again = await bedrock.PostAsync("/prompts/", JsonNode.Parse(
            $$"""{"tags": {"two": "2", "one": "1"}, "clientToken": "{{Token}}", "name": "a"}""")!);
        var other = await bedrock.PostAsync("/prompts/", JsonNode.Parse(
            $$"""{"name": "a", "clientToken": "{{Token}}", "tags": {"one": "2", "two": "1"} }""")!);

        again["id"].Should().Be(first["id"]);
        other.Is(409, "ConflictException");
    }
}
