using System.Collections.Concurrent;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>Texts kept in files of their own: includes (<c>{ file: path }</c>) and partials (<c>{{> name}}</c>).</summary>
/// <remarks>One instance serves a whole catalog, from several threads: each file is decoded once.</remarks>
public sealed class Includes(ISourceTree tree)
{
    private const string Root = "prompts/";
    private const string Opening = "{{>";

    private readonly ConcurrentDictionary<string, (SourceText? Text, Diagnostic[] Problems)> _files = new(StringComparer.Ordinal);

    /// <summary>The text of a node: in place or included, its partials expanded. Null when there is none.</summary>
    public TracedText? Read(YamlNode? node, ICollection<Diagnostic> report) =>
        ReadVerbatim(node, report) is { } text ? Expand(text, [], report) : null;

    /// <summary>The text of a node: in place or included, partials left alone. Null when there is none.</summary>
    public TracedText? ReadVerbatim(YamlNode? node, ICollection<Diagnostic> report) => node switch
    {
        YamlNode.Scalar { IsNull: false } scalar => TracedText.Of(scalar),
        YamlNode.Mapping mapping when mapping.Text("file") is { } path => Include(path, mapping.At, report),
        _ => null,
    };

    /// <summary>A text as it stands, its partials expanded.</summary>
    public TracedText Expand(TracedText text, ICollection<Diagnostic> report) => Expand(text, [], report);

    private TracedText? Include(Located<string> path, Location at, ICollection<Diagnostic> report)
    {
        if (!IsConfined(path.Value))
        {
            report.Add(Problems.IncludeNotConfined(path.At, path.Value));
            return null;
        }

        if (Load(Root + path.Value, report) is not { } file)
        {
            report.Add(Problems.IncludeMissing(path.At, path.Value));
            return null;
        }

        return TracedText.Of(file, at);
    }

    private TracedText Expand(TracedText text, string[] within, ICollection<Diagnostic> report)
    {
        var open = text.Content.IndexOf(Opening, StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var parts = new List<TracedText>();
        var done = 0;
        for (; open >= 0; open = text.Content.IndexOf(Opening, done, StringComparison.Ordinal))
        {
            var close = text.Content.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            var name = text.Content[(open + Opening.Length)..close].Trim();
            parts.Add(text.Slice(done, open));
            if (Partial(name, text.Locate(open), within, report) is { } partial)
            {
                parts.Add(partial);
            }

            done = close + 2;
        }

        parts.Add(text.Slice(done, text.Content.Length));
        if (parts.Sum(part => (long)part.Content.Length) <= SourceText.LargestFile)
        {
            return TracedText.Concat(text.At, parts);
        }

        report.Add(Problems.FileTooLarge(text.At, SourceText.LargestFile));
        return text.Slice(0, 0);
    }

    private TracedText? Partial(string name, Location at, string[] within, ICollection<Diagnostic> report)
    {
        if (within.Contains(name, StringComparer.Ordinal))
        {
            report.Add(Problems.CircularPartial(at, [.. within.SkipWhile(outer => outer != name), name]));
            return null;
        }

        if (!Names.IsBedrockName(name) || Load($"{Root}partials/{name}.md", report) is not { } file)
        {
            report.Add(Problems.PartialMissing(at, name));
            return null;
        }

        // An editor ends a file with a line end; where the partial is used, the line goes on.
        var content = TracedText.Of(file, at);
        var end = content.Content.EndsWith('\n') ? content.Content.Length - 1 : content.Content.Length;
        return Expand(content.Slice(0, end), [.. within, name], report);
    }

    private SourceText? Load(string path, ICollection<Diagnostic> report)
    {
        var (text, problems) = _files.GetOrAdd(path, Decode);
        foreach (var problem in problems)
        {
            report.Add(problem);
        }

        return text;
    }

    private (SourceText? Text, Diagnostic[] Problems) Decode(string path)
    {
        var problems = new List<Diagnostic>();
        return (tree.Read(path) is { } bytes ? SourceText.Decode(path, bytes.Span, problems) : null, [.. problems]);
    }

    private static bool IsConfined(string path) =>
        path.Length > 0
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains(':', StringComparison.Ordinal)
        && path.Split('/').All(part => part is not ("" or "." or ".."));
}
