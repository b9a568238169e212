namespace Infra.Benchmarks.Catalogs;

/// <summary>Writes the files of flows: one that sorts a message and answers it with one of two prompts.</summary>
internal static class FlowText
{
    /// <summary>A flow that uses three prompts of the catalog.</summary>
    public static string Of(IReadOnlyList<string> prompts, Words words) => $$"""
        # yaml-language-server: $schema=schema.json
        kind: flow
        description: {{words.Sentence()}}
        owner: {{words.Team()}}
        nodes:
          Message: { type: Input, output: String }

          Classify:
            type: Prompt
            prompt: {{prompts[0]}}
            inputs: { customer_message: Message.document, order_id: Message.document }

          Topic:
            type: Condition
            conditions:
              billing: topic == "billing"
              technical: topic == "technical"
            inputs: { topic: Classify.modelCompletion }

          ExplainBill:
            type: Prompt
            prompt: {{prompts[1]}}
            when: Topic.billing
            inputs: { customer_message: Message.document, order_id: Message.document }

          SolveProblem:
            type: Prompt
            prompt: {{prompts[2]}}
            when: Topic.technical
            inputs: { customer_message: Message.document, order_id: Message.document }

          BillingAnswer: { type: Output, inputs: { document: ExplainBill.modelCompletion } }
          TechnicalAnswer: { type: Output, inputs: { document: SolveProblem.modelCompletion } }
          ForAPerson: { type: Output, when: Topic.default, inputs: { document: Message.document } }

        """;
}
