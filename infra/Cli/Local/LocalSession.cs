using Infra.Local;
using Infra.Local.Deploy;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>A local Bedrock for one command: one that is already running, or one of its own.</summary>
/// <remarks>All files are in <c>.local/</c> of the project, which git ignores.</remarks>
internal sealed class LocalSession : IAsyncDisposable
{
    /// <summary>The region of stacks whose settings state none.</summary>
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

    /// <summary>Whether it was already running, and so contains what happened before this command.</summary>
    public bool IsServed => _server is null;

    /// <summary>A message about damage to the local Bedrock's files; null for none.</summary>
    public string? Damage => _server?.Damage;

    private string Folder { get; }

    /// <summary>Connects to the server that is running for the project, or starts one.</summary>
    /// <exception cref="Failure">Another command, which is not a server, is using the local Bedrock's
    /// files.</exception>
    public static async Task<LocalSession> Open(string folder, LocalOptions options, CancellationToken cancel)
    {
        try
        {
            return await Start(folder, options, cancel).ConfigureAwait(false);
        }
        catch (AlreadyServedException)
        {
            return await LocalEndpoint.Find(folder, cancel).ConfigureAwait(false) is { } running
                ? new(null, running, folder)
                : throw new Failure(LocalEndpoint.InUse);
        }
    }

    /// <summary>Starts a server.</summary>
    /// <exception cref="AlreadyServedException">One is already running for the project.</exception>
    public static async Task<LocalSession> Start(string folder, LocalOptions options, CancellationToken cancel)
    {
        var served = new LatestAnswers(folder).On(options) with { File = LocalFiles.Data(folder) };
        var server = await LocalServer.StartAsync(served, cancel).ConfigureAwait(false);
        return new(server, server.Url, folder);
    }

    /// <summary>A deployer for a stack; dispose of the state when done.</summary>
    public (Deployer Deployer, StateFile State) Deployer(
        string stack, StackSettings? settings, Action<DeployEvent> tell)
    {
        var region = settings?.Region ?? DefaultRegion;
        var state = StateFile.Open(LocalFiles.State(Folder, stack), LocalServer.NameOf(LocalFiles.Data(Folder)));
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
