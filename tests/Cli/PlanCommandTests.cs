using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class PlanCommandTests
{
    /// <summary>Settings that the sample project lacks: a key, bounds for the roles of flows, and an
    /// experiment.</summary>
    private static readonly string[] Guarded =
    [
        "--config", "encryptionKey=arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012",
        "--config", "permissionsBoundary=arn:aws:iam::123456789012:policy/bounds",
        "--config", "experiments={ support-auto-response: { arms: { control: 3, before: 2 }, coverage: 20, seed: a } }",
    ];

    public static TheoryData<string, string, string> Plans
    {
        get
        {
            var plans = new TheoryData<string, string, string>();
            (string, string)[] stacks =
                [("project", "dev"), ("project", "prod"), ("everything", "dev"), ("everything", "prod")];
            foreach (var (project, stack) in stacks)
            {
                plans.Add(project, stack, "plan.txt");
                plans.Add(project, stack, "plan.json");
                plans.Add(project, stack, "plan.md");
                plans.Add(project, stack, "cloudformation.json");
            }

            return plans;
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task The_plan_of_a_sample_stack_is_as_recorded(string project, string stack, string file)
    {
        var format = file switch
        {
            "plan.txt" => "text",
            "plan.md" => "markdown",
            "plan.json" => "json",
            _ => "cloudformation",
        };

        var run = await PromptsConsole.Run(
            Repository.Path("tests", "Samples", project),
            ["plan", stack, "--format", format, .. stack is "prod" && project is "project" ? Guarded : []]);

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        Recorded.Equal($"plans/{project}/{stack}/{file}", run.Output);
    }

    [Fact]
    public async Task An_unknown_stack_is_one_line_with_advice()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "plan", "prd");

        run.Should().Be(new ConsoleRun(
            ExitCode.Failure, "",
                "prompts: There is no stack 'prd': Pulumi.prd.yaml does not exist. Did you mean 'prod'?\n"));
    }

    [Fact]
    public async Task A_wrong_command_line_leaves_the_output_empty()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "plan");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("stack");
    }
}
