using System.Net;
using Infra.Local.Metrics;
using Infra.Local.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infra.Local;

/// <summary>A local Bedrock: a server that AWS clients can use as their endpoint.</summary>
/// <remarks>Any region and any credentials are accepted; the account is always 123456789012.</remarks>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly Journal? journal;
    private readonly WebApplication app;

    private LocalServer(LocalOptions options)
    {
        journal = options.File is { } file ? new Journal(file) : null;
        app = Build(options, new Store(journal));
    }

    /// <summary>The endpoint for clients.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>A message about damage to the file; null for none.</summary>
    public string? Damage => journal?.Damage;

    /// <summary>The name of the world in a file, even one that another server has opened; empty for none.</summary>
    public static string NameOf(string file) => Journal.NameOf(file);

    /// <summary>Starts a server, which accepts requests when the task has completed.</summary>
    /// <exception cref="AlreadyServedException">Another server has opened the file.</exception>
    /// <exception cref="IOException">The port is in use, or the file cannot be read or written.</exception>
    public static async Task<LocalServer> StartAsync(LocalOptions options, CancellationToken cancellation = default)
    {
        var server = new LocalServer(options);
        try
        {
            await server.app.StartAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        journal?.Dispose();
    }

    private static WebApplication Build(LocalOptions options, Store store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, CallersLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AllowAlternateSchemes = true;
            kestrel.Listen(IPAddress.Loopback, options.Port, BothVersions.Use);
        });
        var app = builder.Build();
        var meter = new ModelMeter(new());
        new Endpoints(Services.Of(options, meter), store, options, meter).Map(app);
        return app;
    }

    /// <summary>Leaves stopping to the caller who started the server: signals to the process are ignored
    /// here.</summary>
    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
