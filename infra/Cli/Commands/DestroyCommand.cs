using System.CommandLine;
using Infra.Cli.Local;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts destroy &lt;stack&gt; --local</c> deletes what <c>up --local</c> made.</summary>
internal static class DestroyCommand
{
    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        var local = Shared.Local();
        Option<bool> force = new("--force") { Description = "Also delete what is protected." };
        Command command = new("destroy", "Delete a stack from the local Bedrock.") { stack, local, force };
        command.SetAction((line, cancel) => line.GetValue(local)
            ? Run(host, line.Project(host), line.GetRequiredValue(stack), line.GetValue(force), cancel)
            : throw new Failure(
                "'prompts destroy' works only on the local Bedrock: add --local. On AWS, run 'pulumi destroy'."));
        return command;
    }

    private static async Task<int> Run(
        Host host, string folder, string stack, bool force, CancellationToken cancel)
    {
        var project = host.Read(folder);
        var isKnown = project.Value!.Stacks.TryGetValue(stack, out var settings);
        if (!isKnown && !File.Exists(LocalFiles.State(folder, stack)))
        {
            ProjectChecks.Settings(project.Value!, stack);
        }

        var plan = isKnown ? ProjectChecks.Plan(project, stack, day: null).Value : null;
        await LocalDeployment
            .Run(host, folder, (stack, settings), deployer => deployer.Destroy(plan, force, cancel), cancel)
            .ConfigureAwait(false);
        return ExitCode.Success;
    }
}
