namespace Infra.Benchmarks.Catalogs;

/// <summary>
/// Writes the files of prompts, of about 1.5 KB each: of twenty, sixteen are texts, three conversations, one has tools.
/// </summary>
internal static class PromptText
{
    private static readonly string[] Models =
    [
        "amazon.nova-pro-v1:0", "amazon.nova-lite-v1:0", "amazon.nova-lite-v1:0",
    ];

    /// <summary>The file of the prompt with this number.</summary>
    public static string Of(int number, Words words) => Head(words) + ((number % 20) switch
    {
        3 or 9 or 15 => Conversation(words),
        18 => Conversation(words) + Tools(words),
        _ => Template(number, words),
    }) + Foot(words);

    private static string Head(Words words) => $"""
        # yaml-language-server: $schema=schema.json
        description: {words.Sentence()}
        owner: {words.Team()}
        model: {words.Any(Models)}
        inference:
          temperature: 0.{words.Between(1, 9)}
          maxTokens: {words.Between(1, 9)}00

        """;

    private static string Template(int number, Words words) => $$$"""
        text: |
        {{{(number % 4 == 0 ? "  {{> house-style}}\n" : "")}}}{{{words.Lines(8, 2)}}}
          <message>
          {{customer_message}}
          </message>

          The order is {{order_id}}.
        {{{words.Lines(3, 2)}}}
        """;

    private static string Conversation(Words words) => $$$"""
        system: |
        {{{words.Lines(5, 2)}}}
        messages:
          - user: |
        {{{words.Lines(3, 6)}}}
              <message>
              {{customer_message}}
              </message>
          - assistant: {{{words.Sentence()}}}
          - user: |
              Now answer for order {{order_id}}.
        {{{words.Lines(2, 6)}}}
        """;

    private static string Tools(Words words) => $$"""
        tools:
          - name: find_order
            description: {{words.Sentence()}}
            inputSchema:
              type: object
              properties:
                order_id: { type: string, description: The order's number }
                with_lines: { type: boolean }
              required: [order_id]
        toolChoice: auto

        """;

    private static string Foot(Words words) => $$"""
        variables:
          customer_message:
            description: {{words.Sentence()}}
            example: Where is my parcel?
            untrusted: true
          order_id: { description: Order number, example: ORD-{{words.Between(100, 999)}} }
        metadata: { team: {{words.Team()}} }
        tests:
          - name: answers and names the order
            given: { order_id: ORD-456 }
            expect:
              - icontains: ord-456
              - not-contains: as an AI
            sample: Your order ORD-456 leaves our warehouse today.

        """;
}
