using System.CommandLine;
using Infra.Cli.Files;
using Infra.Planning;
using Infra.Targets.Pages;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts catalog</c> writes a page with every prompt and flow, for people to look at.</summary>
internal static class CatalogCommand
{
    public static Command Create(Host host)
    {
        Option<string> folder = new("--output", "-o")
        {
            Description = "The folder to write index.html to; it is made if it is not there.",
            HelpName = "folder",
            Required = true,
        };
        Command command = new("catalog", "Write a page that shows every prompt and flow and what each stack serves.")
        {
            folder,
        };
        command.SetAction(line => Run(host, line.Project(host), host.PathOf(line.GetRequiredValue(folder))));
        return command;
    }

    private static int Run(Host host, string folder, string output)
    {
        var project = host.Read(folder);
        var exit = host.Report(ProjectChecks.All(project, host.Today));
        if (exit != ExitCode.Success)
        {
            return exit;
        }

        var plans = project.Value!.Stacks.Values.Select(stack => Planner.Plan(project.Value, stack).Value!);
        var page = CatalogPage.Render(project.Value, [.. plans], [], host.Today);
        Directory.CreateDirectory(output);
        AtomicFile.Write(Path.Combine(output, "index.html"), page);
        host.Out.WriteLine(Path.Combine(output, "index.html"));
        return exit;
    }
}
