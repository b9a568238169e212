using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Protocol.Wire;

/// <summary>Requests that no service can read are refused in AWS's words, and never break the server.</summary>
public sealed class UnreadableRequestTests : IAsyncLifetime
{
    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData("""{"name": """)]
    [InlineData("[1]")]
    [InlineData("""{"name": "a", "description": "\ud800"}""")]
    [InlineData("""{"name": ["a"]}""")]
    public async Task A_body_that_is_no_JSON_object_of_the_right_shape(string body) =>
        (await Create(Encoding.UTF8.GetBytes(body))).Is(400, "SerializationException");

    [Fact]
    public async Task Bytes_that_are_no_text() =>
        (await Create([.. "{\"name\":\""u8, 0xff, 0xfe, .. "\"}"u8])).Is(400, "SerializationException");

    [Fact]
    public async Task Braces_that_never_end() =>
        (await Create(Encoding.UTF8.GetBytes(new string('{', 100_000)))).Is(400, "SerializationException");

    [Fact]
    public async Task A_body_larger_than_anything_that_is_served()
    {
        var refused = await Create(new byte[30_000_001]);

        refused.Is(413, "RequestEntityTooLargeException");
        refused["message"].Should().NotBeEmpty();
    }

    [Fact]
    public async Task Of_two_members_of_one_name_the_last_counts()
    {
        var created = await Create("""{"name": "first", "name": "last"}"""u8.ToArray());

        created.Status.Should().Be(HttpStatusCode.Created);
        created["name"].Should().Be("last");
    }

    [Theory]
    [InlineData("PUT", "/prompts")]
    [InlineData("GET", "/agents")]
    [InlineData("GET", "/2015-03-31/functions")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("GET", "/agents/a.b/c.json")]
    public async Task An_operation_that_is_not_served(string method, string path) =>
        (await bedrock.SendAsync(new HttpMethod(method), path)).Is(404, "UnknownOperationException");

    [Theory]
    [InlineData("AmazonSSM.CreateDocument")]
    [InlineData("DynamoDB_20120810.ListTables")]
    public async Task An_operation_of_the_json_protocol_that_is_not_served(string target) =>
        (await bedrock.TargetAsync(target, [])).Is(400, "UnknownOperationException");

    private async Task<Reply> Create(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await bedrock.Http.PostAsync(new Uri("prompts", UriKind.Relative), content);
        return new(
            response.StatusCode,
            response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : null,
            "application/json",
            await response.Content.ReadAsByteArrayAsync());
    }
}
