using System.CommandLine;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Graphs;
using Infra.Planning;
using Infra.Releases;
using Infra.Values;
using Infra.Workspace;
using Infra.Workspace.Git;

namespace Infra.Cli.Commands;

/// <summary><c>prompts graph &lt;flow&gt;</c> draws a flow, or its changes, in Mermaid's language.</summary>
internal static class GraphCommand
{
    public static Command Create(Host host)
    {
        Argument<string> flow = new("flow") { Description = "The flow: the <flow> of prompts/<flow>.yaml." };
        Option<string?> stack = new("--stack", "-s")
        {
            Description = "Draw what this stack serves, with the releases of prompts, instead of the working file.",
            HelpName = "stack",
        };
        Option<string?> against = new("--against")
        {
            Description = "Colour what changed since this git revision.",
            HelpName = "revision",
        };
        Command command = new("graph", "Draw a flow as a Mermaid diagram.") { flow, stack, against };
        command.SetAction((line, cancel) => Run(
            new(host, line.Project(host), line.GetRequiredValue(flow), line.GetValue(stack)),
            line.GetValue(against),
            cancel));
        return command;
    }

    private static async Task<int> Run(Request request, string? revision, CancellationToken cancel)
    {
        var working = ReadOnceTree.Of(new WorkingTree(request.Folder));
        var old = revision is null ? null : GitTree.Read(new(request.Folder), revision, working, cancel);
        var project = Project.Read(working);
        var exit = request.Host.Report(Problems(project, request.Stack));
        if (exit != ExitCode.Success)
        {
            return exit;
        }

        var after = Flow(project.Value!, request) ?? throw Missing(project, request);
        var before = old is null ? null : Flow(Project.Read(await old.ConfigureAwait(false)).Value!, request);
        var picture = before is null ? Mermaid.Render(after) : Mermaid.Render(before, after);
        await request.Host.Out.WriteAsync(picture).ConfigureAwait(false);
        return exit;
    }

    private static IReadOnlyCollection<Diagnostic> Problems(Checked<Project> project, string? stack) =>
        stack is null ? ProjectChecks.Definitions(project) : ProjectChecks.Plan(project, stack, day: null).Diagnostics;

    /// <summary>The flow in its file, or as the stack serves it; null when there is none.</summary>
    private static Value.Map? Flow(Project project, Request request) => request.Stack is null
        ? project.Catalog.Definitions.GetValueOrDefault(request.Name) is Flow flow
            ? (Value.Map)ReleasedContent.Of(flow)
            : null
        : project.Stacks.TryGetValue(request.Stack, out var settings)
            ? Planner.Plan(project, settings).Value?.Aliases
                .FirstOrDefault(alias => alias is { Kind: "flow" } && alias.Owner == request.Name)?.Content as Value.Map
            : null;

    private static Failure Missing(Checked<Project> project, Request request) =>
        request.Stack is null && Shared.Find(project, request.Name) is not null
            ? new($"'{request.Name}' is a prompt: only flows have a graph.")
            : new($"The stack '{request.Stack}' serves no flow '{request.Name}'.");

    private sealed record Request(Host Host, string Folder, string Name, string? Stack);
}
