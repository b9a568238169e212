using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>The ends of nodes in the text that they were read from.</summary>
internal static class NodeEnds
{
    /// <summary>Whether a list or mapping is in brackets.</summary>
    public static bool IsInBrackets(this YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => !sequence.Source.Raw.IsEmpty,
        YamlNode.Mapping mapping => !mapping.Source.Raw.IsEmpty,
        _ => false,
    };

    /// <summary>Index after the last character of a node, without comments and line ends.</summary>
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

    /// <summary>The end of a text block: empty lines after it belong to it only with <c>|+</c>.</summary>
    private static int EndOfBlock(SourceSpan block)
    {
        var header = block.Raw[..Math.Max(0, block.Raw.IndexOf('\n'))];
        var content = header.Contains('+') ? block.Raw.Length : block.Raw.TrimEnd("\n ").Length;
        return block.Start + (block.Raw[..content] is [.. var lines, '\n'] ? lines.Length : content);
    }
}
