using System.CommandLine;
using Infra.Cli.Commands;
using Infra.Local.Deploy;
using Infra.Workspace;

namespace Infra.Cli;

/// <summary>The console <c>prompts</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line; everything that goes wrong outside becomes one line and exit 2.</summary>
    internal static async Task<int> Run(string[] args, Host host, CancellationToken cancel = default)
    {
        try
        {
            var line = Commands(host).Parse(args);
            var isWrong = line.Errors.Count > 0;
            var streams = Streams(host, isWrong ? host.Error : host.Out);
            var exit = await line.InvokeAsync(streams, cancel).ConfigureAwait(false);
            return isWrong ? ExitCode.Failure : exit;
        }
        catch (Failure failure)
        {
            await host.Error.WriteLineAsync($"prompts: {failure.Message}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"prompts: {e.Message}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (DeployException refused)
        {
            await host.Error.WriteLineAsync($"prompts: {refused.Message}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    private static RootCommand Commands(Host host) =>
        new("Prompts as infrastructure on AWS Bedrock: check, plan, release, promote and try prompts.")
        {
            Shared.Folder,
            ValidateCommand.Create(host),
            PlanCommand.Create(host),
            ReleaseCommand.Create(host),
            PromoteCommand.Create(host),
            RollbackCommand.Create(host),
            HistoryCommand.Create(host),
            PolicyCommand.Create(host),
            SchemaCommand.Create(host),
            UpCommand.Create(host),
            DestroyCommand.Create(host),
            SmokeCommand.Create(host),
            ServeCommand.Create(host),
            ImportCommand.Create(host),
            ExportCommand.Create(host),
            GraphCommand.Create(host),
        };

    /// <summary>Help is the result when it was asked for, and talk when the command line was wrong.</summary>
    private static InvocationConfiguration Streams(Host host, TextWriter help) =>
        new() { Output = help, Error = host.Error, EnableDefaultExceptionHandler = false };
}
