using System.Text.Json.Nodes;
using Infra.Local;
using Infra.Tests.Local.Flows;

namespace Infra.Tests.Local.InvokeFlow;

/// <summary>Makes flows of nodes and connections, and runs them over HTTP.</summary>
internal static class FlowFixture
{
    /// <summary>An Input node.</summary>
    public static JsonNode In(string type = "String") => Node("In", "Input", outputs: ("document", type));

    /// <summary>An Output node that takes a part of what arrives.</summary>
    public static JsonNode Out(string name = "Out", string type = "String", string expression = "$.data") =>
        Node(name, "Output", [("document", type, expression)]);

    /// <summary>A node with an inline prompt, whose variable is <c>mail</c>.</summary>
    public static JsonNode Prompt(string name, string text = "{{mail}}") => Configured(
        Node(name, "Prompt", [("mail", "String", "$.data")], ("modelCompletion", "String")),
        "prompt",
        JsonNode.Parse($$$"""
            { "sourceConfiguration": { "inline": {
              "modelId": "amazon.nova-lite-v1:0", "templateType": "TEXT",
              "templateConfiguration": { "text": { "text": "{{{text}}}" } } } } }
            """)!);

    /// <summary>Any node, its configuration empty.</summary>
    public static JsonNode Node(
        string name,
        string type,
        (string Name, string Type, string Expression)[]? inputs = null,
        params (string Name, string Type)[] outputs)
    {
        var node = new JsonObject
        {
            ["name"] = name,
            ["type"] = type,
            ["inputs"] = new JsonArray([.. (inputs ?? []).Select(input => new JsonObject
            {
                ["name"] = input.Name,
                ["type"] = input.Type,
                ["expression"] = input.Expression,
            })]),
            ["outputs"] = new JsonArray([.. outputs.Select(output => new JsonObject
            {
                ["name"] = output.Name,
                ["type"] = output.Type,
            })]),
        };
        return Configured(node, char.ToLowerInvariant(type[0]) + type[1..], new JsonObject());
    }

    /// <summary>A node with the configuration of its type.</summary>
    public static JsonNode Configured(JsonNode node, string member, JsonNode configuration)
    {
        node["configuration"] = new JsonObject { [member] = configuration };
        return node;
    }

    /// <summary>A definition; connections are spelt <c>In.document > Out.document</c>,
    /// <c>Which.yes > Out</c>.</summary>
    public static JsonObject Definition(IEnumerable<JsonNode> nodes, params IEnumerable<string> edges) => new()
    {
        ["nodes"] = new JsonArray([.. nodes]),
        ["connections"] = new JsonArray([.. edges.Select(Edge)]),
    };

    /// <summary>Makes and prepares a flow; returns its id.</summary>
    public static async Task<string> FlowAsync(
        this LocalBedrock bedrock, JsonObject definition, string role = FlowBodies.AnyRole)
    {
        var body = new JsonObject { ["name"] = "flow", ["executionRoleArn"] = role, ["definition"] = definition };
        var id = (await bedrock.PostAsync("/flows/", body))["id"];
        await bedrock.PostAsync($"/flows/{id}/", new JsonObject());
        var flow = await bedrock.GetAsync($"/flows/{id}/");
        return flow["status"] is "Prepared"
            ? id
            : throw new InvalidOperationException(flow.Body["validations"]!.ToString());
    }

    /// <summary>Runs the draft of a flow.</summary>
    public static Task<Reply> InvokeAsync(
        this LocalBedrock bedrock, string flow, JsonNode document, bool trace = false) =>
        bedrock.PostAsync($"/flows/{flow}/aliases/TSTALIASID", new JsonObject
        {
            ["enableTrace"] = trace,
            ["inputs"] = new JsonArray(new JsonObject
            {
                ["nodeName"] = "In",
                ["nodeOutputName"] = "document",
                ["content"] = new JsonObject { ["document"] = document },
            }),
        });

    /// <summary>Runs the draft of a flow; spells what leaves it as <c>Out: text</c>, and how it ends.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(
        this LocalBedrock bedrock, string flow, JsonNode document) =>
        [.. (await bedrock.InvokeAsync(flow, document)).Events.Select(next => next.Name switch
        {
            "flowOutputEvent" => $"{next.Body["nodeName"]}: {Spelled(next.Body["content"]!["document"]!)}",
            "flowCompletionEvent" => next.Body["completionReason"]!.GetValue<string>(),
            _ => $"{next.Name}: {next.Body["message"]}",
        })];

    /// <summary>A server whose models answer with the prompt in parentheses.</summary>
    public static Task<LocalBedrock> StartAsync(Stubs? stubs = null) =>
        LocalBedrock.StartAsync(new() { Answers = call => $"({call.Text})", Stubs = stubs ?? (_ => null) });

    private static string Spelled(JsonNode document) =>
        document is JsonValue value && value.TryGetValue<string>(out var text) ? text : document.ToJsonString();

    private static JsonNode Edge(string spelled)
    {
        var (from, to) = (spelled.Split(" > ")[0].Split('.'), spelled.Split(" > ")[1].Split('.'));
        var isData = to.Length is 2;
        return new JsonObject
        {
            ["name"] = $"{from[0]}{from[1]}To{string.Concat(to)}",
            ["type"] = isData ? "Data" : "Conditional",
            ["source"] = from[0],
            ["target"] = to[0],
            ["configuration"] = isData
                ? new JsonObject { ["data"] = new JsonObject { ["sourceOutput"] = from[1], ["targetInput"] = to[1] } }
                : new JsonObject { ["conditional"] = new JsonObject { ["condition"] = from[1] } },
        };
    }
}
