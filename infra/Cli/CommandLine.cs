using System.CommandLine;
using Infra.Cli.Commands;

namespace Infra.Cli;

/// <summary>The console <c>prompts</c>.</summary>
internal static class CommandLine
{
    /// <summary>An argument that starts with @ is a text, such as a note to a team, and not a file with more
    /// arguments.</summary>
    private static readonly ParserConfiguration Arguments = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line; every failure outside the program becomes one line and exit code 2.</summary>
    internal static Task<int> Run(string[] args, Host host, CancellationToken cancel = default) =>
        Boundary.Within(() => host.Error, host.Variable, async () =>
        {
            var line = Commands(host).Parse(args, Arguments);
            if (line.Errors.Count > 0)
            {
                new CommandHelp(Groups(host)).Wrong(line, host.Error);
                return ExitCode.Failure;
            }

            var said = host with
            {
                AsOf = line.AsOf() ?? host.AsOf,
                ProjectFolder = () => line.Project(host),
                Config = [.. line.Config()],
            };
            return await Commands(said).Parse(args, Arguments).InvokeAsync(Streams(host), cancel).ConfigureAwait(false);
        });

    /// <summary>The root command with all commands.</summary>
    internal static RootCommand Commands(Host host)
    {
        RootCommand root =
            new("Prompts as infrastructure on AWS Bedrock: check, plan, release, promote and try prompts.");
        foreach (var option in Shared.Everywhere())
        {
            root.Add(option);
        }

        var groups = Groups(host);
        foreach (var command in groups.SelectMany(group => group.Commands))
        {
            root.Add(command);
        }

        new CommandHelp(groups).Take(root);
        return root;
    }

    /// <summary>The commands, grouped by purpose.</summary>
    private static IReadOnlyList<(string Name, IReadOnlyList<Command> Commands)> Groups(Host host) =>
    [
        ("Write",
        [
            ValidateCommand.Create(host), ExplainCommand.Create(host), ImportCommand.Create(host),
            ExportCommand.Create(host), GraphCommand.Create(host), CatalogCommand.Create(host),
            SchemaCommand.Create(host),
        ]),
        ("Release",
        [
            PlanCommand.Create(host), ReleaseCommand.Create(host), PromoteCommand.Create(host),
            RollbackCommand.Create(host), HistoryCommand.Create(host), ExperimentCommand.Create(host),
        ]),
        ("Run",
        [
            UpCommand.Create(host), DestroyCommand.Create(host), SmokeCommand.Create(host),
            StatusCommand.Create(host), WatchCommand.Create(host), ServeCommand.Create(host),
            CostCommand.Create(host), ModelsCommand.Create(host),
        ]),
        ("Set up", [NewCommand.Create(host), DoctorCommand.Create(host), PolicyCommand.Create(host)]),
    ];

    private static InvocationConfiguration Streams(Host host) =>
        new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
}
