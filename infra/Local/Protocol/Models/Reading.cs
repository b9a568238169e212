using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Protocol.Models;

/// <summary>Reads and writes JSON by a service's model: known members only, numbers in their precision, no
/// nulls.</summary>
internal static class Reading
{
    /// <summary>The part of a request that the service reads; unknown members are ignored, as in AWS.</summary>
    /// <returns>The value, or the message of a SerializationException.</returns>
    public static (JsonObject? Value, string? Unreadable) Request(
        ServiceModel model, ServiceShape.Structure shape, JsonObject request)
    {
        try
        {
            return (Structure(model, shape, request), null);
        }
        catch (FormatException wrongType)
        {
            return (null, wrongType.Message);
        }
    }

    /// <summary>The part of a resource that clients read: the members of the answer's shape.</summary>
    public static JsonObject Reply(ServiceModel model, ServiceShape shape, JsonObject resource) =>
        Structure(model, (ServiceShape.Structure)shape, resource);

    private static JsonObject Structure(ServiceModel model, ServiceShape.Structure shape, JsonObject node)
    {
        var kept = new JsonObject();
        foreach (var (name, member) in shape.Members)
        {
            if (node[name] is { } value)
            {
                kept[name] = Kept(model, model.Shapes[member.Shape], value);
            }
        }

        return kept;
    }

    private static JsonNode Kept(ServiceModel model, ServiceShape shape, JsonNode node) => (shape, node) switch
    {
        (ServiceShape.Document, _) => node.DeepClone(),
        (ServiceShape.Structure structure, JsonObject value) => Structure(model, structure, value),
        (ServiceShape.Items items, JsonArray value) => List(model, items, value),
        (ServiceShape.Mapping mapping, JsonObject value) => Map(model, mapping, value),
        (ServiceShape.Text or ServiceShape.Blob, JsonValue value) when Kind(value) is JsonValueKind.String =>
            value.DeepClone(),
        (ServiceShape.Whole, JsonValue value) when Kind(value) is JsonValueKind.Number => WholeNumber(value),
        (ServiceShape.Single, JsonValue value) when Kind(value) is JsonValueKind.Number => InSinglePrecision(value),
        (ServiceShape.Number or ServiceShape.Time, JsonValue value) when Kind(value) is JsonValueKind.Number =>
            value.DeepClone(),
        (ServiceShape.Flag, JsonValue value) when Kind(value) is JsonValueKind.True or JsonValueKind.False =>
            value.DeepClone(),
        (ServiceShape.Time time, JsonValue value) when value.TryGetValue<DateTimeOffset>(out var moment) =>
            Moment(time, moment),
        _ => throw new FormatException($"{Spelled(Kind(node))} can not be converted to {Article(shape)}"),
    };

    private static JsonArray List(ServiceModel model, ServiceShape.Items shape, JsonArray items)
    {
        var kept = new JsonArray();
        foreach (var item in items)
        {
            if (item is not null)
            {
                kept.Add(Kept(model, model.Shapes[shape.Member.Shape], item));
            }
        }

        return kept;
    }

    private static JsonObject Map(ServiceModel model, ServiceShape.Mapping shape, JsonObject entries)
    {
        var kept = new JsonObject();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                kept[key] = Kept(model, model.Shapes[shape.Value.Shape], value);
            }
        }

        return kept;
    }

    private static JsonValue WholeNumber(JsonValue value) =>
        double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e15
            ? JsonValue.Create((long)number)
            : throw new FormatException("NUMBER_VALUE can not be converted to an Integer");

    private static JsonValue InSinglePrecision(JsonValue value) =>
        float.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
            ? JsonValue.Create((double)number)
            : throw new FormatException("NUMBER_VALUE can not be converted to a Float");

    private static JsonValue Moment(ServiceShape.Time shape, DateTimeOffset moment) =>
        shape.TimestampFormat is "iso8601"
            ? JsonValue.Create(Timestamp.Iso(moment))
            : JsonValue.Create(moment.ToUnixTimeMilliseconds() / 1000m);

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind();

    private static string Spelled(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "START_OBJECT",
        JsonValueKind.Array => "START_ARRAY",
        JsonValueKind.String => "STRING_VALUE",
        JsonValueKind.Number => "NUMBER_VALUE",
        JsonValueKind.True => "TRUE_VALUE",
        _ => "FALSE_VALUE",
    };

    private static string Article(ServiceShape shape) => shape switch
    {
        ServiceShape.Structure => "a Structure",
        ServiceShape.Items => "a List",
        ServiceShape.Mapping => "a Map",
        ServiceShape.Whole => "an Integer",
        ServiceShape.Single => "a Float",
        ServiceShape.Number => "a Double",
        ServiceShape.Flag => "a Boolean",
        ServiceShape.Time => "a Timestamp",
        ServiceShape.Blob => "a Blob",
        _ => "a String",
    };
}
