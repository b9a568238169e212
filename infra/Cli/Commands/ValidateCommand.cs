using System.CommandLine;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts validate</c> checks every definition and every stack, and changes nothing.</summary>
internal static class ValidateCommand
{
    public static Command Create(Host host)
    {
        Command command = new("validate", "Check every definition and every stack; change nothing.");
        command.SetAction(line => Run(host, line.Project(host)));
        return command;
    }

    private static int Run(Host host, string folder)
    {
        var project = Project.Read(new WorkingTree(folder));
        var diagnostics = ProjectChecks.All(project);
        var exit = host.Report(diagnostics);
        if (exit == ExitCode.Success)
        {
            var (definitions, stacks) = (project.Value!.Catalog.Definitions.Count, project.Value.Stacks.Count);
            var found = diagnostics.Length == 0 ? "nothing to report" : Count(diagnostics.Length, "warning");
            host.Out.WriteLine($"{Count(definitions, "definition")}, {Count(stacks, "stack")}: {found}.");
        }

        return exit;
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
