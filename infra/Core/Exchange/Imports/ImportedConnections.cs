using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>A connection of an imported flow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The node that it starts at.</param>
/// <param name="Port">That node's output, or its condition.</param>
/// <param name="Target">The node that it leads to.</param>
/// <param name="Input">The input that it fills; null for a conditional connection.</param>
internal sealed record ImportedConnection(
    string Name, string Source, string Port, Located<string> Target, Located<string>? Input)
{
    /// <summary>The name that it would have if the file did not state one.</summary>
    public string Derived => FlowConnections.Derive(
        new(new(Source, default), new(Port, default), null), Target.Value, Input?.Value);
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

        var name = part.RequiredText("name") ?? "";
        var configuration = part.Part("configuration");
        if (!part.Has("configuration") || (configuration is not null && !IsOf(type, configuration)))
        {
            var at = part.AtOf(configuration is null ? "name" : "configuration");
            part.Report.Add(Problems.MissingConnectionConfiguration(at, name));
        }

        var data = type is "Data" ? configuration?.Part("data") : null;
        var conditional = type is "Conditional" ? configuration?.Part("conditional") : null;
        var read = new ImportedConnection(
            name,
            part.RequiredText("source") ?? "",
            data?.RequiredText("sourceOutput") ?? conditional?.RequiredText("condition") ?? "",
            Required(part, "target"),
            data is null ? null : Required(data, "targetInput"));
        data?.Finish();
        conditional?.Finish();
        configuration?.Finish();
        part.Finish();
        return read;
    }

    /// <summary>Whether a configuration says what a connection of that type joins.</summary>
    private static bool IsOf(string? type, ImportedPart configuration) => type switch
    {
        "Data" => configuration.Has("data"),
        "Conditional" => configuration.Has("conditional"),
        _ => true,
    };

    private static Located<string> Required(ImportedPart part, string key) =>
        new(part.RequiredText(key) ?? "", part.AtOf(key));
}
