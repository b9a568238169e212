using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Planning;

/// <summary>Release 2 of the prompt renames its variable, and so does release 2 of the flow.</summary>
public sealed class FlowPairingTests
{
    [Theory]
    [InlineData("[1]", "[1]")]
    [InlineData("[1, 2]", "[1, 2]")]
    [InlineData("{ kept: [1, 2], live: 1 }", "{ kept: [1, 2], live: 1 }")]
    [InlineData("latest", "latest")]
    [InlineData("draft", "draft")]
    public void A_pair_that_fits_is_fine(string prompt, string flow) =>
        Problems(prompt, flow).Should().BeEmpty();

    [Theory]
    [InlineData("[1, 2]", "[1]")]
    [InlineData("[1]", "[1, 2]")]
    [InlineData("{ kept: [1, 2], live: 1 }", "[1, 2]")]
    [InlineData("latest", "[1]")]
    [InlineData("[1]", "latest")]
    [InlineData("[1]", "draft")]
    public void A_pair_that_does_not_fit_is_an_error_wherever_it_comes_about(string prompt, string flow) =>
        Problems(prompt, flow).Should().Contain(problem =>
            problem.Code == "PRM440" && problem.Severity == Severity.Error);

    [Fact]
    public void It_is_said_at_the_stacks_line_what_fits() =>
        Problems("[1, 2]", "[1]").Select(problem => $"{problem}").Should().Equal(
            "Pulumi.prod.yaml(5,16): error PRM440: Release 1 of 'help-desk' does not fit release 2 of 'kb-answer', "
            + "which this stack serves with it: nothing fills the variable 'ask' at node 'Reply'. "
            + "Release 2 of 'help-desk' fits. Change both in one step: promote with '--with help-desk@2', "
            + "or roll back with '--with help-desk'.");

    [Fact]
    public void A_flow_that_names_a_release_is_judged_by_that_release()
    {
        var project = new PairedProject { Reference = "kb-answer@1" };

        Problems("[1, 2]", "[1]", project).Should().BeEmpty();
    }

    private static IEnumerable<Diagnostic> Problems(string prompt, string flow, PairedProject? project = null)
    {
        var read = Project.Read((project ?? new()).Tree($"kb-answer: {prompt}", $"help-desk: {flow}"));
        return ProjectChecks.Plan(read, "prod", day: null).Diagnostics.Where(problem => problem.Code != "PRM267");
    }
}
