using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Infra.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Definitions.Yaml;

/// <content>From events to nodes.</content>
public sealed partial class YamlCursor
{
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
        var tag = Tag(start);
        var first = _items.Count;
        while (_events.Current is not SequenceEnd)
        {
            _items.Add(Node(depth + 1));
        }

        var end = _events.Consume<SequenceEnd>();
        return new(Take(_items, first), At(start.Start))
        {
            Source = Span(start, end, start.Style is SequenceStyle.Flow),
            Tag = tag,
        };
    }

    private YamlNode.Mapping Mapping(MappingStart start, int depth)
    {
        _events.MoveNext();
        var tag = Tag(start);
        var first = _entries.Count;
        var keys = new KeyPlaces();
        while (_events.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlNode.Scalar scalar)
            {
                ReportKey(key);
            }
            else if (keys.Find(scalar.Text, CollectionsMarshal.AsSpan(_entries)[first..]) is { } before)
            {
                keys.Repeat(scalar.Text);
                _report.Add(Problems.DuplicateKey(scalar.At, scalar.Text, before.At.Line));
            }
            else
            {
                _entries.Add(new(scalar, value));
            }
        }

        var end = _events.Consume<MappingEnd>();
        return new(Take(_entries, first), At(start.Start))
        {
            Source = Span(start, end, start.Style is MappingStyle.Flow),
            Repeated = keys.Repeated,
            Tag = tag,
        };
    }

    /// <summary>Takes what a list or mapping has put on the shared stack, which the surrounding ones go on
    /// using.</summary>
    private static ImmutableArray<T> Take<T>(List<T> pile, int first)
    {
        var taken = ImmutableArray.Create(CollectionsMarshal.AsSpan(pile)[first..]);
        pile.RemoveRange(first, taken.Length);
        return taken;
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
        var tag = Tag(scalar);
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted =>
                ScalarStyle.Quoted,
            _ => ScalarStyle.Plain,
        };
        var node = new YamlNode.Scalar(scalar.Value, style, Span(scalar), At(scalar.Start)) { Tag = tag };
        if (style is ScalarStyle.Quoted && node.Source.Raw.Contains('\\'))
        {
            InvisibleCharacters.Report(node.Text, node.Places.Locate, _report);
        }

        return node;
    }

    /// <summary>A node's tag, where tags are accepted; anchors, and tags elsewhere, are refused.</summary>
    private string Tag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            _report.Add(Problems.AnchorOrAlias(At(node.Start), $"&{node.Anchor.Value}"));
        }

        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
        {
            return "";
        }

        if (!_takesTags)
        {
            _report.Add(Problems.YamlTag(At(node.Start), node.Tag.Value));
        }

        return node.Tag.Value;
    }

    private SourceSpan Span(ParsingEvent piece) => new(_source, Index(piece.Start), Index(piece.End));

    /// <summary>The part between brackets, including them; for a block, which has none, an empty part at its
    /// start.</summary>
    private SourceSpan Span(ParsingEvent start, ParsingEvent end, bool isFlow) =>
        new(_source, Index(start.Start), isFlow ? Index(end.Start) + 1 : Index(start.Start));
}
