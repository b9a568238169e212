using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Spelling;

namespace Infra.Local.Protocol.Models;

/// <summary>Checks a request against its service's model, with AWS's messages.</summary>
internal sealed class Constraints
{
    private readonly ServiceModel model;
    private readonly List<string> broken = [];

    private Constraints(ServiceModel model) => this.model = model;

    /// <summary>One message for all violations, or null.</summary>
    public static string? Broken(ServiceModel model, ServiceShape.Structure shape, JsonObject input)
    {
        var constraints = new Constraints(model);
        constraints.Structure(shape, input, "");
        var broken = constraints.broken;
        return broken.Count is 0 ? null
            : $"{broken.Count} validation error{(broken.Count is 1 ? "" : "s")} detected: {string.Join("; ", broken)}";
    }

    private void Check(ServiceShape shape, JsonNode node, string path)
    {
        switch (shape)
        {
            case ServiceShape.Structure structure:
                Structure(structure, node.AsObject(), path);
                break;
            case ServiceShape.Items items:
                Items(items, node.AsArray(), path);
                break;
            case ServiceShape.Mapping mapping:
                Mapping(mapping, node.AsObject(), path);
                break;
            case ServiceShape.Text text:
                Report(text, node, path, OfText(text, node.GetValue<string>()));
                break;
            case ServiceShape.Whole whole:
                Report(whole, node, path, OfRange(node.GetValue<long>(), whole.Min, whole.Max));
                break;
            case ServiceShape.Single single:
                Report(single, node, path, OfRange(node.GetValue<double>(), single.Min, single.Max));
                break;
            case ServiceShape.Blob blob:
                Report(blob, node, path, OfLength(Bytes(node.GetValue<string>()), blob.Min, blob.Max));
                break;
            default:
                break;
        }
    }

    private void Structure(ServiceShape.Structure shape, JsonObject node, string path)
    {
        var prefix = path.Length is 0 ? "" : $"{path}.";
        foreach (var name in shape.Required.Where(name => node[name] is null))
        {
            broken.Add(
                $"Value null at '{prefix}{FirstLetter.Lower(name)}' failed to satisfy constraint: "
                + "Member must not be null");
        }

        var present = shape.Members.Where(member => node[member.Key] is not null).ToList();
        if (shape.Union && present.Count is not 1)
        {
            broken.Add($"Value at '{path}' failed to satisfy constraint: Exactly one member of the union must be set: "
                + $"[{string.Join(", ", shape.Members.Keys)}]");
        }

        foreach (var (name, member) in present)
        {
            Check(model.Shapes[member.Shape], node[name]!, prefix + FirstLetter.Lower(name));
        }
    }

    private void Items(ServiceShape.Items shape, JsonArray node, string path)
    {
        Report(shape, node, path, OfLength(node.Count, shape.Min, shape.Max));
        for (var index = 0; index < node.Count; index++)
        {
            Check(model.Shapes[shape.Member.Shape], node[index]!, $"{path}.{index + 1}.member");
        }
    }

    private void Mapping(ServiceShape.Mapping shape, JsonObject node, string path)
    {
        Report(shape, node, path, OfLength(node.Count, shape.Min, shape.Max));
        foreach (var (key, value) in node)
        {
            if (model.Shapes[shape.Key.Shape] is ServiceShape.Text text
                && OfText(text, key).ToList() is { Count: > 0 } wrong)
            {
                Report(shape, node, path, [$"Map keys must satisfy constraint: [{string.Join(", ", wrong)}]"]);
            }

            Check(model.Shapes[shape.Value.Shape], value!, $"{path}.{key}.member");
        }
    }

    private static IEnumerable<string> OfText(ServiceShape.Text shape, string text)
    {
        var tooLong = text.Length > shape.Max;
        return
        [
            .. OfLength(text.Length, shape.Min, shape.Max),
            .. tooLong || shape.Matches(text) ? []
                : (string[])[$"Member must satisfy regular expression pattern: {shape.Pattern}"],
            .. shape.Enum.IsEmpty || shape.Enum.Contains(text) ? []
                : (string[])[$"Member must satisfy enum value set: [{string.Join(", ", shape.Enum)}]"],
        ];
    }

    private static IEnumerable<string> OfLength(int length, int? min, int? max)
    {
        if (length > max)
        {
            yield return $"Member must have length less than or equal to {max}";
        }

        if (length < min)
        {
            yield return $"Member must have length greater than or equal to {min}";
        }
    }

    private static IEnumerable<string> OfRange<T>(T number, T? min, T? max)
        where T : struct, IComparable<T>, IFormattable
    {
        if (max is { } most && number.CompareTo(most) > 0)
        {
            yield return $"Member must have value less than or equal to {Number(most)}";
        }

        if (min is { } least && number.CompareTo(least) < 0)
        {
            yield return $"Member must have value greater than or equal to {Number(least)}";
        }
    }

    /// <summary>The number of bytes in a Base64 text.</summary>
    private static int Bytes(string text) => text.TrimEnd('=').Length * 3 / 4;

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private void Report(ServiceShape shape, JsonNode node, string path, IEnumerable<string> constraints)
    {
        foreach (var constraint in constraints)
        {
            var value = shape.Sensitive ? "Value" : $"Value '{Spell(node)}'";
            broken.Add($"{value} at '{path}' failed to satisfy constraint: {constraint}");
        }
    }

    private static string Spell(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray items => $"[{string.Join(", ", items.Select(item => Spell(item)))}]",
        JsonObject members =>
            $"{{{string.Join(", ", members.Select(member => $"{member.Key}={Spell(member.Value)}"))}}}",
        _ => node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(),
    };
}
