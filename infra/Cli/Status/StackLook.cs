using Infra.Cli.Aws;
using Infra.Cli.Local;
using Infra.Cli.Running;
using Infra.Local;
using Infra.Planning;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Status;

/// <summary>Reads the status of stacks, on AWS or on the local Bedrock, and shows its progress.</summary>
internal sealed class StackLook : IAsyncDisposable
{
    private readonly Host _host;
    private readonly AwsConnection _connection;
    private readonly LocalSession? _session;

    private StackLook(Host host, AwsConnection connection, LocalSession? session) =>
        (_host, _connection, _session) = (host, connection, session);

    /// <summary>Opens the place of the stacks.</summary>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="folder">The project.</param>
    /// <param name="connection">How to reach AWS.</param>
    /// <param name="isLocal">Whether the project's local Bedrock is used instead.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<StackLook> Open(
        Host host, string folder, AwsConnection connection, bool isLocal, CancellationToken cancel) => new(
            host,
            connection,
            isLocal ? await LocalSession.Open(folder, new LocalOptions(), cancel).ConfigureAwait(false) : null);

    /// <summary>What exists of a stack.</summary>
    /// <exception cref="Failure">It cannot be read.</exception>
    public async Task<StackWorld> At(Plan plan, StackSettings settings, CancellationToken cancel)
    {
        var region = _connection.Region ?? settings.Region;
        using var aws = new AwsClients(_session is null
            ? _connection with { Region = region }
            : AwsConnection.ToLocal(_session.Url, region ?? LocalSession.DefaultRegion));
        var names = plan.Aliases.Length;
        var world = await StackWorld.Look(
            new(aws, new Attempts(_host.Clock)),
            plan,
            settings with { Region = region ?? LocalSession.DefaultRegion },
            done => Tell($"\r{settings.Stack}: {done} of {names} names"),
            cancel).ConfigureAwait(false);
        Tell("\r\u001b[K");
        return world;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Tell(string progress)
    {
        if (_host.IsTerminal)
        {
            _host.Error.Write(progress);
        }
    }
}
