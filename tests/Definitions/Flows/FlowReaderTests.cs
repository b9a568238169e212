using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Definitions.Flows;

public sealed class FlowReaderTests
{
    private const string Triage = """
        kind: flow
        description: Sorts a customer's message and answers it
        nodes:
          Message: { type: Input, output: String }
          Classify:
            type: Prompt
            prompt: support-ticket-classifier
            guardrail: { id: abc123, version: "2" }
            inputs: { ticket: Message.document }
          IsBilling:
            type: Condition
            conditions: { billing: category == "billing" }
            inputs: { category: Classify.modelCompletion }
          BillingAnswer:
            type: Prompt
            prompt: billing-answer@3
            when: IsBilling.billing
            inputs: { question: { from: Message.document, expression: $.data, type: String } }
          Answer: { type: Output, inputs: { document: BillingAnswer.modelCompletion } }
        """;

    [Fact]
    public void Connections_follow_from_inputs_and_conditions()
    {
        var connections = FlowConnections.Of(Read(Triage).Body);

        connections.Select(connection => connection.Name).Should().Equal(
            "Message_document_to_Classify_ticket",
            "Classify_modelCompletion_to_IsBilling_category",
            "Message_document_to_BillingAnswer_question",
            "IsBilling_billing_to_BillingAnswer",
            "BillingAnswer_modelCompletion_to_Answer_document");
    }

    [Fact]
    public void The_default_condition_is_implied()
    {
        var condition = (NodeConfiguration.Condition)Read(Triage).Body["IsBilling"]!.Configuration;

        condition.Conditions.Select(branch => (branch.Name.Value, branch.Expression?.Value))
            .Should().Equal(("billing", "category == \"billing\""), ("default", null));
    }

    [Fact]
    public void A_prompt_is_named_with_or_without_a_release()
    {
        var sources = Read(Triage).Body.Nodes
            .Select(node => node.Configuration)
            .OfType<NodeConfiguration.Prompt>()
            .Select(prompt => prompt.Source)
            .OfType<PromptSource.Catalog>();

        sources.Select(source => source.Reference.ToString())
            .Should().Equal("support-ticket-classifier", "billing-answer@3");
    }

    [Fact]
    public void An_input_takes_the_type_that_its_node_asks_for_or_else_its_source_has()
    {
        var body = Read("""
            kind: flow
            nodes:
              Document: { type: Input, output: Object }
              Search:
                type: KnowledgeBase
                knowledgeBaseId: KB
                inputs: { retrievalQuery: { from: Document.document, expression: $.data.question } }
              Enrich:
                type: LambdaFunction
                lambdaArn: "${enrich}"
                inputs: { all: Document.document, part: { from: Document.document, expression: $.data.id } }
              Found: { type: Output, inputs: { document: Search.retrievalResults } }
            """).Body;

        body.Nodes.SelectMany(node => node.Inputs ?? []).Select(input => $"{input.Name.Value}: {input.Type.Value}")
            .Should().Equal("retrievalQuery: String", "all: Object", "part: String", "document: Array");
    }

    [Fact]
    public void Both_halves_of_a_source_are_placed()
    {
        var source = Read(Triage).Body["Classify"]!.Inputs!.Value.Single().From.Single();

        (source.Node.At.ToString(), source.Port.At.ToString())
            .Should().Be(("prompts/sample.yaml(9,23)", "prompts/sample.yaml(9,31)"));
    }

    [Theory]
    [InlineData("DoWhile", "LoopController")]
    [InlineData("prompt", "'Prompt'")]
    [InlineData("Lambda", "LambdaFunction")]
    public void A_type_that_the_service_does_not_have_is_refused_with_advice(string type, string advice)
    {
        var report = Diagnose($"kind: flow\nnodes:\n  Odd: {{ type: {type} }}\n");

        report.Should().ContainSingle().Which.Should().Match<Diagnostic>(diagnostic =>
            diagnostic.Code == "PRM200"
            && diagnostic.At.Line == 3
            && diagnostic.Message.Contains(advice, StringComparison.Ordinal));
    }

    private static Flow Read(string yaml)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml)));
        diagnostics.Should().BeEmpty();
        return (Flow)catalog!.Definitions["sample"];
    }

    private static IEnumerable<Diagnostic> Diagnose(string yaml) =>
        Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml))).Diagnostics;
}
