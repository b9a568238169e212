using System.CommandLine;
using Infra.Exchange.Exports;
using Infra.Planning;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts export &lt;name&gt;</c> prints a definition as CreatePrompt or CreateFlow takes it.</summary>
internal static class ExportCommand
{
    public static Command Create(Host host)
    {
        var name = Shared.Definition();
        Command command = new("export", "Print a definition as the API takes it.") { name };
        command.SetAction(line => Run(host, line.Project(host), line.GetRequiredValue(name)));
        return command;
    }

    private static int Run(Host host, string folder, string name)
    {
        var project = Project.Read(new WorkingTree(folder));
        var exit = host.Report(ProjectChecks.Definitions(project));
        var definition = Shared.Find(project, name);
        if (exit == ExitCode.Success && definition is not null)
        {
            host.Out.WriteLine(CanonicalJson.Indented(Export.Of(definition)));
        }

        return exit;
    }
}
