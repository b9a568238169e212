using System.CommandLine;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts policy deployer</c> prints the least policy that <c>pulumi up</c> needs.</summary>
internal static class PolicyCommand
{
    private const string Anyone = "*";

    public static Command Create(Host host) =>
        new("policy", "Print IAM policies for people and pipelines.") { Deployer(host) };

    private static Command Deployer(Host host)
    {
        Option<string?> stack = new("--stack", "-s")
        {
            Description = "Only this stack; without it, one policy for all of them.",
            HelpName = "stack",
        };
        Option<string> account = new("--account", "-a")
        {
            Description = "The twelve digits of the account; without it, ARNs say '*' there.",
            HelpName = "digits",
            DefaultValueFactory = _ => Anyone,
        };
        account.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not Anyone and not { Length: 12 })
            {
                given.AddError("An account has twelve digits.");
            }
        });
        Command command = new(
            "deployer",
            "Print the least IAM policy that 'pulumi up' and 'pulumi destroy' need, as JSON. It reaches what the "
                + "stack's tag and paths name, and nothing else; the rights to Pulumi's own state are not part of it.")
        {
            stack,
            account,
        };
        command.SetAction(line => Run(host, line.Project(host), line.GetValue(stack), line.GetRequiredValue(account)));
        return command;
    }

    private static int Run(Host host, string folder, string? stack, string account)
    {
        var project = Project.Read(new WorkingTree(folder));
        var stacks = stack is null ? [.. project.Value!.Stacks.Keys] : new[] { stack };
        var plans = stacks.Select(name => ProjectChecks.Plan(project, name)).ToArray();
        var exit = host.Report(plans.SelectMany(plan => plan.Diagnostics).InFileOrder());
        if (exit != ExitCode.Success)
        {
            return exit;
        }

        if (plans.All(plan => plan.Value!.Resources.IsEmpty))
        {
            throw new Failure($"Nothing is declared in {string.Join(", ", stacks)}, so no rights are needed.");
        }

        var policy = DeployerAccess.Policy(
            plans.Select(plan => (plan.Value!, project.Value!.Stacks[plan.Value!.Stack])), account);
        if (!plans.Any(plan => DeployerAccess.HasFlows(plan.Value!)))
        {
            host.Error.WriteLine("There are no flows, so no rights for them. Print it again when the first one comes.");
        }

        Advise(policy, account, host.Error);
        host.Out.WriteLine(CanonicalJson.Indented(policy));
        return exit;
    }

    private static void Advise(Value policy, string account, TextWriter talk)
    {
        if (account == Anyone)
        {
            talk.WriteLine("The account is not known here. Name it with --account to have it in the ARNs.");
        }

        if (PolicySize.Of(policy) is > PolicySize.MostOfManaged and var size)
        {
            talk.WriteLine($"The policy has {size:N0} characters, but a managed policy holds "
                + $"{PolicySize.MostOfManaged:N0}. Print one for each --stack.");
        }
    }
}
