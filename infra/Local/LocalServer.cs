using System.Net;
using Infra.Local.Metrics;
using Infra.Local.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infra.Local;

/// <summary>A local Bedrock: answers AWS clients that are given its URL as their endpoint.</summary>
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

    /// <summary>The endpoint to give to clients.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>What people should know about the file that keeps what exists; null for nothing.</summary>
    public string? Damage => journal?.Damage;

    /// <summary>The name of the world that a file keeps, whoever has it; empty for none.</summary>
    public static string NameOf(string file) => Journal.NameOf(file);

    /// <summary>Starts a server that listens when the task is done.</summary>
    /// <exception cref="AlreadyServedException">Another server has the file.</exception>
    /// <exception cref="IOException">The port is taken, or the file cannot be read or written.</exception>
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

    /// <summary>Whoever started the server stops it: signals to the process are not its business.</summary>
    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
