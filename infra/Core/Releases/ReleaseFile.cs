using System.Globalization;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Releases;

/// <summary>Reads and writes the file of a release.</summary>
public static class ReleaseFile
{
    /// <summary>The name and number in a path; null when it is not a release's.</summary>
    public static (string Name, int Number)? Parse(string path) =>
        path.StartsWith(Release.Folder, StringComparison.Ordinal)
        && path[Release.Folder.Length..].Split('/') is [var name, var file]
        && file.EndsWith(".yaml", StringComparison.Ordinal)
        && int.TryParse(file[..^".yaml".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Release.Path(name, number) == path
            ? (name, number)
            : null;

    /// <summary>The release in a file; null when it cannot be read. A digest that does not match is PRM151.</summary>
    public static Checked<Release> Read(string path, ISourceTree tree, Includes includes)
    {
        var report = new List<Diagnostic>();
        var release = Node(path, tree, report) is { } node ? Read(path, node, includes, report) : null;
        return new(release, [.. report]);
    }

    /// <summary>The text of a new release, which has been read back and deploys exactly the same content.</summary>
    /// <param name="number">The release's number.</param>
    /// <param name="note">The reason for making it; null for none.</param>
    /// <param name="definition">The definition to freeze, from the catalog.</param>
    /// <param name="catalog">The catalog that it is from.</param>
    public static string Write(int number, string? note, Definition definition, Catalog catalog)
    {
        var shape = definition is Flow ? FlowShape.Flow : PromptShape.Prompt;
        var stated = Node(definition.At.File, catalog.Tree, [])!;
        var text = YamlWriter.Write(YamlNodes.Map(
            ("release", YamlNodes.Plain(number.ToString(CultureInfo.InvariantCulture))),
            ("note", note is null ? null : YamlNodes.Text(note)),
            ("digest", YamlNodes.Text(Digest.Of(definition))),
            ("definition", Expansion.Expand(stated, shape, catalog.Includes))));
        var report = new List<Diagnostic>();
        var path = Release.Path(definition.Name, number);
        return YamlCursor.Read(new(path, text), report) is { } node
            && Read(path, node, catalog.Includes, report) is not null
            && !report.HasErrors()
            ? text
            : throw new InvalidOperationException(
                $"{path} would differ from {definition.At}: {string.Join(' ', report)}");
    }

    private static YamlNode? Node(string path, ISourceTree tree, ICollection<Diagnostic> report)
    {
        if (SourceText.Read(path, tree, report) is not { } source)
        {
            return null;
        }

        Secrets.Report(source, Problems.SecretInRelease, report);
        return YamlCursor.Read(source, report);
    }

    private static Release? Read(string path, YamlNode node, Includes includes, List<Diagnostic> report)
    {
        ShapeCheck.Check(node, ReleaseShape.Release, report);
        var (name, number) = Parse(path)!.Value;
        if (node.Text("digest") is not { } digest || node.Get("definition") is not { } content)
        {
            return null;
        }

        if (node.Whole("release") is { } stated && stated.Value != number)
        {
            report.Add(Problems.ReleaseNumberOfFile(stated.At, stated.Value, number));
        }

        if (DefinitionReader.Read(name, content, includes, report) is not { } definition || report.HasErrors())
        {
            return null;
        }

        var actual = Digest.Of(definition);
        if (actual != digest.Value)
        {
            report.Add(Problems.DigestDiffers(digest.At, name, number, actual));
        }

        return new()
        {
            Name = name,
            Number = number,
            Note = node.Text("note")?.Value,
            Digest = digest,
            Definition = definition,
            At = Location.StartOf(path),
        };
    }
}
