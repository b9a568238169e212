using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class SmokeCompareTests
{
    [Fact]
    public async Task Few_cases_are_never_a_verdict()
    {
        await using var project = await Two(SmokeProject.Cases(3));

        var run = await project.Smoke(options => options with { Compare = "test" });

        run.Exit.Should().Be(ExitCode.Success, run.Output + run.Error);
        run.Output.Should().Contain("dev: passed  greeting / case 1").And.Contain("test: passed  greeting / case 1")
            .And.Contain("dev against test, 3 cases: insufficient data (need about ");
    }

    [Fact]
    public async Task A_comparison_is_part_of_the_report()
    {
        await using var project = await Two(SmokeProject.Cases(3));
        var file = Path.Combine(project.Files.Path, "r.json");

        await project.Smoke(options => options with { Compare = "test", Outputs = [file] });

        project.Files.Read("r.json").Should().Contain("\"verdict\": \"insufficient data\"")
            .And.Contain("\"left\": \"test\"");
    }

    [Fact]
    public async Task A_stack_that_cannot_be_reached_leaves_the_comparison_open()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();
        project.Files.Write("Pulumi.test.yaml", SmokeProject.Settings);

        var run = await project.Smoke(options => options with { Compare = "test" });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith("Nothing that stack 'test' serves is deployed");
    }

    private static async Task<SmokeProject> Two(string tests)
    {
        var project = new SmokeProject().Greeting(tests);
        project.Files.Write("Pulumi.test.yaml", SmokeProject.Settings);
        return await project.Deploy(faults: null, "dev", "test");
    }
}
