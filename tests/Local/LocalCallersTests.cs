using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local;

/// <summary>Programs of this machine are served; web pages that one of its browsers shows are not.</summary>
public sealed class LocalCallersTests : IAsyncLifetime
{
    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8201")]
    [InlineData("bedrock.localhost")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.8.0.1")]
    [InlineData("[::1]:8201")]
    public async Task Names_and_addresses_of_the_loopback_interface_are_served(string host) =>
        (await ListAsync(request => request.Headers.Host = host)).Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("prompts.example.com")]
    [InlineData("localhost.example.com")]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("192.168.0.7:8201")]
    [InlineData("0.0.0.0")]
    [InlineData("[2001:db8::1]")]
    [InlineData("2130706433.evil")]
    public async Task A_name_that_was_made_to_mean_this_machine_is_not(string host) =>
        (await ListAsync(request => request.Headers.Host = host)).Should().Be(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://localhost.example.com")]
    [InlineData("null")]
    [InlineData("http://localhost, https://example.com")]
    public async Task A_page_of_another_host_is_refused(string origin) =>
        (await ListAsync(request => request.Headers.TryAddWithoutValidation("Origin", origin)))
            .Should().Be(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:8080")]
    public async Task A_page_of_this_machine_is_served(string origin) =>
        (await ListAsync(request => request.Headers.Add("Origin", origin))).Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task What_a_form_can_post_creates_nothing(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name": "from-a-form"}"""));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var refused = await bedrock.Http.PostAsync(new Uri("prompts", UriKind.Relative), content);

        refused.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await bedrock.GetAsync("/prompts")).Body["promptSummaries"]!.AsArray().Should().BeEmpty();
    }

    private async Task<HttpStatusCode> ListAsync(Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "prompts");
        change(request);
        using var answer = await bedrock.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
