using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Protocol.Models;

/// <summary>Reads and writes JSON as a model says: known members only, numbers in their precision, no nulls.</summary>
internal static class Reading
{
    /// <summary>What the service takes of a request; members it does not know are ignored, as in AWS.</summary>
    /// <returns>The value, or the message of a SerializationException.</returns>
    public static (JsonObject? Value, string? Unreadable) Request(
        ServiceModel model, Shape.Structure shape, JsonObject request)
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

    /// <summary>What a client reads of a resource: the members of the answer's shape.</summary>
    public static JsonObject Reply(ServiceModel model, Shape shape, JsonObject resource) =>
        Structure(model, (Shape.Structure)shape, resource);

    private static JsonObject Structure(ServiceModel model, Shape.Structure shape, JsonObject node)
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

    private static JsonNode Kept(ServiceModel model, Shape shape, JsonNode node) => (shape, node) switch
    {
        (Shape.Document, _) => node.DeepClone(),
        (Shape.Structure structure, JsonObject value) => Structure(model, structure, value),
        (Shape.Items items, JsonArray value) => List(model, items, value),
        (Shape.Mapping mapping, JsonObject value) => Map(model, mapping, value),
        (Shape.Text or Shape.Blob, JsonValue value) when Kind(value) is JsonValueKind.String => value.DeepClone(),
        (Shape.Whole, JsonValue value) when Kind(value) is JsonValueKind.Number => WholeNumber(value),
        (Shape.Single, JsonValue value) when Kind(value) is JsonValueKind.Number => InSinglePrecision(value),
        (Shape.Flag, JsonValue value) when Kind(value) is JsonValueKind.True or JsonValueKind.False =>
            value.DeepClone(),
        (Shape.Time time, JsonValue value) when value.TryGetValue<DateTimeOffset>(out var moment) =>
            Moment(time, moment),
        _ => throw new FormatException($"{Spelled(Kind(node))} can not be converted to {Article(shape)}"),
    };

    private static JsonArray List(ServiceModel model, Shape.Items shape, JsonArray items)
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

    private static JsonObject Map(ServiceModel model, Shape.Mapping shape, JsonObject entries)
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

    private static JsonValue Moment(Shape.Time shape, DateTimeOffset moment) =>
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

    private static string Article(Shape shape) => shape switch
    {
        Shape.Structure => "a Structure",
        Shape.Items => "a List",
        Shape.Mapping => "a Map",
        Shape.Whole => "an Integer",
        Shape.Single => "a Float",
        Shape.Flag => "a Boolean",
        Shape.Time => "a Timestamp",
        Shape.Blob => "a Blob",
        _ => "a String",
    };
}
