using System.Text.Json.Nodes;
using static Infra.Tests.Support.CutText;

namespace Infra.Tests.Local.Protocol;

/// <summary>
/// Cuts the official model of an AWS service, as botocore has it, to the operations that an embedded model names:
/// without descriptions, sorted, one operation or shape a line.
/// </summary>
/// <remarks>
/// Two things are a person's decision, and stay in the embedded model with their reason: <c>leftOut</c> names shapes
/// that nothing here reads, <c>repaired</c> what the official model states wrongly.
/// </remarks>
internal static class ServiceModelCut
{
    /// <summary>What is kept of a shape, in the order in which it is written.</summary>
    private static readonly string[] OfShapes =
    [
        "type", "required", "union", "min", "max", "pattern", "enum", "timestampFormat", "payload", "sensitive", "key",
        "value", "member", "members",
    ];

    private static readonly string[] OfMembers = ["shape", "location", "locationName", "idempotencyToken"];

    /// <summary>The embedded form of an official model.</summary>
    /// <param name="official">The official model; an embedded one has the same form, and is cut to itself.</param>
    /// <param name="embedded">Which operations are wanted, and what people decided.</param>
    public static string Of(JsonObject official, JsonObject embedded)
    {
        var leftOut = (embedded["leftOut"]?.AsObject() ?? [])
            .Select(shape => shape.Key).ToHashSet(StringComparer.Ordinal);
        var operations = embedded["operations"]!.AsObject().Select(operation => operation.Key)
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Model: Operation(official, name, leftOut)))
            .ToArray();
        var shapes = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (_, operation) in operations)
        {
            Reach(operation["input"]!.GetValue<string>());
            if (operation["output"] is { } output)
            {
                Reach(output.GetValue<string>());
            }
        }

        var said = embedded.Where(entry => entry.Key is not ("operations" or "shapes"))
            .Select(entry => $"  {Spell(entry.Key)}: {Spell(entry.Value)},\n");
        return $"{{\n{string.Concat(said)}  \"operations\": {{\n"
            + $"{Lines(operations)}\n  }},\n  \"shapes\": {{\n"
            + $"{Lines(shapes.Select(shape => (shape.Key, shape.Value)))}\n  }}\n}}\n";

        void Reach(string name)
        {
            if (!shapes.ContainsKey(name))
            {
                shapes[name] = Shape(official["shapes"]![name]!.AsObject(), leftOut);
                foreach (var next in Named(Repair(shapes[name], embedded["repaired"]?[name])))
                {
                    Reach(next);
                }
            }
        }
    }

    private static JsonObject Operation(JsonObject official, string name, HashSet<string> leftOut)
    {
        var whole = official["operations"]![name]!.AsObject();
        if (whole["http"] is not { } http)
        {
            return Copy(whole)!;
        }

        JsonObject cut = new()
        {
            ["method"] = Copy(http["method"]),
            ["uri"] = Copy(http["requestUri"]),
            ["status"] = Copy(http["responseCode"]) ?? 200,
            ["input"] = Copy(whole["input"]!["shape"]),
        };
        if (whole["output"]?["shape"] is { } output && !leftOut.Contains(output.GetValue<string>()))
        {
            cut["output"] = Copy(output);
        }

        cut["errors"] = new JsonObject(
            from shape in (whole["errors"]?.AsArray() ?? [])
                .Select(error => error!["shape"]!.GetValue<string>()).Order(StringComparer.Ordinal)
            select KeyValuePair.Create(shape, (JsonNode?)Status(official["shapes"]![shape]!)));
        return cut;
    }

    /// <summary>An error's HTTP status: its own, or else 400, and 500 when the fault is the service's.</summary>
    private static int Status(JsonNode error) =>
        error["error"]?["httpStatusCode"]?.GetValue<int>() ?? (error["fault"]?.GetValue<bool>() is true ? 500 : 400);

    private static JsonObject Shape(JsonObject whole, HashSet<string> leftOut)
    {
        if (whole["document"] is not null || whole["type"]!.GetValue<string>() is "document")
        {
            return new() { ["type"] = "document" };
        }

        var cut = Kept(whole, OfShapes);
        cut["type"] = whole["type"]!.GetValue<string>() switch
        {
            "long" => "integer",
            var type => type,
        };
        if (cut["min"]?.GetValue<decimal>() is 0)
        {
            cut.Remove("min");
        }

        if (cut["required"] is JsonArray required)
        {
            cut["required"] = new JsonArray([.. required
                .OrderBy(name => name!.GetValue<string>(), StringComparer.Ordinal).Select(Copy)]);
        }

        foreach (var place in new[] { "key", "value", "member" })
        {
            if (cut[place] is JsonObject item)
            {
                cut[place] = Kept(item, OfMembers);
            }
        }

        if (cut["members"] is JsonObject members)
        {
            cut["members"] = new JsonObject(members
                .Where(member => !leftOut.Contains(member.Value!["shape"]!.GetValue<string>()))
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(
                    member.Key, (JsonNode?)Kept(member.Value!.AsObject(), OfMembers))));
        }

        return cut;
    }

    private static JsonObject Repair(JsonObject shape, JsonNode? repair)
    {
        foreach (var (key, value) in repair?.AsObject().Where(entry => entry.Key is not "why") ?? [])
        {
            shape[key] = Copy(value);
        }

        return shape;
    }

    private static IEnumerable<string> Named(JsonObject shape) =>
        from item in new[] { shape["key"], shape["value"], shape["member"] }
            .Concat(shape["members"]?.AsObject().Select(member => member.Value) ?? [])
        where item is not null
        select item["shape"]!.GetValue<string>();

    private static JsonObject Kept(JsonObject whole, string[] keys) => new(
        from key in keys
        where whole[key] is not null
        select KeyValuePair.Create(key, Copy(whole[key])));

    private static T? Copy<T>(T? node)
        where T : JsonNode => (T?)node?.DeepClone();
}
