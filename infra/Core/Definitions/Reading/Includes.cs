using System.Collections.Concurrent;
using Infra.Definitions.Format;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Reading;

/// <summary>Texts in files of their own: includes (<c>{ file: path }</c>) and partials (<c>{{> name}}</c>).</summary>
/// <remarks>One instance serves a whole catalog and several threads: each file is decoded once.</remarks>
public sealed class Includes
{
    private const string Root = "prompts/";

    private readonly ISourceTree _tree;
    private readonly HashSet<string> _paths;
    private readonly Partials _partials;
    private readonly ConcurrentDictionary<string, Lazy<Decoded>> _files = new(StringComparer.Ordinal);

    /// <summary>The texts in a tree.</summary>
    public Includes(ISourceTree tree) =>
        (_tree, _paths, _partials) = (tree, new(tree.Paths, StringComparer.Ordinal), new(LoadPartial));

    /// <summary>The text of a node, given directly or included, with its partials expanded; null when there is
    /// none.</summary>
    public TracedText? Read(YamlNode? node, ICollection<Diagnostic> report) =>
        ReadVerbatim(node, report) is { } text ? Expand(text, report) : null;

    /// <summary>The text of a node, given directly or included, with partials left alone; null when there is
    /// none.</summary>
    public TracedText? ReadVerbatim(YamlNode? node, ICollection<Diagnostic> report) => node switch
    {
        YamlNode.Scalar { IsNull: false } scalar => TracedText.Of(scalar),
        YamlNode.Mapping mapping when mapping.Text("file") is { } path => Include(path, mapping.At, report),
        _ => null,
    };

    /// <summary>A text with its partials expanded.</summary>
    public TracedText Expand(TracedText text, ICollection<Diagnostic> report) => _partials.Expand(text, report);

    private TracedText Include(Located<string> path, Location at, ICollection<Diagnostic> report)
    {
        if (!IsConfined(path.Value))
        {
            report.Add(Problems.IncludeNotConfined(path.At, path.Value));
            return TracedText.Missing(at);
        }

        return Load(Root + path.Value, Problems.IncludeMissing(path.At, path.Value), report) is { } file
            ? TracedText.Of(file, at)
            : TracedText.Missing(at);
    }

    private SourceText? LoadPartial(string name, Location at, ICollection<Diagnostic> report)
    {
        if (Names.IsBedrockName(name))
        {
            return Load($"{Root}partials/{name}.md", Problems.PartialMissing(at, name), report);
        }

        report.Add(Problems.PartialMissing(at, name));
        return null;
    }

    /// <summary>The text of a file; problems in it are reported, and so is its absence.</summary>
    private SourceText? Load(string path, Diagnostic missing, ICollection<Diagnostic> report)
    {
        var (text, problems) = _files.GetOrAdd(path, key => new(() => Decode(key))).Value;
        foreach (var problem in text is null && problems.Length == 0 ? [missing] : problems)
        {
            report.Add(problem);
        }

        return text;
    }

    private Decoded Decode(string path)
    {
        var problems = new List<Diagnostic>();
        var text = _paths.Contains(path) ? SourceText.Read(path, _tree, problems) : null;
        if (text is not null)
        {
            Secrets.Report(text, Problems.Secret, problems);
        }

        return new(text, [.. problems]);
    }

    private static bool IsConfined(string path) =>
        path.Length > 0
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains(':', StringComparison.Ordinal)
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    private sealed record Decoded(SourceText? Text, Diagnostic[] Problems);
}
