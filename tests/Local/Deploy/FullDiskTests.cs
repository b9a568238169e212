using System.Net;
using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class FullDiskTests
{
    [Fact]
    public async Task What_the_server_cannot_keep_is_not_asked_for_again()
    {
        using var full = new FullServer();
        using var http = new HttpClient(full) { BaseAddress = new("http://localhost") };
        var cloud = new CloudControlClient(http, "us-east-1");

        var creating = () => cloud.Create("AWS::SSM::Parameter", Shorthand.Map(), CancellationToken.None);

        (await creating.Should().ThrowAsync<DeployException>()).WithMessage("No space left on device");
        full.Asked.Should().Be(1);
    }

    private sealed class FullServer : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.InsufficientStorage)
            {
                Content = new StringContent(
                    """{"__type":"LocalStorageException","message":"No space left on device"}"""),
            });
        }
    }
}
