using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Infra.Spelling;

namespace Infra.Local.CloudControl;

/// <summary>Converts members between the API's spelling and CloudFormation's, with a capital first letter; keys that
/// are data are unchanged.</summary>
internal static class Casing
{
    /// <summary>Properties of a resource as a request to the API.</summary>
    public static JsonObject ToApi(this ServiceModel model, string shape, JsonObject properties) =>
        Structure(model, (ServiceShape.Structure)model.Shapes[shape], properties, FirstLetter.Upper, name => name);

    /// <summary>An answer of the API as properties of a resource.</summary>
    public static JsonObject ToProperties(this ServiceModel model, string shape, JsonObject answer) =>
        Structure(model, (ServiceShape.Structure)model.Shapes[shape], answer, name => name, FirstLetter.Upper);

    private static JsonObject Structure(
        ServiceModel model, ServiceShape.Structure shape, JsonObject node,
        Func<string, string> from, Func<string, string> to)
    {
        var spelled = new JsonObject();
        foreach (var (name, member) in shape.Members)
        {
            if (node[from(name)] is { } value)
            {
                spelled[to(name)] = Spelled(model, model.Shapes[member.Shape], value, from, to);
            }
        }

        return spelled;
    }

    private static JsonNode Spelled(
        ServiceModel model, ServiceShape shape, JsonNode node, Func<string, string> from, Func<string, string> to) =>
        (shape, node) switch
        {
            (ServiceShape.Structure structure, JsonObject value) => Structure(model, structure, value, from, to),
            (ServiceShape.Items items, JsonArray value) => new JsonArray(
                [.. value.Select(item => Spelled(model, model.Shapes[items.Member.Shape], item!, from, to))]),
            _ => node.DeepClone(),
        };
}
