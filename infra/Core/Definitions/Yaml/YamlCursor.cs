using System.Collections.Immutable;
using Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Definitions;

/// <summary>Reads one YAML document as nodes; the only file that knows YamlDotNet.</summary>
/// <remarks>
/// What YAML allows and a definition must not contain is refused here: anchors, aliases, tags, several documents,
/// keys that are not scalars, keys given twice, nesting beyond <see cref="DeepestNesting"/>.
/// </remarks>
public sealed class YamlCursor
{
    /// <summary>How deep mappings and lists may nest.</summary>
    /// <value>64 levels; beyond it PRM011.</value>
    public const int DeepestNesting = 64;

    private readonly SourceText _source;
    private readonly ICollection<Diagnostic> _report;
    private readonly Scanner _scanner;
    private readonly Parser _events;

    private YamlCursor(SourceText source, ICollection<Diagnostic> report)
    {
        (_source, _report) = (source, report);
        _scanner = new Scanner(new StringReader(source.Text));
        _events = new Parser(_scanner);
    }

    /// <summary>The document's root, or null when there is none that could be read; what is wrong is reported.</summary>
    public static YamlNode? Read(SourceText source, ICollection<Diagnostic> report)
    {
        var cursor = new YamlCursor(source, report);
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
        catch (ArgumentOutOfRangeException)
        {
            // YamlDotNet 16.3 lets an escape beyond Unicode, such as "\UFFFFFFFF", through to char.ConvertFromUtf32.
            report.Add(Problems.YamlSyntax(cursor.At(cursor._scanner.CurrentPosition), "found an escape for a character that does not exist", ""));
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 reads an empty word, and trips over it, where a line inside brackets is not indented.
            report.Add(Problems.YamlSyntax(cursor.At(cursor._scanner.CurrentPosition), "inside [ ] or { } a line starts too far to the left", ""));
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

    private YamlNode Node(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new MaximumRecursionLevelReachedException(_events.Current!.Start, _events.Current.End, "too deep");
        }

        switch (_events.Current)
        {
            case AnchorAlias alias:
                _events.MoveNext();
                _report.Add(Problems.AnchorOrAlias(At(alias.Start), $"*{alias.Value}"));
                return new YamlNode.Unreadable(At(alias.Start));
            case SequenceStart start:
                return Sequence(start, depth);
            case MappingStart start:
                return Mapping(start, depth);
            default:
                return ScalarNode();
        }
    }

    private YamlNode.Sequence Sequence(SequenceStart start, int depth)
    {
        _events.MoveNext();
        RefuseProperties(start);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_events.Current is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        var end = _events.Consume<SequenceEnd>();
        return new(items.DrainToImmutable(), At(start.Start))
        {
            Source = Span(start, end, start.Style is SequenceStyle.Flow),
        };
    }

    private YamlNode.Mapping Mapping(MappingStart start, int depth)
    {
        _events.MoveNext();
        RefuseProperties(start);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, Location>(StringComparer.Ordinal);
        var repeated = ImmutableArray.CreateBuilder<string>();
        while (_events.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlNode.Scalar scalar)
            {
                ReportKey(key);
            }
            else if (!keys.TryAdd(scalar.Text, scalar.At))
            {
                repeated.Add(scalar.Text);
                _report.Add(Problems.DuplicateKey(scalar.At, scalar.Text, keys[scalar.Text].Line));
            }
            else
            {
                entries.Add(new(scalar, value));
            }
        }

        var end = _events.Consume<MappingEnd>();
        return new(entries.DrainToImmutable(), At(start.Start))
        {
            Source = Span(start, end, start.Style is MappingStyle.Flow),
            Repeated = repeated.DrainToImmutable(),
        };
    }

    private void ReportKey(YamlNode key)
    {
        if (key is not YamlNode.Unreadable)
        {
            _report.Add(Problems.KeyIsNotText(key.At));
        }
    }

    private YamlNode.Scalar ScalarNode()
    {
        var scalar = _events.Consume<Scalar>();
        RefuseProperties(scalar);
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.Quoted,
            _ => ScalarStyle.Plain,
        };
        var node = new YamlNode.Scalar(scalar.Value, style, Span(scalar), At(scalar.Start));
        if (style is ScalarStyle.Quoted && node.Source.Raw.Contains('\\'))
        {
            InvisibleCharacters.Report(node.Text, node.Places.Locate, _report);
        }

        return node;
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            _report.Add(Problems.AnchorOrAlias(At(node.Start), $"&{node.Anchor.Value}"));
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            _report.Add(Problems.YamlTag(At(node.Start), node.Tag.Value));
        }
    }

    /// <summary>The parser stops at the start of the mapping in which a tab indents; the tab is what has to go.</summary>
    private Diagnostic SyntaxError(YamlException e)
    {
        var at = At(e.Start);
        var tab = e.Message.Contains("tab", StringComparison.Ordinal) ? YamlLineEnds.IndentingTab(_source, at.Line) : null;
        return Problems.YamlSyntax(tab ?? at, e.Message, _source.Line((tab ?? at).Line).ToString());
    }

    private SourceSpan Span(ParsingEvent piece) => new(_source, Index(piece.Start), Index(piece.End));

    /// <summary>From one bracket to the other; of a block, which has none, the place where it starts.</summary>
    private SourceSpan Span(ParsingEvent start, ParsingEvent end, bool isFlow) =>
        new(_source, Index(start.Start), isFlow ? Index(end.Start) + 1 : Index(start.Start));

    /// <summary>From the index: the parser's own lines also end at characters that editors do not count.</summary>
    private Location At(Mark mark) => _source.LocationOf(Index(mark));

    private int Index(Mark mark) => (int)Math.Clamp(mark.Index, 0, _source.Text.Length);
}
