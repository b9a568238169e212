using System.CommandLine;
using Infra.Cli;
using Infra.Cli.Commands;

return await Run(args, Host.Process()).ConfigureAwait(false);

/// <summary>The console <c>prompts</c>.</summary>
internal static partial class Program
{
    /// <summary>Runs one command line; everything that goes wrong outside becomes one line and exit 2.</summary>
    internal static async Task<int> Run(string[] args, Host host)
    {
        try
        {
            var line = Commands(host).Parse(args);
            var exit = await line.InvokeAsync(Streams(host)).ConfigureAwait(false);
            return line.Errors.Count > 0 ? ExitCode.Failure : exit;
        }
        catch (Failure failure)
        {
            await host.Error.WriteLineAsync($"prompts: {failure.Message}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"prompts: {e.Message}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    private static RootCommand Commands(Host host) =>
        new("Prompts as infrastructure on AWS Bedrock: check, plan, release, promote and try the prompts of this repository.")
        {
            Shared.Folder,
            ValidateCommand.Create(host),
            PlanCommand.Create(host),
        };

    private static InvocationConfiguration Streams(Host host) =>
        new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
}
