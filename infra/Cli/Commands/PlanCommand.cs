using System.CommandLine;
using Infra.Changes;
using Infra.Cli.Git;
using Infra.Definitions;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts plan &lt;stack&gt;</c> prints what <c>pulumi up</c> would declare,
/// or what it would change.</summary>
internal static class PlanCommand
{
    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        Option<PlanFormat> format = new("--format", "-f")
        {
            Description = "How to print it. [default: text]",
            HelpName = "text|json|markdown|cloudformation",
        };
        Option<string?> against = new("--against")
        {
            Description = "Show the changes since this git revision instead of the whole plan.",
            HelpName = "revision",
        };
        Option<bool> detailed = new("--detailed-exit-code")
        {
            Description = "With --against: exit 3 when there are changes.",
        };
        Command command = new("plan", "Show the AWS resources that a stack declares, or what changes in them.")
        {
            stack, format, against, detailed,
        };
        command.SetAction((line, cancel) =>
        {
            var (folder, name, form) = (line.Project(host), line.GetRequiredValue(stack), line.GetValue(format));
            return line.GetValue(against) is { } revision
                ? Changes(new(host, folder, name, form), revision, line.GetValue(detailed), cancel)
                : Task.FromResult(Whole(new(host, folder, name, form)));
        });
        return command;
    }

    private static int Whole(Request request)
    {
        var plan = ProjectChecks.Plan(Project.Read(new WorkingTree(request.Folder)), request.Stack);
        var exit = request.Host.Report(plan.Diagnostics);
        if (exit == ExitCode.Success)
        {
            Print(plan.Value!, request.Format, request.Host.Out);
        }

        return exit;
    }

    private static async Task<int> Changes(Request request, string revision, bool isDetailed, CancellationToken cancel)
    {
        var working = ReadOnceTree.Of(new WorkingTree(request.Folder));
        var old = GitTree.Read(new(request.Folder), revision, working, cancel);
        var after = Project.Read(working);
        var plan = ProjectChecks.Plan(after, request.Stack);
        var revised = await old.ConfigureAwait(false);
        var before = after.Value!.ReadBefore(revised, revised.Same);
        var was = before.Stacks.TryGetValue(request.Stack, out var settings)
            ? Planner.Plan(before, settings).Value
            : null;
        var step = ProjectChecks.Step((before, was), (after.Value!, plan.Value!), request.Stack);
        var exit = request.Host.Report([.. plan.Diagnostics, .. step]);
        if (exit != ExitCode.Success)
        {
            return exit;
        }

        var changes = PlanChanges.Between(was, plan.Value!);
        Print(changes, revision, request.Format, request.Host.Out);
        return isDetailed && !changes.IsEmpty ? ExitCode.Changes : exit;
    }

    private static void Print(Plan plan, PlanFormat format, TextWriter output)
    {
        switch (format)
        {
            case PlanFormat.Json:
                PlanJson.Write(plan, output);
                break;
            case PlanFormat.CloudFormation when plan.Resources.Length > CloudFormation.MostResources:
                throw new Failure(
                    $"The stack declares {plan.Resources.Length} resources; a CloudFormation template holds "
                    + $"{CloudFormation.MostResources}. Deploy with Pulumi, or split the stack.");
            case PlanFormat.CloudFormation:
                output.WriteLine(CanonicalJson.Indented(CloudFormation.Render(plan)));
                break;
            case PlanFormat.Markdown:
                PlanText.WriteMarkdown(plan, output);
                break;
            default:
                PlanText.Write(plan, output);
                break;
        }
    }

    private static void Print(PlanChanges changes, string revision, PlanFormat format, TextWriter output)
    {
        switch (format)
        {
            case PlanFormat.Json:
                output.WriteLine(CanonicalJson.Indented(PlanChangesJson.Render(changes, revision)));
                break;
            case PlanFormat.Markdown:
                output.Write(PlanChangesMarkdown.Render(changes, revision));
                break;
            case PlanFormat.CloudFormation:
                throw new Failure("A CloudFormation template holds a whole stack: leave out --against.");
            default:
                PlanChangesText.Write(changes, revision, output);
                break;
        }
    }

    private sealed record Request(Host Host, string Folder, string Stack, PlanFormat Format);
}

/// <summary>How a plan is printed.</summary>
internal enum PlanFormat
{
    Text,
    Json,
    Markdown,
    CloudFormation,
}
