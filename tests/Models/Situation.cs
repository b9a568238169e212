using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Models;

namespace Infra.Tests.Models;

/// <summary>One thing that a prompt can ask of its model: as a file says it, and as a caller sends it.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="File">The file without its model; <c>MOST</c> is a token more than the model writes.</param>
/// <param name="Request">The request of Converse.</param>
internal sealed record Situation(string Name, string File, string Request)
{
    private const string Text = "inference: { maxTokens: 9 }\ntext: Hi\n";
    private const string Turn = "\"messages\": [{\"role\": \"user\", \"content\": [{\"text\": \"Hi\"}]}]";

    /// <summary>Nothing but an answer.</summary>
    public static readonly Situation Plain = new("a call", Text, $"{{{Turn}}}");

    /// <summary>Everything else.</summary>
    public static readonly IReadOnlyList<Situation> Others =
    [
        Inferred("temperature: 0.5", "\"temperature\": 0.5"),
        Inferred("topP: 0.5", "\"topP\": 0.5"),
        Inferred("temperature: 0.5, topP: 0.5", "\"temperature\": 0.5, \"topP\": 0.5"),
        Inferred("stopSequences: [end]", "\"stopSequences\": [\"end\"]"),
        Fields("""{"top_k": 5}"""),
        Fields("""{"topK": 5}"""),
        Fields("""{"k": 5}"""),
        Fields("""{"inferenceConfig": {"topK": 5}}"""),
        Said("system", "system: Be kind.\nmessages: [{ user: Hi }]\n",
            """{"system": [{"text": "x"}], """ + $"{Turn}}}"),
        Said("prefill", "messages: [{ user: Hi }, { assistant: So }]\n", """
            {"messages": [{"role": "user", "content": [{"text": "Hi"}]},
              {"role": "assistant", "content": [{"text": "So"}]}]}
            """),
        Said("cache point", "messages: [{ user: [{ text: Hi }, { cachePoint: true }, { text: you }] }]\n", """
            {"messages": [{"role": "user", "content": [{"text": "Hi"}, {"cachePoint": {"type": "default"}}]}]}
            """),
        Tools("tools"),
        Tools("tools in a stream") with { Streams = true },
        new("the longest answer and a token more", "inference: { maxTokens: MOST }\ntext: Hi\n",
            """{"inferenceConfig": {"maxTokens": MOST}, """ + $"{Turn}}}"),
    ];

    /// <summary>Whether the answer is streamed.</summary>
    public bool Streams { get; init; }

    /// <summary>The file of a prompt for a model.</summary>
    public string FileOf(string id, Model? model) => $"model: {id}\n{File.Replace("MOST", Most(model))}";

    /// <summary>What is sent to a model.</summary>
    public JsonNode RequestOf(Model? model) => JsonNode.Parse(Request.Replace("MOST", Most(model)))!;

    private static Situation Inferred(string file, string request) => new(
        file, $"inference: {{ {file}, maxTokens: 9 }}\ntext: Hi\n", $"{{\"inferenceConfig\": {{{request}}}, {Turn}}}");

    private static Situation Fields(string fields) => new(
        fields, $"additionalModelRequestFields: {fields}\n{Text}",
        $"{{\"additionalModelRequestFields\": {fields}, {Turn}}}");

    private static Situation Said(string name, string file, string request) =>
        new(name, $"inference: {{ maxTokens: 9 }}\n{file}", request);

    private static Situation Tools(string name) => Said(
        name,
        "messages: [{ user: Hi }]\ntools: [{ name: look, description: x, inputSchema: { type: object } }]\n",
        """{"toolConfig": {"tools": [{"toolSpec": {"name": "look", "inputSchema": {"json": {}}}}]}, """ + $"{Turn}}}");

    private static string Most(Model? model) =>
        ((model?.Output ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
}
