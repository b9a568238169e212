using System.CommandLine;
using System.Globalization;
using Infra.Cli.Local;
using Infra.Local.Deploy;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts up &lt;stack&gt; --local</c> deploys a stack to the local Bedrock.</summary>
internal static class UpCommand
{
    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        var local = Shared.Local();
        Command command = new("up", "Deploy a stack to the local Bedrock; 'pulumi up' deploys it to AWS.")
        {
            stack,
            local,
        };
        command.SetAction((line, cancel) => line.GetValue(local)
            ? Run(host, line.Project(host), line.GetRequiredValue(stack), cancel)
            : throw new Failure(
                "'prompts up' deploys to the local Bedrock alone: add --local. To deploy to AWS, run 'pulumi up'."));
        return command;
    }

    private static async Task<int> Run(Host host, string folder, string stack, CancellationToken cancel)
    {
        var project = host.Read(folder);
        var plan = ProjectChecks.Plan(project, stack, new(host.Today));
        if (host.Report(plan.Diagnostics) is not ExitCode.Success and var exit)
        {
            return exit;
        }

        IReadOnlyList<DeployedAlias> aliases = [];
        await LocalDeployment.Run(
            host,
            folder,
            (stack, project.Value!.Stacks[stack]),
            async deployer => aliases = await deployer.Deploy(plan.Value!, cancel).ConfigureAwait(false),
            cancel).ConfigureAwait(false);
        Write(aliases, host.Out);
        return ExitCode.Success;
    }

    private static void Write(IReadOnlyCollection<DeployedAlias> aliases, TextWriter output)
    {
        var names = aliases.Select(alias => alias.Parameter.Length).DefaultIfEmpty().Max();
        output.WriteLine("Aliases");
        foreach (var alias in aliases)
        {
            var release = alias.Release is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"release {number}, version {alias.Version}")
                : "draft";
            output.WriteLine($"  {alias.Parameter.PadRight(names)}  {release}  {alias.Arn}");
        }
    }
}
