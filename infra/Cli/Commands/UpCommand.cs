using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Infra.Cli.Local;
using Infra.Exchange.Adoption;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts up &lt;stack&gt; --local</c> deploys a stack to the local Bedrock.</summary>
internal static class UpCommand
{
    /// <summary>The largest file of resources to adopt, in bytes.</summary>
    private const int Largest = 64 * 1024 * 1024;

    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        var local = Shared.Local();
        Option<string?> import = new("--import-file")
        {
            Description = "First take over the resources that this file names: what 'prompts import --adopt' printed.",
            HelpName = "file",
        };
        Command command = new("up", "Deploy a stack to the local Bedrock; 'pulumi up' deploys it to AWS.")
        {
            stack,
            local,
            import,
        };
        command.SetAction((line, cancel) => line.GetValue(local)
            ? Run(host, line.Project(host), (line.GetRequiredValue(stack), line.GetValue(import)), cancel)
            : throw new Failure(
                "'prompts up' deploys only to the local Bedrock: add --local. To deploy to AWS, run 'pulumi up'."));
        return command;
    }

    private static async Task<int> Run(
        Host host, string folder, (string Stack, string? Import) what, CancellationToken cancel)
    {
        var stack = what.Stack;
        var project = host.Read(folder);
        var plan = ProjectChecks.Plan(project, stack, new(host.Today));
        if (host.Report(plan.Diagnostics) is not ExitCode.Success and var exit)
        {
            return exit;
        }

        var adopted = what.Import is { } file ? Adopted(host, file, plan.Value!) : [];
        IReadOnlyList<DeployedAlias> aliases = [];
        await LocalDeployment.Run(
            host,
            folder,
            (stack, project.Value!.Stacks[stack]),
            async deployer =>
            {
                await deployer.Adopt(adopted, cancel).ConfigureAwait(false);
                aliases = await deployer.Deploy(plan.Value!, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        Write(aliases, host.Out);
        return ExitCode.Success;
    }

    private static ImmutableArray<AdoptedResource> Adopted(Host host, string file, Plan plan)
    {
        const string Wanted = "Give what 'prompts import --adopt' printed.";
        try
        {
            var (adopted, wrong) = PulumiImportFile.Read(plan, ProjectFile.ReadText(host.PathOf(file), Largest));
            return wrong is [] ? adopted : throw new Failure($"{file}: {string.Join("; ", wrong)}. {Wanted}");
        }
        catch (JsonException)
        {
            throw new Failure($"{file} is not JSON. {Wanted}");
        }
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
