using FluentAssertions;
using Infra.Planning;
using Xunit;

namespace Infra.Tests.Models;

public sealed class ModelReplacementTests
{
    private const string Old = "amazon.nova-lite-v1:0";
    private const string New = "us.anthropic.claude-sonnet-5";

    [Fact]
    public void Parameters_that_the_new_model_refuses_are_taken_out() => Replaced(
        """
        model: amazon.nova-lite-v1:0   # cheap
        inference:
          temperature: 0.7   # lively
          maxTokens: 500
          stopSequences:
            - end
          topP: 0.9
        text: Hello.
        """).Should().Be((
        """
        model: us.anthropic.claude-sonnet-5   # cheap
        inference:
          maxTokens: 500
          stopSequences:
            - end
        text: Hello.
        """,
        "temperature topP"));

    [Theory]
    [InlineData("{ temperature: 0, maxTokens: 10 }", "{ maxTokens: 10 }")]
    [InlineData("{ maxTokens: 10, topK: 5, topP: 1 }", "{ maxTokens: 10 }")]
    [InlineData("{ temperature: 1, maxTokens: 10 }", "{ temperature: 1, maxTokens: 10 }")]
    [InlineData("{ temperature: 0 }", "{}")]
    public void Brackets_stay_brackets(string inference, string left) =>
        Replaced($"model: {Old}\ninference: {inference}\ntext: Hi\n").Text
            .Should().Be($"model: {New}\ninference: {left}\ntext: Hi\n");

    [Fact]
    public void Nothing_is_left_of_parameters_that_are_all_refused() =>
        Replaced($"model: {Old}\r\ninference:\r\n  temperature: 0.5\r\ntext: Hi\r\n").Text
            .Should().Be($"model: {New}\r\ntext: Hi\r\n");

    [Fact]
    public void The_prompts_and_knowledge_bases_in_a_flow_are_moved_too() => Replaced(
        $"""
        kind: flow
        nodes:
          Ask: {"{"} prompt: {"{"} model: {Old}, inference: {"{"} topP: 0.5, maxTokens: 9 {"}"}, text: Hi {"}"} {"}"}
          Find:
            type: KnowledgeBase
            modelId: "{Old}"
        """).Text.Should().Be(
        $"""
        kind: flow
        nodes:
          Ask: {"{"} prompt: {"{"} model: {New}, inference: {"{"} maxTokens: 9 {"}"}, text: Hi {"}"} {"}"}
          Find:
            type: KnowledgeBase
            modelId: {New}
        """);

    [Fact]
    public void A_file_that_does_not_name_the_model_is_left_alone() =>
        ModelReplacement.Of("prompts/a.yaml", $"model: other\ntext: {Old}\n", Old, New).Should().BeNull();

    private static (string Text, string Removed) Replaced(string text)
    {
        var replaced = ModelReplacement.Of("prompts/a.yaml", text, Old, New)!;
        return (replaced.Text, string.Join(' ', replaced.Removed.Select(parameter => parameter.Value)));
    }
}
