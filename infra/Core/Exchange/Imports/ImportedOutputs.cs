using Infra.Definitions.Flows;
using Infra.Definitions.Yaml;

namespace Infra.Exchange.Imports;

/// <summary>The outputs of an imported node; left out where they follow from its type.</summary>
internal static class ImportedOutputs
{
    /// <summary>The keys of the file.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart node, FlowPorts ports)
    {
        if (node.Parts("outputs") is not { } parts)
        {
            return ports.Outputs.IsEmpty ? [] : [("outputs", YamlNodes.Text(FlowShape.None))];
        }

        var outputs = parts.Select(Output).ToArray();
        node.ReportTwice("outputs", outputs.Select(output => output.Name));
        var open = outputs.FirstOrDefault(output => output.Name == ports.OpenOutput?.Name).Type
            ?? nameof(FlowDataType.String);
        var usual = ports.Outputs.Select(port => (port.Name, Type: port.Type?.ToString() ?? open));
        if (ports.Outputs.IsEmpty || !usual.SequenceEqual(outputs))
        {
            return [("outputs", YamlNodes.Map(outputs
                .DistinctBy(output => output.Name)
                .Select(output => (output.Name, (YamlNode?)YamlNodes.Text(output.Type)))))];
        }

        return open is nameof(FlowDataType.String) ? [] : [("output", YamlNodes.Text(open))];
    }

    private static (string Name, string Type) Output(ImportedPart output)
    {
        var read = (output.RequiredText("name") ?? "", output.RequiredText("type") ?? nameof(FlowDataType.String));
        output.Finish();
        return read;
    }
}
