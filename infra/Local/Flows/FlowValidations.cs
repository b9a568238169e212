using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Diagnostics;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.Flows;

/// <summary>The service's findings about a definition, as in ValidateFlowDefinition and GetFlow.</summary>
internal static class FlowValidations
{
    /// <summary>The findings for a definition; a flow without one lacks a start and an end.</summary>
    public static JsonArray Of(JsonElement? definition)
    {
        var graph = FlowGraphJson.Read(definition is { } given ? Values.JsonValue.From(given) : Shorthand.Map());
        return new([.. FlowFindings.Check(graph).Select(Shown)]);
    }

    /// <summary>Whether a flow with these findings cannot be prepared.</summary>
    public static bool HaveErrors(JsonArray validations) =>
        validations.Any(validation => validation!["severity"]!.GetValue<string>() is "Error");

    private static JsonObject Shown(FlowFinding finding) => new()
    {
        ["type"] = $"{finding.Kind}",
        ["severity"] = finding.Problem.Severity is Severity.Error ? "Error" : "Warning",
        ["message"] = finding.Problem.Message,
        ["details"] = new JsonObject
        {
            [finding.DetailsMember] = JsonNode.Parse(CanonicalJson.Compact(finding.Details)),
        },
    };
}
