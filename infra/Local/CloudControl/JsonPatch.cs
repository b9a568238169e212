using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.CloudControl;

/// <summary>Applies a JSON patch (RFC 6902).</summary>
internal static class JsonPatch
{
    /// <summary>The patched document, or what is wrong with the patch.</summary>
    public static (JsonObject? Patched, string? Wrong) Apply(JsonObject document, string patch)
    {
        try
        {
            var target = document.DeepClone().AsObject();
            foreach (var operation in JsonNode.Parse(patch)!.AsArray())
            {
                Apply(target, operation!.AsObject());
            }

            return (target, null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException
            or ArgumentOutOfRangeException or NullReferenceException)
        {
            return (null, $"Invalid patch document: {wrong.Message}");
        }
    }

    private static void Apply(JsonObject document, JsonObject operation)
    {
        var path = Text(operation, "path");
        switch (Text(operation, "op"))
        {
            case "add":
                Add(document, path, operation["value"]?.DeepClone());
                break;
            case "remove":
                Remove(document, path);
                break;
            case "replace":
                Remove(document, path);
                Add(document, path, operation["value"]?.DeepClone());
                break;
            case "move":
                Add(document, path, Remove(document, Text(operation, "from")));
                break;
            case "copy":
                Add(document, path, Find(document, Text(operation, "from"))?.DeepClone());
                break;
            case "test" when !JsonNode.DeepEquals(Find(document, path), operation["value"]):
                throw new FormatException($"the test of {path} failed");
            case "test":
                break;
            case var unknown:
                throw new FormatException($"unknown operation {unknown}");
        }
    }

    private static void Add(JsonObject document, string path, JsonNode? value)
    {
        switch (Parent(document, path))
        {
            case (JsonObject parent, var key):
                parent[key] = value;
                break;
            case (JsonArray parent, "-"):
                parent.Add(value);
                break;
            case (JsonArray parent, var key):
                parent.Insert(Index(key), value);
                break;
            default:
                throw Missing(path);
        }
    }

    private static JsonNode? Remove(JsonObject document, string path)
    {
        var removed = Find(document, path);
        switch (Parent(document, path))
        {
            case (JsonObject parent, var key):
                parent.Remove(key);
                break;
            case (JsonArray parent, var key):
                parent.RemoveAt(Index(key));
                break;
            default:
                throw Missing(path);
        }

        return removed;
    }

    private static JsonNode? Find(JsonObject document, string path) => Parent(document, path) switch
    {
        (JsonObject parent, var key) when parent.ContainsKey(key) => parent[key],
        (JsonArray parent, var key) => parent[Index(key)],
        _ => throw Missing(path),
    };

    private static (JsonNode? Parent, string Key) Parent(JsonObject document, string path)
    {
        var parts = path.Split('/').Select(Unescaped).ToList();
        if (parts.Count < 2 || parts[0].Length > 0)
        {
            throw new FormatException($"{path} is not a path to a property");
        }

        JsonNode? node = document;
        foreach (var part in parts[1..^1])
        {
            node = node is JsonArray items ? items[Index(part)] : node?[part];
        }

        return (node, parts[^1]);
    }

    private static string Text(JsonObject operation, string member) =>
        operation[member]?.GetValue<string>() ?? throw new FormatException($"an operation has no {member}");

    private static int Index(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new FormatException($"'{key}' is no index of a list");

    private static string Unescaped(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static FormatException Missing(string path) => new($"nothing is at {path}");
}
