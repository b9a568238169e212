using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Aws;
using Infra.Cli.Status;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Values;
using Infra.Workspace;
using Infra.Workspace.Git;

namespace Infra.Cli.Commands;

/// <summary><c>prompts status &lt;stack&gt;</c> compares what exists with the stack's file; it only reads.</summary>
internal static class StatusCommand
{
    public static Command Create(Host host)
    {
        Argument<string?> stack = new("stack")
        {
            Description = "The environment: the <stack> of Pulumi.<stack>.yaml.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> all = new("--all") { Description = "Every stack, side by side." };
        var local = Shared.Local();
        var (profile, region) = (Shared.Profile(), Shared.Region());
        var format = Shared.Format("text", "markdown", "json");
        Option<bool> detailed = new("--detailed-exit-code")
        {
            Description = "Exit 3 when AWS and the file differ, or AWS has something that no plan declares.",
        };
        Command command = new("status", "Show what a stack serves on AWS, and where that differs from its file.")
        {
            stack, all, local, profile, region, format, detailed,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(all) == (given.GetValue(stack) is not null))
            {
                given.AddError("Give the name of a stack, or --all.");
            }
        });
        command.SetAction((line, cancel) => Run(
            host,
            new(line.Project(host), line.GetValue(stack), line.GetValue(local), new AwsConnection
            {
                Profile = line.GetValue(profile),
                Region = line.GetValue(region),
            }),
            (line.GetValue(format)!, line.GetValue(detailed)),
            cancel));
        return command;
    }

    private static async Task<int> Run(
        Host host, Request request, (string Format, bool IsDetailed) how, CancellationToken cancel)
    {
        var project = Project.Read(new WorkingTree(request.Folder));
        string[] stacks = request.Stack is { } one ? [one] : [.. project.Value!.Stacks.Keys];
        var plans = stacks.Select(stack => ProjectChecks.Plan(project, stack, day: null)).ToArray();
        if (plans.SelectMany(plan => plan.Diagnostics).ToArray() is var problems && problems.HasErrors())
        {
            return host.Report([.. problems.Distinct()]);
        }

        var history = await History(request.Folder, cancel).ConfigureAwait(false);
        var found = ImmutableArray.CreateBuilder<StackStatus>();
        var look = await StackLook.Open(host, request.Folder, request.Connection, request.IsLocal, cancel)
            .ConfigureAwait(false);
        await using (look.ConfigureAwait(false))
        {
            foreach (var plan in plans)
            {
                var settings = project.Value!.Stacks[plan.Value!.Stack];
                var world = await look.At(plan.Value, settings, cancel).ConfigureAwait(false);
                found.Add(new StatusOf(plan.Value, project.Value, settings, world).Stack(history));
            }
        }

        Write(found.ToImmutable(), request.Stack is null, how.Format, host.Out);
        return how.IsDetailed && found.Any(status => !status.IsEqual) ? ExitCode.Changes : ExitCode.Success;
    }

    private static void Write(
        ImmutableArray<StackStatus> found, bool isOfAll, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(CanonicalJson.Indented(isOfAll
                    ? Shorthand.List(found.Select(StatusTable.Json))
                    : StatusTable.Json(found[0])));
                break;
            case "markdown":
                foreach (var status in found)
                {
                    output.WriteLine($"### {status.Stack}\n");
                    StatusTable.WriteMarkdown(status, output);
                }

                break;
            case var _ when isOfAll:
                StatusTable.WriteAll(found, output);
                break;
            default:
                StatusTable.Write(found[0], output);
                break;
        }
    }

    /// <summary>The history; the date of a change is worth showing, but its absence is not an error.</summary>
    private static async Task<ProjectHistory?> History(string folder, CancellationToken cancel)
    {
        try
        {
            return await ProjectHistory.Read(new(folder), withDigests: false, cancel).ConfigureAwait(false);
        }
        catch (Failure)
        {
            return null;
        }
    }

    private sealed record Request(string Folder, string? Stack, bool IsLocal, AwsConnection Connection);
}
