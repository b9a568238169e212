using System.Collections.Immutable;
using Infra.Definitions.Yaml;

namespace Infra.Exchange.Imports;

/// <summary>The nodes and connections of an imported flow, or of a loop in it, in the form of a file.</summary>
internal static class ImportedFlow
{
    /// <summary>The keys of the file.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Body(ImportedPart definition, ImportedNodes nodes)
    {
        var parts = definition.RequiredParts("nodes")
            .Select(part => (Part: part, Name: part.RequiredText("name") ?? ""))
            .ToImmutableArray();
        definition.ReportTwice("nodes", parts.Select(node => node.Name));
        var connections = ImportedConnections.Read(definition);
        var inputs = new ImportedInputs(connections, parts);
        (string, YamlNode?)[] read =
        [
            ("nodes", YamlNodes.Map(parts
                .DistinctBy(node => node.Name)
                .Select(node => (node.Name, (YamlNode?)nodes.Read(node.Part, node.Name, inputs))))),
            ("connectionOrder", inputs.Order()),
        ];
        inputs.ReportLost(definition.Report);
        definition.Finish();
        return read;
    }
}
