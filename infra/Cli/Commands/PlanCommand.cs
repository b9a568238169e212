using System.CommandLine;
using Infra.Cli.Files;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;

namespace Infra.Cli.Commands;

/// <summary><c>prompts plan &lt;stack&gt;</c> prints what <c>pulumi up</c> would declare.</summary>
internal static class PlanCommand
{
    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        Option<PlanFormat> format = new("--format", "-f")
        {
            Description = "How to print it.",
            DefaultValueFactory = _ => PlanFormat.Text,
            HelpName = "text|json|markdown|cloudformation",
        };
        Command command = new("plan", "Show the AWS resources that a stack declares.") { stack, format };
        command.SetAction(line => Run(host, line.Project(host), line.GetRequiredValue(stack), line.GetValue(format)));
        return command;
    }

    private static int Run(Host host, string folder, string stack, PlanFormat format)
    {
        var plan = ProjectChecks.Plan(Project.Read(new WorkingTree(folder)), stack);
        var exit = host.Report(plan.Diagnostics);
        if (plan.IsSound)
        {
            Print(plan.Value, format, host.Out);
        }

        return exit;
    }

    private static void Print(Plan plan, PlanFormat format, TextWriter output)
    {
        switch (format)
        {
            case PlanFormat.Json:
                output.WriteLine(CanonicalJson.Indented(PlanJson.Render(plan)));
                break;
            case PlanFormat.CloudFormation when plan.Resources.Length > CloudFormation.MostResources:
                throw new Failure($"The stack declares {plan.Resources.Length} resources; a CloudFormation template holds "
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
}

/// <summary>How a plan is printed.</summary>
internal enum PlanFormat
{
    Text,
    Json,
    Markdown,
    CloudFormation,
}
