using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Explaining;
using Infra.Definitions;
using Infra.Diagnostics;
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
        var tree = ReadOnceTree.Of(new WorkingTree(folder));
        var project = Project.Read(tree, host.Config);
        var diagnostics = ProjectChecks.All(project, host.Today);
        var exit = Report(host, diagnostics, tree);
        var warnings = diagnostics.Count(diagnostic => diagnostic.Severity is Severity.Warning);
        if (exit == ExitCode.Success)
        {
            var (definitions, stacks) = (project.Value!.Catalog.Definitions.Count, project.Value.Stacks.Count);
            var found = warnings == 0 ? "nothing to report" : Count(warnings, "warning");
            host.Out.WriteLine($"{Count(definitions, "definition")}, {Count(stacks, "stack")}: {found}.");
        }
        else
        {
            var errors = Count(diagnostics.Length - warnings, "error");
            host.Error.WriteLine(warnings == 0 ? $"{errors}." : $"{errors}, {Count(warnings, "warning")}.");
        }

        return exit;
    }

    /// <summary>Prints problems with their source lines for people, and one line each for programs.</summary>
    private static int Report(Host host, ImmutableArray<Diagnostic> diagnostics, ISourceTree tree)
    {
        if (!host.IsErrorTerminal || diagnostics.IsEmpty)
        {
            return host.Report(diagnostics);
        }

        var view = new SourceView(SourceView.Of(tree), host.IsColoured) { Linked = host.Linked };
        host.Error.Write(view.Render(diagnostics));
        host.Error.WriteLine($"'prompts explain {diagnostics[0].Code}' says more about a code.");
        return diagnostics.HasErrors() ? ExitCode.Problems : ExitCode.Success;
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
