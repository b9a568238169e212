using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class ServedFilesTests
{
    public static TheoryData<string, string> Unserved => new()
    {
        { "prompts/other.yaml", "model: [\n" },
        { "prompts/kb-answer.yaml", "<<<<<<< HEAD\nmodel: amazon.nova-lite-v1:0\n=======\n" },
        { "prompts/help-desk.yaml", "kind: flow\nnodes: 5\n" },
        { "prompts/partials/broken.md", "{{> broken}}" },
        { "prompts/releases/kb-answer/3.yaml", "release: 3\ndigest: sha256:0\ndefinition: { model: 5 }\n" },
        { "prompts/releases/other/1.yaml", "release: one\n" },
        { "Pulumi.dev.yaml", "config:\n  bedrock-prompts:default: everything\n" },
    };

    [Theory]
    [MemberData(nameof(Unserved))]
    public void What_a_stack_does_not_serve_cannot_stop_it(string path, string text)
    {
        var read = Read("[1, 2]", (path, text));

        var plan = ProjectChecks.Plan(read, "prod", day: null);

        plan.Diagnostics.Should().NotContain(problem => problem.Severity == Severity.Error);
        plan.IsSound.Should().BeTrue();
        if (ProjectChecks.Definitions(read).HasErrors())
        {
            plan.Diagnostics.Should().ContainSingle(problem => problem.Code == "PRM441")
                .Which.At.File.Should().Be(path);
        }
    }

    [Theory]
    [InlineData("[1, 2]", "prompts/releases/kb-answer/1.yaml")]
    [InlineData("[1, 2]", "prompts/releases/kb-answer/2.yaml")]
    [InlineData("latest", "prompts/releases/kb-answer/2.yaml")]
    [InlineData("draft", "prompts/kb-answer.yaml")]
    [InlineData("[1, 2]", "Pulumi.prod.yaml")]
    public void What_it_serves_does(string target, string path)
    {
        var found = ProjectChecks.Plan(Read(target, (path, "a: [\n")), "prod", day: null).Diagnostics;

        found.Where(problem => problem.Severity == Severity.Error).Should().NotBeEmpty()
            .And.OnlyContain(problem => problem.At.File == path);
    }

    [Theory]
    [InlineData("kb-answer: [1, {}]")]
    [InlineData("kb-answer: [1, 1]")]
    public void A_line_that_cannot_be_understood_is_all_that_is_said(string line)
    {
        var read = Project.Read(new PairedProject().Tree(line, "help-desk: [1]"));

        ProjectChecks.Plan(read, "prod", day: null).Diagnostics.Should().OnlyContain(problem => problem.At.Line == 4);
    }

    private static Checked<Project> Read(string target, (string Path, string Text) file) => Project.Read(
        new PairedProject { More = [file] }.Tree($"kb-answer: {target}", $"help-desk: {target}"));
}
