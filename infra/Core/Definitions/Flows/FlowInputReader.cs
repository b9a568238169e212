using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>Reads the inputs of nodes and the conditions under which they run.</summary>
/// <remarks>
/// Where an input states no type, the type follows from other nodes' outputs; so those are read first.
/// </remarks>
internal sealed class FlowInputReader(IEnumerable<FlowNode> nodes, ICollection<Diagnostic> report)
{
    private const string Everything = "$.data";

    private readonly Dictionary<(string Node, string Output), FlowDataType> _types =
        (from node in nodes
         from output in node.Outputs ?? []
         group output.Type.Value by (Node: node.Name.Value, Output: output.Name.Value))
        .ToDictionary(types => types.Key, types => types.First());

    /// <summary>A node with its inputs and conditions.</summary>
    public FlowNode Complete(FlowNode read, YamlNode node) => read with
    {
        Inputs = node.Get("inputs") is YamlNode.Mapping inputs
            ? [.. inputs.Entries.Select(entry => ReadInput(entry, FlowPorts.Of(read.Configuration)))]
            : null,
        When = ReadSources(node.Get("when"), connection: null),
    };

    private FlowInput ReadInput(YamlEntry entry, FlowPorts ports)
    {
        var (name, node) = (new Located<string>(entry.Key.Text, entry.Key.At), entry.Value);
        var from = ReadSources(node is YamlNode.Scalar ? node : node.Get("from"), node.Text("connection"));
        var expression = node.Text("expression");
        return new()
        {
            Name = name,
            Type = FlowReader.DataType(node.Get("type"))
                ?? new(DefaultType(name.Value, expression?.Value, from, ports), node.At),
            Expression = expression ?? new(Everything, node.At),
            Category = ReadCategory(node.Text("category")),
            From = from,
        };
    }

    private static Located<FlowInputCategory>? ReadCategory(Located<string>? text) =>
        text is { } word && Enum.TryParse<FlowInputCategory>(word.Value, out var category) ? word.With(category) : null;

    /// <summary>The type that the node requires; otherwise the source's type, if the whole value is taken; otherwise
    /// String.</summary>
    private FlowDataType DefaultType(
        string name, string? expression, ImmutableArray<FlowSource> from, FlowPorts ports) =>
        ports.Inputs.FirstOrDefault(port => port.Name == name)?.Type
        ?? (expression is null or Everything ? SourceType(from) : null)
        ?? FlowDataType.String;

    private FlowDataType? SourceType(ImmutableArray<FlowSource> from) =>
        !from.IsEmpty && _types.TryGetValue((from[0].Node.Value, from[0].Port.Value), out var type) ? type : null;

    private ImmutableArray<FlowSource> ReadSources(YamlNode? node, Located<string>? connection) => node switch
    {
        null => [],
        YamlNode.Sequence sequence => [.. sequence.Items.SelectMany(item => ReadSources(item, connection))],
        YamlNode.Mapping mapping => ReadSources(mapping.Get("from"), mapping.Text("connection")),
        YamlNode.Scalar { IsNull: false } scalar => ReadSource(scalar, connection) is { } source ? [source] : [],
        _ => [],
    };

    private FlowSource? ReadSource(YamlNode.Scalar scalar, Located<string>? connection)
    {
        var dot = scalar.Text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot < scalar.Text.Length - 1)
        {
            return new(
                new(scalar.Text[..dot], scalar.At),
                new(scalar.Text[(dot + 1)..], scalar.Places.Locate(dot + 1)),
                connection);
        }

        report.Add(Problems.SourceIsNotDotted(scalar.At, scalar.Text));
        return null;
    }
}
