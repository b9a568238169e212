using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Definitions.Yaml;

/// <summary>A node of a parsed YAML file: its content and its place.</summary>
public abstract record YamlNode(Location At)
{
    /// <summary>Its tag, as in <c>!Ref</c>, in files of other systems; otherwise empty.</summary>
    public string Tag { get; init; } = "";

    /// <summary>A text, number or flag. YAML's own typing is not applied: <c>no</c> and <c>1.0</c> stay as
    /// written.</summary>
    /// <param name="Text">The content, without escapes and folding.</param>
    /// <param name="Style">The style in which it is written.</param>
    /// <param name="Source">The part of the file that contains this scalar.</param>
    /// <param name="At">Its first character; for a block scalar, the <c>|</c>.</param>
    public sealed record Scalar(string Text, ScalarStyle Style, SourceSpan Source, Location At) : YamlNode(At)
    {
        /// <summary>Whether it is empty: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
        public bool IsNull => Style is ScalarStyle.Plain && Text is "" or "~" or "null" or "Null" or "NULL";

        /// <summary>The places of its characters.</summary>
        internal ScalarPlaces Places => field ??= new(this);
    }

    /// <summary>Something that is refused, such as an alias: that has been reported, and nothing else about it
    /// is.</summary>
    public sealed record Unreadable(Location At) : YamlNode(At);

    /// <summary>A list.</summary>
    public sealed record Sequence(ImmutableArray<YamlNode> Items, Location At) : YamlNode(At)
    {
        /// <summary>From <c>[</c> to <c>]</c>; for a list without brackets, an empty part before its first
        /// item.</summary>
        public SourceSpan Source { get; init; }
    }

    /// <summary>Keys with values, in file order, each key once.</summary>
    public sealed record Mapping(ImmutableArray<YamlEntry> Entries, Location At) : YamlNode(At)
    {
        /// <summary>From <c>{</c> to <c>}</c>; for a mapping without braces, an empty part before its first
        /// key.</summary>
        public SourceSpan Source { get; init; }

        /// <summary>Keys that are given more than once, which is reported; the first of each counts.</summary>
        public ImmutableArray<string> Repeated { get; init; } = [];

        /// <summary>The entry with a key, or null.</summary>
        public YamlEntry? this[string key]
        {
            get
            {
                foreach (var entry in Entries)
                {
                    if (entry.Key.Text == key)
                    {
                        return entry;
                    }
                }

                return null;
            }
        }
    }
}

/// <summary>A key and its value.</summary>
public sealed record YamlEntry(YamlNode.Scalar Key, YamlNode Value);

/// <summary>The style of a scalar.</summary>
public enum ScalarStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single or double quotes.</summary>
    Quoted,

    /// <summary>As a block after <c>|</c>: lines are kept as they are.</summary>
    Literal,

    /// <summary>As a block after <c>></c>: line ends become spaces.</summary>
    Folded,
}

/// <summary>A part of a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index after the last character.</param>
public readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    /// <summary>The characters of that part.</summary>
    public ReadOnlySpan<char> Raw => Source.Text.AsSpan(Start, Math.Max(0, End - Start));
}
