using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>Where nodes end in the text they were read from.</summary>
internal static class NodeEnds
{
    /// <summary>Whether a list or mapping stands in brackets.</summary>
    public static bool IsInBrackets(this YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => !sequence.Source.Raw.IsEmpty,
        YamlNode.Mapping mapping => !mapping.Source.Raw.IsEmpty,
        _ => false,
    };

    /// <summary>Index after the last character that belongs to a node, comments and line ends not counted.</summary>
    public static int End(this YamlNode node) => node switch
    {
        YamlNode.Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } block => EndOfBlock(block.Source),
        YamlNode.Scalar scalar => scalar.Source.End,
        YamlNode.Sequence sequence when sequence.IsInBrackets() => sequence.Source.End,
        YamlNode.Mapping mapping when mapping.IsInBrackets() => mapping.Source.End,
        YamlNode.Sequence { Items: [.., var last] } => last.End(),
        YamlNode.Mapping { Entries: [.., var last] } => last.Value.End(),
        _ => 0,
    };

    /// <summary>The empty lines after a text block belong to it only where its <c>|+</c> keeps them.</summary>
    private static int EndOfBlock(SourceSpan block)
    {
        var header = block.Raw[..Math.Max(0, block.Raw.IndexOf('\n'))];
        var content = header.Contains('+') ? block.Raw.Length : block.Raw.TrimEnd("\n ").Length;
        return block.Start + (block.Raw[..content] is [.. var lines, '\n'] ? lines.Length : content);
    }
}
