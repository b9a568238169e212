using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>Reads a YAML text, including CloudFormation's short forms of functions, with the places of its
/// parts.</summary>
internal sealed class ImportedYaml
{
    private readonly ImportedPlaces _places;
    private readonly ICollection<Diagnostic> _report;

    private ImportedYaml(ImportedPlaces places, ICollection<Diagnostic> report) =>
        (_places, _report) = (places, report);

    /// <summary>The text's value and the places of its parts; null when it could not be read.</summary>
    public static (Value Document, ImportedPlaces Places)? Read(SourceText source, ICollection<Diagnostic> report)
    {
        if (YamlCursor.Read(source, report, takesTags: true) is not { } root)
        {
            return null;
        }

        var places = new ImportedPlaces(source);
        return (new ImportedYaml(places, report).Value(root, ""), places);
    }

    private Value Value(YamlNode node, string place)
    {
        _places.Add(place, node.At);
        var value = node switch
        {
            YamlNode.Scalar scalar when node.Tag.Length > 0 => scalar.Text,
            YamlNode.Scalar scalar => CoreScalar.Read(scalar) ?? scalar.Text,
            YamlNode.Sequence list => Shorthand.List(
                list.Items.Select((item, i) => Value(item, $"{place}[{i}]")).ToArray()),
            YamlNode.Mapping map => Shorthand.Map(map.Entries
                .Select(entry => (entry.Key.Text, (Value?)Value(entry.Value, Member(place, entry))))
                .ToArray()),
            YamlNode.Unreadable => new Value.Null(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return node.Tag.Length == 0 ? value : Function(node, value);
    }

    private static string Member(string place, YamlEntry entry) =>
        place.Length == 0 ? entry.Key.Text : $"{place}.{entry.Key.Text}";

    /// <summary><c>!Sub text</c> is short for <c>Fn::Sub: text</c>.</summary>
    private Value Function(YamlNode node, Value argument)
    {
        if (node.Tag is not ['!', .. var name] || name.Length == 0 || !name.All(char.IsAsciiLetter))
        {
            _report.Add(Problems.YamlTag(node.At, node.Tag));
            return argument;
        }

        var isWord = name is "Ref" or "Condition";
        return Shorthand.Map((isWord ? name : $"Fn::{name}", argument));
    }
}
