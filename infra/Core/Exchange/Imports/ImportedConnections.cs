using System.Collections.Immutable;
using Infra.Definitions.Flows;

namespace Infra.Exchange.Imports;

/// <summary>A connection of an imported flow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The node that it starts at.</param>
/// <param name="Port">That node's output, or its condition.</param>
/// <param name="Target">The node that it leads to.</param>
/// <param name="Input">The input that it fills; null for a conditional connection.</param>
internal sealed record ImportedConnection(string Name, string Source, string Port, string Target, string? Input)
{
    /// <summary>The name that it would have if the file did not state one.</summary>
    public string Derived => FlowConnections.Derive(
        new(new(Source, default), new(Port, default), null), Target, Input);
}

/// <summary>Reads the connections of an imported flow.</summary>
internal static class ImportedConnections
{
    /// <summary>The connections, in the order of the JSON.</summary>
    public static ImmutableArray<ImportedConnection> Read(ImportedPart definition) =>
        [.. (definition.Parts("connections") ?? []).Select(Connection)];

    private static ImportedConnection Connection(ImportedPart part)
    {
        var type = part.RequiredText("type");
        if (type is not (null or "Data" or "Conditional"))
        {
            part.ReportWord("type", type, "Data, Conditional");
        }

        var configuration = part.RequiredPart("configuration");
        var data = type is "Data" ? configuration?.RequiredPart("data") : null;
        var conditional = type is "Conditional" ? configuration?.RequiredPart("conditional") : null;
        var read = new ImportedConnection(
            part.RequiredText("name") ?? "",
            part.RequiredText("source") ?? "",
            data?.RequiredText("sourceOutput") ?? conditional?.RequiredText("condition") ?? "",
            part.RequiredText("target") ?? "",
            data is null ? null : data.RequiredText("targetInput") ?? "");
        data?.Finish();
        conditional?.Finish();
        configuration?.Finish();
        part.Finish();
        return read;
    }
}
