using System.Text.Json;
using Infra.Values;

namespace Infra.Tests.Support.Schema;

/// <summary>The official schemas in tests/Data.</summary>
internal static class OfficialSchema
{
    private static readonly JsonElement Native = Load("Pulumi", "aws-native.json");
    private static readonly JsonElement Classic = Load("Pulumi", "aws.json");

    /// <summary>What CloudFormation would find wrong with the properties of a resource.</summary>
    public static IEnumerable<string> CloudFormation(string type, Value.Map properties)
    {
        var schema = OfType(type);
        var readOnly = schema.TryGetProperty("readOnlyProperties", out var paths)
            ? paths.EnumerateArray().Select(path => path.GetString()!.Split('/')[^1])
            : [];
        return
        [
            .. from name in readOnly
               where properties.Entries.ContainsKey(name)
               select $"{type}.{name}: only the service sets it",
            .. new Checker(schema, ClosedObjects: false, ExactlyOne: true).Check(properties, schema, type),
        ];
    }

    /// <summary>CloudFormation's schema of a type.</summary>
    public static JsonElement OfType(string type) =>
        Load("CloudFormation", type.Replace("::", "-", StringComparison.Ordinal) + ".json");

    /// <summary>What a Pulumi provider would refuse, or silently drop, of the inputs of a resource.</summary>
    public static IEnumerable<string> Pulumi(string token, Value.Map inputs)
    {
        var resource = Resource(token);
        var schema = JsonSerializer.SerializeToElement(new
        {
            type = "object",
            properties = resource.GetProperty("inputProperties"),
            required = resource.GetProperty("requiredInputs"),
        });
        return new Checker(Package(token), ClosedObjects: true, ExactlyOne: false).Check(inputs, schema, token);
    }

    /// <summary>The changes that replace a resource, as the typed SDK lists them.</summary>
    public static IEnumerable<string> ReplaceOnChanges(string token) => Texts(token, "replaceOnChanges");

    /// <summary>What a resource gives back.</summary>
    public static IEnumerable<string> Outputs(string token) => Texts(token, "outputs");

    private static IEnumerable<string> Texts(string token, string list) =>
        Resource(token).GetProperty(list).EnumerateArray().Select(item => item.GetString()!);

    private static JsonElement Resource(string token) => Package(token).GetProperty("resources").GetProperty(token);

    private static JsonElement Package(string token) =>
        token.StartsWith("aws-native:", StringComparison.Ordinal) ? Native : Classic;

    private static JsonElement Load(string folder, string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Data", folder, file))).RootElement;
}
