using System.Text.Json;
using Amazon.Runtime.Documents;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>Converts values to the AWS SDK's free-form JSON.</summary>
internal static class AwsDocument
{
    /// <summary>A value for the SDK.</summary>
    public static Document From(Value value)
    {
        using var json = JsonDocument.Parse(CanonicalJson.Compact(value));
        return From(json.RootElement);
    }

    /// <summary>A JSON element for the SDK.</summary>
    public static Document From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Document(element.EnumerateObject()
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(members => members.Key, members => From(members.Last().Value), StringComparer.Ordinal)),
        JsonValueKind.Array => new Document(element.EnumerateArray().Select(From).ToList()),
        JsonValueKind.String => new Document(element.GetString()),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => new Document(true),
        JsonValueKind.False => new Document(false),
        _ => default,
    };

    private static Document Number(JsonElement element) =>
        element.TryGetInt32(out var number) ? new Document(number)
        : element.TryGetInt64(out var large) ? new Document(large)
        : new Document(element.GetDouble());
}
