using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>Reads a flow from a mapping in <c>prompts/</c> or in a release.</summary>
public static class FlowReader
{
    /// <summary>The flow; null when a node cannot be read. Problems of its shape are reported.</summary>
    public static Flow? Read(string name, YamlNode node, Includes includes, ICollection<Diagnostic> report)
    {
        ShapeCheck.Check(node, FlowShape.Flow, report);
        return ReadBody(node, includes, report) is not { } body ? null : new()
        {
            Name = name,
            At = node.At,
            Description = node.Text("description"),
            Owner = node.Text("owner"),
            Tags = node.Get("tags").Texts(),
            Tests = TestCaseReader.Read(node.Get("tests"), node.Get("testDefaults")),
            Body = body,
        };
    }

    /// <summary>The nodes of a flow or loop; null when one cannot be read.</summary>
    internal static FlowBody? ReadBody(YamlNode? node, Includes includes, ICollection<Diagnostic> report)
    {
        if (node.Get("nodes") is not YamlNode.Mapping mapping)
        {
            return null;
        }

        var nodes = mapping.Entries.Select(entry => ReadNode(entry, includes, report)).ToArray();
        if (nodes.OfType<FlowNode>().ToArray() is var sound && sound.Length < nodes.Length)
        {
            return null;
        }

        var inputs = new FlowInputReader(sound, report);
        var body = new FlowBody(
            [.. sound.Zip(mapping.Entries, (read, entry) => inputs.Complete(read, entry.Value))],
            node.Get("connectionOrder").Items().Texts(),
            mapping.At);
        ReportUnknownConnections(body, report);
        return body;
    }

    /// <summary>A node without its inputs, whose types may depend on the outputs of any other node.</summary>
    private static FlowNode? ReadNode(YamlEntry entry, Includes includes, ICollection<Diagnostic> report)
    {
        var (name, node) = (new Located<string>(entry.Key.Text, entry.Key.At), entry.Value);
        return NodeConfigurationReader.Read(name.Value, node, includes, report) is not { } configuration ? null : new()
        {
            Name = name,
            Configuration = configuration,
            SendsConfiguration = node.Get("configuration") is null,
            Outputs = ReadOutputs(node, FlowPorts.Of(configuration), report),
        };
    }

    private static ImmutableArray<FlowOutput>? ReadOutputs(
        YamlNode node, FlowPorts ports, ICollection<Diagnostic> report)
    {
        var open = DataType(node.Get("output"));
        if (open is { } twice && node.Get("outputs") is not null)
        {
            report.Add(Problems.OutputGivenTwice(twice.At));
        }

        return node.Get("outputs") switch
        {
            YamlNode.Mapping outputs =>
            [
                .. outputs.Entries.Select(entry => new FlowOutput(
                    new(entry.Key.Text, entry.Key.At),
                    DataType(entry.Value) ?? new(FlowDataType.String, entry.Value.At))),
            ],
            not null => null,
            _ when ports.Outputs.IsEmpty => null,
            _ =>
            [
                .. ports.Outputs.Select(port => new FlowOutput(
                    new(port.Name, node.At),
                    port.Type is { } type ? new(type, node.At) : open ?? new(FlowDataType.String, node.At))),
            ],
        };
    }

    /// <summary>The data type that a YAML node names, or null.</summary>
    internal static Located<FlowDataType>? DataType(YamlNode? node) =>
        node.Text() is { } text && Enum.TryParse<FlowDataType>(text.Value, out var type) ? text.With(type) : null;

    private static void ReportUnknownConnections(FlowBody body, ICollection<Diagnostic> report)
    {
        if (body.ConnectionOrder.IsEmpty)
        {
            return;
        }

        var known = FlowConnections.Of(body).Select(connection => connection.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in body.ConnectionOrder.Where(name => !known.Contains(name.Value)))
        {
            report.Add(Problems.UnknownConnection(name.At, name.Value, FlowAdvice.Known(name.Value, known)));
        }
    }
}
