using System.CommandLine;
using Infra.Cli.Commands;

namespace Infra.Cli;

/// <summary>The console <c>prompts</c>.</summary>
internal static class CommandLine
{
    /// <summary>An argument that starts with @ is text, such as a note to a team: no file to take more from.</summary>
    private static readonly ParserConfiguration Arguments = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line; everything that goes wrong outside becomes one line and exit 2.</summary>
    internal static Task<int> Run(string[] args, Host host, CancellationToken cancel = default) =>
        Boundary.Within(() => host.Error, host.Variable, async () =>
        {
            var line = Commands(host).Parse(args, Arguments);
            if (line.Errors.Count == 0)
            {
                var said = host with
                {
                    AsOf = line.GetValue(Shared.AsOf) ?? host.AsOf,
                    Config = [.. line.GetValue(Shared.Config) ?? []],
                };
                line = Commands(said).Parse(args, Arguments);
            }

            var isWrong = line.Errors.Count > 0;
            var streams = Streams(host, isWrong ? host.Error : host.Out);
            var exit = await line.InvokeAsync(streams, cancel).ConfigureAwait(false);
            return isWrong ? ExitCode.Failure : exit;
        });

    /// <summary>Every command there is.</summary>
    internal static RootCommand Commands(Host host) =>
        new("Prompts as infrastructure on AWS Bedrock: check, plan, release, promote and try prompts.")
        {
            Shared.Folder,
            Shared.AsOf,
            Shared.Config,
            NewCommand.Create(host),
            ValidateCommand.Create(host),
            ExplainCommand.Create(host),
            PlanCommand.Create(host),
            ReleaseCommand.Create(host),
            PromoteCommand.Create(host),
            RollbackCommand.Create(host),
            HistoryCommand.Create(host),
            StatusCommand.Create(host),
            PolicyCommand.Create(host),
            SchemaCommand.Create(host),
            UpCommand.Create(host),
            DestroyCommand.Create(host),
            SmokeCommand.Create(host),
            ServeCommand.Create(host),
            ImportCommand.Create(host),
            ExportCommand.Create(host),
            ExperimentCommand.Create(host),
            GraphCommand.Create(host),
            CatalogCommand.Create(host),
            ModelsCommand.Create(host),
            CostCommand.Create(host),
        };

    /// <summary>Help is the result when it was asked for, and talk when the command line was wrong.</summary>
    private static InvocationConfiguration Streams(Host host, TextWriter help) =>
        new() { Output = help, Error = host.Error, EnableDefaultExceptionHandler = false };
}
