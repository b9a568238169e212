using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local;

/// <summary>One port takes HTTP/1.1 and, from clients that know they want it, HTTP/2 without TLS.</summary>
public sealed class BothVersionsTests : IAsyncLifetime
{
    private const string Model = "/model/amazon.nova-lite-v1%3A0";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_conversation_and_its_stream_are_the_same_over_both(string version)
    {
        bedrock.Http.DefaultRequestVersion = new(version);
        bedrock.Http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        var whole = await bedrock.PostAsync($"{Model}/converse", Hello());
        var streamed = await bedrock.PostAsync($"{Model}/converse-stream", Hello());

        var text = whole.Body["output"]!["message"]!["content"]![0]!["text"]!.GetValue<string>();
        string.Concat(streamed.Events
            .Where(next => next.Name is "contentBlockDelta")
            .Select(next => next.Body["delta"]!["text"])).Should().Be(text).And.EndWith("Hello");
    }

    [Fact]
    public async Task Both_take_turns_and_go_side_by_side()
    {
        using var second = new HttpClient
        {
            BaseAddress = bedrock.Url,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            (number % 2 is 0 ? second : bedrock.Http).GetStringAsync(new Uri("prompts", UriKind.Relative))));

        answers.Should().AllBe("""{"promptSummaries":[]}""");
    }

    [Theory]
    [InlineData("GET /prompts HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("PRI /prompts HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404")]
    [InlineData("PRI * HTTP/1.1\r\n\r\n", "HTTP/1.1 405")]
    public async Task Bytes_that_come_one_by_one_are_not_taken_for_something_else(string request, string answer)
    {
        using var socket = await ConnectAsync();
        foreach (var next in Encoding.ASCII.GetBytes(request))
        {
            await socket.SendAsync(new[] { next });
        }

        var first = new byte[answer.Length];
        var length = await socket.ReceiveAsync(first);

        Encoding.ASCII.GetString(first, 0, length).Should().Be(answer);
    }

    [Fact]
    public async Task Who_says_nothing_or_half_of_it_holds_up_neither_others_nor_the_end()
    {
        var server = await LocalServer.StartAsync(new());
        using var silent = await ConnectAsync(server.Url);
        using var half = await ConnectAsync(server.Url);
        await half.SendAsync("PRI * HT"u8.ToArray());
        using var other = new HttpClient();
        (await other.GetAsync(new Uri(server.Url, "prompts"))).StatusCode.Should().Be(HttpStatusCode.OK);

        var end = server.DisposeAsync().AsTask();

        (await Task.WhenAny(end, Task.Delay(TimeSpan.FromSeconds(20)))).Should().Be(end);
    }

    private Task<Socket> ConnectAsync() => ConnectAsync(bedrock.Url);

    private static async Task<Socket> ConnectAsync(Uri server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return socket;
    }

    private static JsonObject Hello() => new()
    {
        ["messages"] = new JsonArray(new JsonObject
        {
            ["role"] = "user",
            ["content"] = new JsonArray(new JsonObject { ["text"] = "Hello" }),
        }),
    };
}
