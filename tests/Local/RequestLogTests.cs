using System.Text.Json.Nodes;
using System.Threading.Channels;
using FluentAssertions;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Every_request_is_told_with_what_it_asked_and_how_it_ended()
    {
        var told = Channel.CreateUnbounded<RequestLine>();
        await using var bedrock = await LocalBedrock.StartAsync(new() { Log = line => told.Writer.TryWrite(line) });

        await bedrock.GetAsync("/prompts/");
        await bedrock.GetAsync("/prompts/0123456789/");
        await bedrock.TargetAsync("AmazonSSM.GetParameter", new JsonObject { ["Name"] = "none" });
        await bedrock.GetAsync("/a%1Bb");

        // A request is told after its answer was sent.
        var lines = await told.Reader.ReadAllAsync().Take(4).ToListAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        lines.Select(line => $"{line.Status} {line.Operation} {line.Error}").Should().Equal(
            "200 bedrock-agent ListPrompts ",
            "404 bedrock-agent GetPrompt ResourceNotFoundException",
            "400 ssm GetParameter ParameterNotFound",
            "404 GET /a%1Bb UnknownOperationException");
    }
}
