using System.Text;
using System.Text.Json.Nodes;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BedrockPrompts.Client;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Clients;

/// <summary>The client to copy in C#, compiled into the tests as into any other program.</summary>
public sealed class CSharpClientTests : IAsyncLifetime
{
    private readonly JsonNode vectors =
        JsonNode.Parse(File.ReadAllText(Repository.Path("infra", "Clients", "vectors.json")))!;

    private ClientStack stack = null!;

    public async Task InitializeAsync() => stack = await ClientStack.StartAsync();

    public Task DisposeAsync() => stack.DisposeAsync().AsTask();

    [Fact]
    public async Task It_deals_as_all_clients_do()
    {
        var prompts = OfVectors(TextWriter.Null);

        foreach (var vector in vectors["buckets"]!.AsArray())
        {
            Prompt.Bucket($"{vector!["seed"]}", $"{vector["unit"]}")
                .Should().Be(vector["bucket"]!.GetValue<double>());
        }

        foreach (var deal in vectors["deals"]!.AsArray())
        {
            foreach (var call in deal!["calls"]!.AsArray())
            {
                var chosen = await prompts[$"{deal["name"]}"].ForUnit(call!["unit"]?.GetValue<string>()).Choose();
                chosen.Arn.Should().Be($"{call["arn"]}");
                chosen.Tags.Should().Equal(
                    call["tags"]!.AsObject().ToDictionary(tag => tag.Key, tag => $"{tag.Value}"));
            }
        }
    }

    [Fact]
    public async Task It_says_how_an_answer_went()
    {
        var written = new StringWriter { NewLine = "\n" };
        var prompts = OfVectors(written);

        foreach (var line in vectors["lines"]!.AsArray())
        {
            var answer = await prompts[$"{line!["name"]}"].ForUnit(line["unit"]?.GetValue<string>()).Choose();
            answer.Succeeded(line["success"]!.GetValue<bool>());
            var said = JsonNode.Parse(written.ToString().Split('\n')[^2])!;
            said["_aws"]!.AsObject().Remove("Timestamp").Should().BeTrue();
            JsonNode.DeepEquals(said, line["line"]).Should().BeTrue();
        }
    }

    [Fact]
    public async Task It_calls_a_prompt_whole_and_as_a_stream_and_a_flow()
    {
        var prompts = Of("/bedrock-prompts/test", new());

        var whole = await prompts["greeting"].Converse(new() { ["name"] = "María" });
        var streamed = await prompts["greeting"].Stream(new() { ["name"] = "María" });
        List<string> pieces = [];
        await foreach (var piece in streamed.Pieces())
        {
            pieces.Add(piece);
        }

        var flow = await prompts["echo"].Invoke("Where is my order?", "In");

        whole.Text.Should().Contain("Hello María");
        pieces.Should().HaveCountGreaterThan(1);
        string.Concat(pieces).Should().Be(whole.Text).And.Be(streamed.Text);
        streamed.Usage!.OutputTokens.Should().Be(whole.Usage!.OutputTokens).And.BePositive();
        flow.Outputs["Out"].AsString().Should().Be("Where is my order?");
    }

    [Fact]
    public async Task Its_errors_are_those_of_the_SDK()
    {
        var prompts = Of("/bedrock-prompts/test", new());

        var wrong = await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => prompts["greeting"].Converse(new() { ["nam"] = "María" }));
        await Assert.ThrowsAsync<ParameterNotFoundException>(() => prompts["nobody"].Converse([]));

        wrong.ErrorCode.Should().Be("ValidationException");
    }

    [Fact]
    public async Task It_keeps_what_is_live_for_a_minute_and_longer_where_none_can_be_had()
    {
        var clock = new SetClock();
        var prompts = Of("/bedrock-prompts/test", clock);
        var first = (await prompts["greeting"].Choose()).Arn;
        await stack.MoveAsync("greeting", stack.Second);

        (await prompts["greeting"].Choose()).Arn.Should().Be(first);
        clock.Now += TimeSpan.FromSeconds(61);
        (await prompts["greeting"].Choose()).Arn.Should().Be(stack.Second);
        clock.Now += TimeSpan.FromSeconds(61);
        await stack.DisposeAsync();
        (await prompts["greeting"].Choose()).Arn.Should().Be(stack.Second);
        await Assert.ThrowsAnyAsync<Exception>(() => prompts["never-read"].Choose());
    }

    private Prompts OfVectors(TextWriter metrics) => Of($"{vectors["path"]}", new()) with
    {
        UnitKey = Encoding.UTF8.GetBytes($"{vectors["unitKey"]}"),
        Metrics = metrics,
    };

    private Prompts Of(string path, SetClock clock)
    {
        var keys = new BasicAWSCredentials("local", "local");
        return new(
            path,
            new AmazonSimpleSystemsManagementClient(keys, Config<AmazonSimpleSystemsManagementConfig>()),
            new AmazonBedrockRuntimeClient(keys, Config<AmazonBedrockRuntimeConfig>()),
            new AmazonBedrockAgentRuntimeClient(keys, Config<AmazonBedrockAgentRuntimeConfig>()))
        { Clock = clock };
    }

    private T Config<T>()
        where T : ClientConfig, new() =>
        new()
        {
            ServiceURL = stack.Environment["AWS_ENDPOINT_URL"],
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        };

    /// <summary>A clock that goes when it is told to.</summary>
    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
