using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>What reviewers see when a flow changes.</summary>
public sealed class PlanAgainstFlowTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public PlanAgainstFlowTests()
    {
        _repository.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
            .Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n")
            .Write("prompts/sort-mail.yaml", Flow("urgent"))
            .Commit("a flow");
        _repository.Write("prompts/sort-mail.yaml", Flow("pressing"));
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task The_text_says_which_part_of_which_node_changed()
    {
        var run = await Plan("text");

        run.Should().Be(new ConsoleRun(ExitCode.Success, """
            Stack dev since HEAD: 1 to update.

            sort-mail: the draft changes
              ~  AWS::Bedrock::Flow  sort-mail  Definition
                behavioural  node Sort: condition quick: expression:
                    | kind == "[-urgent-]{+pressing+}"

            """, run.Error));
    }

    [Fact]
    public async Task The_comment_shows_the_flow_with_what_changed_in_it()
    {
        var run = await Plan("markdown");

        run.Output.Should().Contain("\n```mermaid\nflowchart TD\n").And.Contain("\n  class n2 changed\n")
            .And.Contain("\n```\n\n| | type |");
    }

    [Fact]
    public async Task The_comment_ends_before_a_picture_that_has_no_room()
    {
        var branches = string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"  Out{i}x: {{ type: Output, inputs: {{ document: Message.document }} }}\n"));
        foreach (var i in Enumerable.Range(0, 60))
        {
            _repository.Write($"prompts/flow-{i}.yaml", Flow("urgent") + branches);
        }

        var run = await Plan("markdown");

        run.Output.Length.Should().BeInRange(50_000, 65_000);
        run.Output.Split("```mermaid\n").Length.Should().Be(run.Output.Split("\n```\n").Length);
    }

    private Task<ConsoleRun> Plan(string format) =>
        PromptsConsole.Run(_repository.Path, "plan", "dev", "--against", "HEAD", "--format", format);

    private static string Flow(string kind) => $$"""
        kind: flow
        description: Sorts a message
        nodes:
          Message: { type: Input, output: String }
          Sort: { type: Condition, conditions: { quick: kind == "{{kind}}" }, inputs: { kind: Message.document } }
          Quick: { type: Output, when: Sort.quick, inputs: { document: Message.document } }
          Slow: { type: Output, when: Sort.default, inputs: { document: Message.document } }

        """;
}
