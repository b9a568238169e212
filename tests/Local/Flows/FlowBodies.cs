using System.Text.Json.Nodes;

namespace Infra.Tests.Local.Flows;

/// <summary>Requests that make flows.</summary>
internal static class FlowBodies
{
    /// <summary>A role that was never created, so that nothing is enforced.</summary>
    public const string AnyRole = "arn:aws:iam::123456789012:role/any";

    /// <summary>A flow that hands its document through.</summary>
    public static JsonObject Echo(string name) => new()
    {
        ["name"] = name,
        ["executionRoleArn"] = AnyRole,
        ["definition"] = JsonNode.Parse("""
            {
              "nodes": [
                { "name": "In", "type": "Input", "configuration": { "input": {} },
                  "outputs": [{ "name": "document", "type": "String" }] },
                { "name": "Out", "type": "Output", "configuration": { "output": {} },
                  "inputs": [{ "name": "document", "type": "String", "expression": "$.data" }] }
              ],
              "connections": [
                { "name": "InToOut", "type": "Data", "source": "In", "target": "Out",
                  "configuration": { "data": { "sourceOutput": "document", "targetInput": "document" } } }
              ]
            }
            """),
    };

    /// <summary>A request of the API as properties of CloudFormation.</summary>
    public static JsonObject Raised(JsonObject api) => new(api.Select(member => KeyValuePair.Create(
        char.ToUpperInvariant(member.Key[0]) + member.Key[1..], Raised(member.Value))));

    private static JsonNode? Raised(JsonNode? node) => node switch
    {
        JsonObject members => Raised(members),
        JsonArray items => new JsonArray([.. items.Select(Raised)]),
        _ => node!.DeepClone(),
    };
}
