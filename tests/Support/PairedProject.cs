using Infra.Definitions;
using Infra.Releases;

namespace Infra.Tests.Support;

/// <summary>
/// A prompt and a flow that uses it, in memory: release 1 of the prompt asks for <c>question</c>, release 2 for
/// <c>ask</c>, and so do the releases of the flow.
/// </summary>
internal sealed record PairedProject
{
    /// <summary>What the first release of the flow calls.</summary>
    public string Reference { get; init; } = "kb-answer";

    /// <summary>A file that is not there: null for none.</summary>
    public string? Missing { get; init; }

    /// <summary>Files beside these, or instead of them.</summary>
    public IReadOnlyList<(string Path, string Text)> More { get; init; } = [];

    /// <summary>Its files.</summary>
    /// <param name="live">What the stack lists, as in <c>help-desk: [1, 2]</c>.</param>
    public MemoryTree Tree(params IEnumerable<string> live)
    {
        (string Path, string Text)[] files =
        [
            ("Pulumi.prod.yaml", string.Join('\n',
            [
                "config:", "  aws:region: us-east-1", "  bedrock-prompts:live:",
                .. live.Select(line => $"    {line}"), "",
            ])),
            ("prompts/kb-answer.yaml", PromptOf("ask")),
            ("prompts/help-desk.yaml", FlowOf("ask", "kb-answer")),
            .. Frozen(1, "question", Reference),
            .. Frozen(2, "ask", "kb-answer"),
        ];
        return new(files
            .Where(file => file.Path != Missing && !More.Any(more => more.Path == file.Path))
            .Concat(More));
    }

    private static IEnumerable<(string Path, string Text)> Frozen(int number, string variable, string reference)
    {
        var catalog = Catalog.Read(new MemoryTree(
            ("prompts/kb-answer.yaml", PromptOf(variable)),
            ("prompts/help-desk.yaml", FlowOf(variable, reference)))).Value!;
        return catalog.Definitions.Values.Select(definition => (
            Release.Path(definition.Name, number),
            ReleaseFile.Write(number, null, definition, catalog)));
    }

    private static string PromptOf(string variable) =>
        "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 100 }\n"
        + $"text: \"Answer {{{{{variable}}}}}\"\nvariables: {{ {variable}: What a customer wants to know }}\n";

    private static string FlowOf(string variable, string reference) => $$"""
        kind: flow
        nodes:
          Message: { type: Input, output: String }
          Reply: { type: Prompt, prompt: {{reference}}, inputs: { {{variable}}: Message.document } }
          Answer: { type: Output, inputs: { document: Reply.modelCompletion } }

        """;
}
