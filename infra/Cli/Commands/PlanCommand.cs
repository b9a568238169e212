using System.CommandLine;
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
        Argument<string?> stack = new("stack")
        {
            Description = "The environment: the <stack> of Pulumi.<stack>.yaml.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> all = new("--all") { Description = "With --against: show the changes of every stack." };
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
            stack, all, format, against, detailed,
        };
        command.SetAction((line, cancel) =>
        {
            var (name, isAll, revision) = (line.GetValue(stack), line.GetValue(all), line.GetValue(against));
            if (isAll == name is not null || (isAll && revision is null))
            {
                throw new Failure("Name a stack, as in 'prompts plan dev', or give --all together with --against.");
            }

            var request = new PlanRequest(host, line.Project(host), name, line.GetValue(format));
            return revision is not null
                ? PlanChangesReport.Run(request, revision, line.GetValue(detailed), cancel)
                : Task.FromResult(Whole(request, name!));
        });
        return command;
    }

    private static int Whole(PlanRequest request, string stack)
    {
        var plan = ProjectChecks.Plan(
            request.Host.Read(request.Folder), stack, new(request.Host.Today));
        var exit = request.Host.Report(plan.Diagnostics);
        if (exit == ExitCode.Success)
        {
            Print(plan.Value!, request.Format, request.Host.Out);
        }

        return exit;
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
            case PlanFormat.CloudFormation when CloudFormationRules.Evaluated(plan).FirstOrDefault() is { } place:
                throw new Failure(
                    $"CloudFormation would evaluate a text that must reach Bedrock unchanged: {place}. Deploy with "
                    + "Pulumi, or reword the text.");
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

    /// <summary>The options; without a stack, all of them.</summary>
    internal sealed record PlanRequest(Host Host, string Folder, string? Stack, PlanFormat Format);
}

/// <summary>The format of a plan.</summary>
internal enum PlanFormat
{
    Text,
    Json,
    Markdown,
    CloudFormation,
}
