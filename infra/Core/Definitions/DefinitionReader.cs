using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>Reads one file of <c>prompts/</c>.</summary>
public static class DefinitionReader
{
    /// <summary>The name of the definition at a path: the file's name without its extension.</summary>
    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>The definition in a file, or the problems that prevent one.</summary>
    public static Checked<Definition> Read(string path, ISourceTree tree, Includes includes)
    {
        var report = new List<Diagnostic>();
        var name = NameOf(path);
        var source = SourceText.Read(path, tree, report);
        var node = source is null ? null : YamlCursor.Read(source, report);
        var definition = node is null ? null : Read(name, node, includes, report);
        if (source is not null)
        {
            Suppressions.Report(source, node, report);
            Secrets.Report(source, Problems.Secret, report);
        }

        return new(definition, [.. report]);
    }

    /// <summary>The definition in a mapping; <c>kind:</c> says which.</summary>
    public static Definition? Read(string name, YamlNode node, Includes includes, ICollection<Diagnostic> report) =>
        node.Text("kind") switch
        {
            null or { Value: "prompt" } => PromptReader.Read(name, node, includes, report),
            { Value: "flow" } => FlowReader.Read(name, node, includes, report),
            { } other => UnknownKind(other, report),
        };

    private static Definition? UnknownKind(Located<string> kind, ICollection<Diagnostic> report)
    {
        report.Add(Problems.WrongType(kind.At, "kind", "one of prompt, flow", $"'{kind.Value}'"));
        return null;
    }
}
