using Infra.Cli.Files;
using Infra.Local;
using Infra.Local.Deploy;
using Infra.Settings;

namespace Infra.Cli.Local;

/// <summary>A local Bedrock for one command: one that is being served already, or one of its own.</summary>
/// <remarks>Everything lies in <c>.local/</c> of the project, which git ignores.</remarks>
internal sealed class LocalSession : IAsyncDisposable
{
    /// <summary>The region of stacks whose settings name none.</summary>
    public const string DefaultRegion = "us-east-1";

    private readonly LocalServer? _server;
    private readonly HttpClient _http;

    private LocalSession(LocalServer? server, Uri url, string folder)
    {
        (_server, Url, Folder) = (server, url, folder);
        _http = new HttpClient { BaseAddress = url };
    }

    /// <summary>The endpoint.</summary>
    public Uri Url { get; }

    private string Folder { get; }

    /// <summary>Connects to the server that is running for the project, or starts one.</summary>
    /// <exception cref="IOException">Another command is using the local Bedrock's files.</exception>
    public static async Task<LocalSession> Open(string folder, LocalOptions options, CancellationToken cancel)
    {
        if (await LocalEndpoint.Find(folder, cancel).ConfigureAwait(false) is { } running)
        {
            return new(null, running, folder);
        }

        var server = await LocalServer.StartAsync(options with { File = LocalFiles.Data(folder) }, cancel).ConfigureAwait(false);
        return new(server, server.Url, folder);
    }

    /// <summary>A deployer for a stack; dispose the state when done.</summary>
    public (Deployer Deployer, StateFile State) Deployer(string stack, StackSettings? settings, Action<DeployEvent> tell)
    {
        var region = settings?.Region ?? DefaultRegion;
        var state = StateFile.Open(LocalFiles.State(Folder, stack));
        return (new(new(_http, region), state, region, tell), state);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }
    }
}
