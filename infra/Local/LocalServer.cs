using System.Net;
using Infra.Local.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infra.Local;

/// <summary>A local Bedrock: answers AWS clients that are given its URL as their endpoint.</summary>
/// <remarks>Any region and any credentials are accepted; the account is always 123456789012.</remarks>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalServer(WebApplication app) => this.app = app;

    /// <summary>The endpoint to give to clients.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>Starts a server that listens when the task is done.</summary>
    public static async Task<LocalServer> StartAsync(LocalOptions options, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        new Endpoints(Services.Of(options), new Store(World.Empty), options.Clock).Map(app);
        await app.StartAsync(cancellation);
        return new LocalServer(app);
    }

    /// <summary>Completes when the server was told to stop.</summary>
    public Task WaitAsync(CancellationToken cancellation = default) => app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
