using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Validation.Flows;

/// <summary>Only the cause is reported: where a prompt cannot be read, the problems that follow from it in flows are
/// not.</summary>
public sealed class CausesFirstTests
{
    private const string Prompt = "prompts/kb-answer.yaml";

    [Theory]
    [InlineData("model:\tamazon.nova-lite-v1:0\n\ttext: x\n")]
    [InlineData("<<<<<<< HEAD\nmodel: a\n=======\nmodel: b\n>>>>>>> other\n")]
    [InlineData("model: amazon.nova-lite-v1:0\ntext: \"Answer {{ask}\"\nvariables: { ask: What a customer asks }\n")]
    [InlineData("model: amazon.nova-lite-v1:0\ntext: \"Answer {{> nothing}}\"\n")]
    [InlineData("model: amazon.nova-lite-v1:0\ntext: { file: none.md }\n")]
    [InlineData("")]
    public void A_prompt_that_is_broken_is_not_reported_again_where_it_is_used(string text) =>
        Found(new() { More = [(Prompt, text)] }).Should().NotBeEmpty().And.OnlyContain(file => file == Prompt);

    [Theory]
    [InlineData("prompts/kb-answer.yml")]
    [InlineData("prompts/support/kb-answer.yaml")]
    public void Neither_is_one_that_lies_where_nothing_is_read(string path) =>
        Found(new() { Missing = Prompt, More = [(path, "model: m\n")] }).Should().Equal(path);

    private static IEnumerable<string> Found(PairedProject project)
    {
        var tree = project.Tree("kb-answer: draft", "help-desk: draft");
        return ProjectChecks.Plan(Project.Read(tree), "prod", day: null).Diagnostics
            .Where(problem => problem.Code != "PRM267")
            .Select(problem => problem.At.File)
            .Distinct();
    }
}
