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
    private readonly Parser _events;

    private YamlCursor(SourceText source, ICollection<Diagnostic> report)
    {
        (_source, _report) = (source, report);
        _events = new Parser(new StringReader(source.Text));
    }

    /// <summary>The document's root, or null when there is none that could be read; what is wrong is reported.</summary>
    public static YamlNode? Read(SourceText source, ICollection<Diagnostic> report)
    {
        var cursor = new YamlCursor(source, report);
        try
        {
            return cursor.Document();
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
                return new YamlNode.Scalar("", ScalarStyle.Quoted, Span(alias), At(alias.Start));
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
        while (!_events.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new(items.DrainToImmutable(), At(start.Start));
    }

    private YamlNode.Mapping Mapping(MappingStart start, int depth)
    {
        _events.MoveNext();
        RefuseProperties(start);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, Location>(StringComparer.Ordinal);
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlNode.Scalar scalar)
            {
                _report.Add(Problems.KeyIsNotText(key.At));
            }
            else if (!keys.TryAdd(scalar.Text, scalar.At))
            {
                _report.Add(Problems.DuplicateKey(scalar.At, scalar.Text, keys[scalar.Text].Line));
            }
            else
            {
                entries.Add(new(scalar, value));
            }
        }

        return new(entries.DrainToImmutable(), At(start.Start));
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
            InvisibleCharacters.Report(node.Text, _ => node.At, _report);
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

    private Diagnostic SyntaxError(YamlException e)
    {
        var at = At(e.Start);
        return Problems.YamlSyntax(at, e.Message, _source.Text.Split('\n').ElementAtOrDefault(at.Line - 1) ?? "");
    }

    private SourceSpan Span(ParsingEvent piece) =>
        new(_source, (int)Math.Min(piece.Start.Index, _source.Text.Length), (int)Math.Min(piece.End.Index, _source.Text.Length));

    private Location At(Mark mark) => new(_source.File, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
