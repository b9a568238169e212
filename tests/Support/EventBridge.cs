using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Support;

/// <summary>What EventBridge makes of an event, as far as our rules use it.</summary>
/// <param name="Rule">The rule as a plan declares it.</param>
internal sealed partial record EventBridge(DeclaredResource Rule)
{
    private static readonly Place Here = new("us-east-1", "123456789012");

    /// <summary>The event of an alarm that changes its state.</summary>
    public static JsonObject Alarm(string name, string state, string? suppressedBy = null) => new()
    {
        ["version"] = "0",
        ["source"] = "aws.cloudwatch",
        ["detail-type"] = "CloudWatch Alarm State Change",
        ["account"] = "123456789012",
        ["region"] = "us-east-1",
        ["resources"] = new JsonArray($"arn:aws:cloudwatch:us-east-1:123456789012:alarm:{name}"),
        ["detail"] = new JsonObject
        {
            ["alarmName"] = name,
            ["state"] = State(state, suppressedBy),
            ["previousState"] = State("OK", null),
        },
    };

    /// <summary>What the target is sent; null where the event does not match the pattern.</summary>
    public JsonObject? Sent(JsonObject happened)
    {
        if (!Matches(Json("EventPattern"), happened))
        {
            return null;
        }

        var transformer = Json("Targets").AsArray().Single()!["InputTransformer"]!;
        return JsonNode.Parse(Variable().Replace(
            transformer["InputTemplate"]!.GetValue<string>(),
            variable => At(happened, transformer["InputPathsMap"]![variable.Groups[1].Value]!.GetValue<string>())
                .ToJsonString()))!.AsObject();
    }

    private static JsonObject State(string value, string? suppressedBy)
    {
        var state = new JsonObject { ["value"] = value, ["reason"] = $"bedrock-prompts/x \"went\" to {value}" };
        if (suppressedBy is not null)
        {
            state["actionsSuppressedBy"] = suppressedBy;
        }

        return state;
    }

    private JsonNode Json(string property) => JsonNode.Parse(CanonicalJson.Compact(
        Here.Fill(Rule.Properties[property]!, reference => reference.Resource)))!;

    private static bool Matches(JsonNode pattern, JsonNode? happened) => pattern switch
    {
        JsonObject keys => keys.All(key => Matches(key.Value!, (happened as JsonObject)?[key.Key])),
        JsonArray any => any.Any(one => one is JsonObject { Count: 1 } exists
            ? exists["exists"]!.GetValue<bool>() == (happened is not null)
            : happened?.GetValueKind() is JsonValueKind.String
                && happened.GetValue<string>() == one!.GetValue<string>()),
        _ => throw new InvalidOperationException($"No pattern: {pattern}"),
    };

    private static JsonNode At(JsonNode happened, string path) =>
        path.Split('.').Skip(1).Aggregate(happened, (node, key) => node[key]!);

    [GeneratedRegex("<([a-z]+)>")]
    private static partial Regex Variable();
}
