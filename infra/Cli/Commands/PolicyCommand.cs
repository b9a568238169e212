using System.CommandLine;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts policy</c> prints the IAM policies that people and pipelines need, and no more.</summary>
internal static class PolicyCommand
{
    private const string Anyone = "*";

    public static Command Create(Host host) => new("policy", "Print IAM policies for people and pipelines.")
    {
        Deployer(host),
        OfStack(
            host,
            "boundary",
            "Print the permissions boundary for the roles of a stack's flows: the most that any of them may do. Make "
                + "it a managed policy and name its ARN in bedrock-prompts:permissionsBoundary. Print it again when a "
                + "flow calls something new.",
            StackAccess.Boundary),
        OfStack(
            host,
            "smoke",
            "Print the policy for a role that smoke-tests a stack: it may call what callers call, and read what is "
                + "deployed. Use a role of its own for it, because deployers may rewrite the policies of callers.",
            StackAccess.Smoke),
        OfStack(
            host,
            "reader",
            "Print the policy for somebody who asks for the status of a stack: it may read what is deployed, and "
                + "change nothing.",
            ReaderAccess.Policy),
    };

    private static Command Deployer(Host host)
    {
        Option<string?> stack = new("--stack", "-s")
        {
            Description = "Only this stack; without it, one policy for all of them.",
            HelpName = "stack",
        };
        var account = Account();
        Option<bool> unbound = new("--without-boundary")
        {
            Description = "Print it even if the roles of flows have no permissions boundary.",
        };
        Command command = new(
            "deployer",
            "Print the least IAM policy that 'pulumi up' and 'pulumi destroy' need, as JSON. It reaches what the "
                + "stack's tag and paths name, and nothing else; the rights to Pulumi's own state are not part of it.")
        {
            stack,
            account,
            unbound,
        };
        command.SetAction(line =>
        {
            var project = host.Read(line.Project(host));
            string[] stacks = line.GetValue(stack) is { } only ? [only] : [.. project.Value!.Stacks.Keys];
            return Run(host, project, stacks, line.GetRequiredValue(account), (plans, digits) =>
            {
                RefuseUnbound(plans, line.GetValue(unbound));
                return DeployerAccess.Policy(plans, digits);
            });
        });
        return command;
    }

    private static Command OfStack(
        Host host, string name, string description, Func<Plan, StackSettings, string, Value> policy)
    {
        Option<string> stack = new("--stack", "-s")
        {
            Description = "The environment: the <stack> of Pulumi.<stack>.yaml.",
            HelpName = "stack",
            Required = true,
        };
        var account = Account();
        Command command = new(name, description) { stack, account };
        command.SetAction(line => Run(
            host,
            host.Read(line.Project(host)),
            [line.GetRequiredValue(stack)],
            line.GetRequiredValue(account),
            (plans, digits) => policy(plans[0].Plan, plans[0].Settings, digits)));
        return command;
    }

    private static Option<string> Account()
    {
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
        return account;
    }

    private static int Run(
        Host host,
        Checked<Project> project,
        string[] stacks,
        string account,
        Func<(Plan Plan, StackSettings Settings)[], string, Value> print)
    {
        var plans = stacks.Select(name => ProjectChecks.Plan(project, name, day: null)).ToArray();
        var exit = host.Report(plans.SelectMany(plan => plan.Diagnostics).InFileOrder());
        if (exit != ExitCode.Success)
        {
            return exit;
        }

        if (plans.All(plan => plan.Value!.Resources.IsEmpty))
        {
            throw new Failure($"Nothing is declared in {string.Join(", ", stacks)}, so no rights are needed.");
        }

        var policy = print(
            [.. plans.Select(plan => (plan.Value!, project.Value!.Stacks[plan.Value!.Stack]))], account);
        Advise([.. plans.Select(plan => plan.Value!)], policy, account, host.Error);
        host.Out.WriteLine(CanonicalJson.Indented(policy));
        return exit;
    }

    /// <summary>Refuses policies without a boundary: who may create roles without one, and give them policies, may do
    /// anything.</summary>
    private static void RefuseUnbound((Plan Plan, StackSettings Settings)[] plans, bool accepted)
    {
        var unbound = plans
            .Where(plan => plan.Settings.PermissionsBoundary is null && DeployerAccess.HasRoles(plan.Plan))
            .Select(plan => plan.Plan.Stack)
            .ToArray();
        if (unbound.Length > 0 && !accepted)
        {
            throw new Failure(
                "Flows have roles, and a deployer who may create roles without a permissions boundary can create "
                + "one that may do anything. Create a managed policy from what 'prompts policy boundary --stack "
                + $"{unbound[0]}' prints and set bedrock-prompts:permissionsBoundary to its ARN in "
                + $"{string.Join(", ", unbound)}; or take that risk with --without-boundary.");
        }
    }

    private static void Advise(Plan[] plans, Value policy, string account, TextWriter talk)
    {
        if (!plans.Any(DeployerAccess.HasFlows))
        {
            talk.WriteLine("There are no flows, so the policy has no rights for them. Print it again when you add "
                + "one.");
        }

        if (account == Anyone)
        {
            talk.WriteLine("The account is not known, so ARNs have '*' in its place. Name it with --account.");
        }

        if (PolicySize.Of(policy) is > PolicySize.MostOfManaged and var size)
        {
            talk.WriteLine($"The policy has {size:N0} characters, but a managed policy holds "
                + $"{PolicySize.MostOfManaged:N0}. Print one for each --stack.");
        }
    }
}
