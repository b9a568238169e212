using Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Definitions.Yaml;

/// <summary>Reads one YAML document as nodes; the only class that knows YamlDotNet.</summary>
/// <remarks>
/// YAML features that a definition must not use are refused here: anchors, aliases, tags, several documents, keys that
/// are not scalars, keys given twice, nesting deeper than <see cref="DeepestNesting"/>.
/// </remarks>
public sealed partial class YamlCursor
{
    /// <summary>How deeply mappings and lists may be nested.</summary>
    /// <value>64 levels; more is PRM011.</value>
    public const int DeepestNesting = 64;

    private readonly SourceText _source;
    private readonly ICollection<Diagnostic> _report;
    private readonly Scanner _scanner;
    private readonly Parser _events;
    private readonly List<YamlNode> _items = [];
    private readonly List<YamlEntry> _entries = [];

    private readonly bool _takesTags;

    private YamlCursor(SourceText source, ICollection<Diagnostic> report, bool takesTags)
    {
        (_source, _report, _takesTags) = (source, report, takesTags);
        _scanner = new Scanner(new StringReader(source.Text));
        _events = new Parser(_scanner);
    }

    /// <summary>The document's root; null when there is none that could be read. Problems are reported.</summary>
    /// <param name="source">The file.</param>
    /// <param name="report">Collects the problems.</param>
    /// <param name="takesTags">Whether tags become part of the nodes, as in files of other systems; otherwise they are
    /// PRM006.</param>
    public static YamlNode? Read(SourceText source, ICollection<Diagnostic> report, bool takesTags = false)
    {
        var cursor = new YamlCursor(source, report, takesTags);
        try
        {
            return YamlLineEnds.Report(source, report) ? null : cursor.Document();
        }
        catch (MaximumRecursionLevelReachedException e)
        {
            report.Add(Problems.NestedTooDeep(cursor.At(e.Start), DeepestNesting));
            return null;
        }
        catch (YamlException e)
        {
            report.Add(cursor.SyntaxError(e));
            return null;
        }
        catch (Exception e) when (Stumble(e) is not null)
        {
            report.Add(Problems.YamlSyntax(cursor.At(cursor._scanner.CurrentPosition), Stumble(e)!, ""));
            return null;
        }
    }

    private YamlNode? Document()
    {
        _events.Consume<StreamStart>();
        if (!_events.TryConsume<DocumentStart>(out _))
        {
            _report.Add(Problems.EmptyFile(Location.StartOf(_source.File)));
            return null;
        }

        var root = Node(depth: 0);
        _events.Consume<DocumentEnd>();
        if (_events.TryConsume<DocumentStart>(out var second))
        {
            _report.Add(Problems.SeveralDocuments(At(second.Start)));
        }

        if (root is YamlNode.Scalar { IsNull: true })
        {
            _report.Add(Problems.EmptyFile(Location.StartOf(_source.File)));
            return null;
        }

        return root;
    }

    /// <summary>The parser reports the start of the mapping that a tab indents; this reports the tab, which has to be
    /// removed.</summary>
    private Diagnostic SyntaxError(YamlException e)
    {
        if (Conflict() is { } conflict)
        {
            return Problems.ConflictMarker(_source.LocationOf(conflict));
        }

        var at = At(e.Start);
        if (e.Message.Contains("block scalar", StringComparison.Ordinal)
            && e.Message.Contains("spaces", StringComparison.Ordinal)
            && YamlLineEnds.BlanksBefore(_source, at.Line) is { } blanks)
        {
            return Problems.BlanksStartBlock(blanks);
        }

        var tab = e.Message.Contains("tab", StringComparison.Ordinal)
            ? YamlLineEnds.IndentingTab(_source, at.Line)
            : null;
        return Problems.YamlSyntax(tab ?? at, e.Message, _source.Line((tab ?? at).Line).ToString());
    }

    /// <summary>Exceptions that the parser (YamlDotNet 16.3) lets escape instead of reporting a syntax error, in words;
    /// null for any other.</summary>
    private static string? Stumble(Exception e) => e switch
    {
        // An escape beyond Unicode, such as "\UFFFFFFFF", gets through to char.ConvertFromUtf32.
        ArgumentOutOfRangeException => "found an escape for a character that does not exist",
        // The empty tag !<>, and a %TAG without a prefix.
        ArgumentException => "found a tag without a name",
        // A line inside brackets that is not indented: the parser reads an empty token and fails on it.
        InvalidOperationException => "inside [ ] or { } a line starts too far to the left",
        FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException =>
            "found something that is not YAML",
        _ => null,
    };

    /// <summary>The place of a git conflict marker; no YAML line starts with one.</summary>
    private int? Conflict() =>
        _source.Text.StartsWith("<<<<<<< ", StringComparison.Ordinal) ? 0
        : _source.Text.IndexOf("\n<<<<<<< ", StringComparison.Ordinal) is var at and >= 0 ? at + 1
        : null;

    /// <summary>By the index: the parser also counts lines at characters that editors do not.</summary>
    private Location At(Mark mark) => _source.LocationOf(Index(mark));

    private int Index(Mark mark) => (int)Math.Clamp(mark.Index, 0, _source.Text.Length);
}
