using System.CommandLine;
using Infra.Definitions.Prompts;
using Infra.Exchange.Exports;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts export &lt;name&gt;</c> prints a definition as a request to CreatePrompt or
/// CreateFlow.</summary>
internal static class ExportCommand
{
    public static Command Create(Host host)
    {
        var name = Shared.Definition();
        Option<string> format = new("--format")
        {
            Description = "For CreatePrompt or CreateFlow (api), as a request to Converse, or for promptfoo.",
            DefaultValueFactory = _ => "api",
        };
        format.AcceptOnlyFromAmong("api", "converse", "promptfoo");
        Command command = new("export", "Print a definition in the form that other tools read.") { name, format };
        command.SetAction(line => Run(
            host, line.Project(host), line.GetRequiredValue(name), line.GetRequiredValue(format)));
        return command;
    }

    private static int Run(Host host, string folder, string name, string format)
    {
        var project = host.Read(folder);
        var exit = host.Report(ProjectChecks.Definitions(project));
        var definition = Shared.Find(project, name);
        if (exit != ExitCode.Success || definition is null)
        {
            return exit;
        }

        if (format is "api")
        {
            host.Out.WriteLine(CanonicalJson.Indented(Export.Of(definition)));
            return exit;
        }

        if (definition is not Prompt { Model: not null } prompt)
        {
            throw new Failure($"--format {format} is for prompts with a model, and '{name}' is not one.");
        }

        if (format is "converse")
        {
            host.Out.WriteLine(CanonicalJson.Indented(ConverseExport.Filled(prompt)));
            return exit;
        }

        var written = PromptfooExport.Of(prompt);
        host.Report(written.Diagnostics);
        host.Out.Write(written.Value);
        return exit;
    }
}
