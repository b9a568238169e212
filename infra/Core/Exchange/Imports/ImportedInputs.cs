using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The inputs of an imported flow's nodes, together with the connections that lead to them.</summary>
internal sealed class ImportedInputs(
    ImmutableArray<ImportedConnection> connections, ImmutableArray<(ImportedPart Part, string Name)> nodes)
{
    private const string Everything = "$.data";

    private readonly Dictionary<string, int> _derived = connections
        .GroupBy(connection => connection.Derived, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    private readonly Dictionary<(string Node, string Output), string> _types =
        (from node in nodes
         from output in node.Part.Peek("outputs")
         group output.Type by (node.Name, output.Name))
        .ToDictionary(types => types.Key, types => types.First());

    private readonly List<ImportedConnection> _placed = [];

    /// <summary>The inputs of each node that could be read.</summary>
    private readonly Dictionary<string, string[]> _inputs = new(StringComparer.Ordinal);

    /// <summary>The conditions under which a node runs, or null.</summary>
    public YamlNode? When(string node) =>
        Sources(connections.Where(connection => connection.Target.Value == node && connection.Input is null));

    /// <summary>The inputs of a node, or null.</summary>
    public YamlNode? Of(ImportedPart node, string name, FlowPorts ports)
    {
        _inputs[name] = [];
        if (node.Parts("inputs") is not { } parts)
        {
            return null;
        }

        var inputs = parts.Select(part => (Part: part, Name: part.RequiredText("name") ?? "")).ToArray();
        _inputs[name] = [.. inputs.Select(input => input.Name)];
        node.ReportTwice("inputs", inputs.Select(input => input.Name));
        return YamlNodes.Map(inputs
            .DistinctBy(input => input.Name)
            .Select(input => (input.Name, (YamlNode?)Input(input.Part, (name, input.Name), ports))));
    }

    /// <summary>The order of the connections; null if it is the one that follows from the nodes.</summary>
    public YamlNode? Order() => _placed.SequenceEqual(connections)
        ? null
        : YamlNodes.List(connections.Select(connection => YamlNodes.Text(FlowConnections.Fit(connection.Name))));

    /// <summary>Reports the connections to nodes and inputs that do not exist, which no file could state.</summary>
    public void ReportLost(ICollection<Diagnostic> report)
    {
        string[] names = [.. nodes.Select(node => node.Name)];
        foreach (var (name, _, _, target, input) in connections.Except(_placed))
        {
            if (!names.Contains(target.Value))
            {
                report.Add(Problems.UnknownConnectionTarget(
                    target.At, name, target.Value, FlowAdvice.Known(target.Value, names)));
            }
            else if (input is not null && _inputs.TryGetValue(target.Value, out var known))
            {
                report.Add(Problems.UnknownConnectionTargetInput(
                    input.At, name, target.Value, input.Value, FlowAdvice.Known(input.Value, known)));
            }
        }
    }

    private YamlNode Input(ImportedPart input, (string Node, string Name) place, FlowPorts ports)
    {
        var leading = connections
            .Where(connection => connection.Target.Value == place.Node && connection.Input?.Value == place.Name)
            .ToImmutableArray();
        var expression = input.Expected("expression", Everything);
        var type = input.Text("type");
        var usual = ports.Inputs.FirstOrDefault(port => port.Name == place.Name)?.Type?.ToString()
            ?? (expression is Everything ? SourceType(leading) : null)
            ?? nameof(FlowDataType.String);
        if (type is null)
        {
            input.Report.Add(Problems.ImportAssumes(input.AtOf("type"), input.PlaceOf("type"), usual));
        }

        var read = YamlNodes.Map(
        [
            .. From(leading),
            ("type", type == usual && !leading.IsEmpty ? null : YamlNodes.Text(type ?? usual)),
            ("expression", expression is Everything ? null : YamlNodes.Text(expression)),
            ("category", input.TextNode("category")),
        ]);
        input.Finish();
        return read.Entries is [{ Key.Text: "from", Value: YamlNode.Scalar only }] ? only : read;
    }

    private string? SourceType(ImmutableArray<ImportedConnection> leading) =>
        leading is [var first, ..] ? _types.GetValueOrDefault((first.Source, first.Port)) : null;

    /// <summary>The sources of an input: a single one beside the connection's name, several as a list.</summary>
    private IEnumerable<(string Key, YamlNode? Value)> From(ImmutableArray<ImportedConnection> leading) =>
        Sources(leading) is YamlNode.Mapping one
            ? one.Entries.Select(entry => (entry.Key.Text, (YamlNode?)entry.Value))
            : [("from", Placed(leading))];

    private YamlNode? Placed(ImmutableArray<ImportedConnection> leading) => leading switch
    {
        [] => null,
        [var only] => Source(only),
        _ => YamlNodes.List(leading.Select(Source)),
    };

    private YamlNode? Sources(IEnumerable<ImportedConnection> leading)
    {
        ImmutableArray<ImportedConnection> found = [.. leading];
        _placed.AddRange(found);
        return Placed(found);
    }

    private YamlNode Source(ImportedConnection connection)
    {
        var from = YamlNodes.Text($"{connection.Source}.{connection.Port}");
        return connection.Name == connection.Derived && _derived[connection.Derived] == 1
            ? from
            : YamlNodes.Map(("from", from), ("connection", YamlNodes.Text(connection.Name)));
    }
}
