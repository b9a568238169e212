using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Definitions.Yaml;

/// <summary>A piece of a YAML file that has been read: what it says and where.</summary>
public abstract record YamlNode(Location At)
{
    /// <summary>Its tag, as in <c>!Ref</c>, where other people's files are read; else empty.</summary>
    public string Tag { get; init; } = "";

    /// <summary>A text, number or flag: YAML's own typing is not applied,
    /// so <c>no</c> and <c>1.0</c> stay as written.</summary>
    /// <param name="Text">The content, unescaped and unfolded.</param>
    /// <param name="Style">How it was written.</param>
    /// <param name="Source">The file, and the part of it that spells this scalar.</param>
    /// <param name="At">Its first character; of a block scalar, the <c>|</c>.</param>
    public sealed record Scalar(string Text, ScalarStyle Style, SourceSpan Source, Location At) : YamlNode(At)
    {
        /// <summary>Whether nothing was written: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
        public bool IsNull => Style is ScalarStyle.Plain && Text is "" or "~" or "null" or "Null" or "NULL";

        /// <summary>Where its characters stand.</summary>
        internal ScalarPlaces Places => field ??= new(this);
    }

    /// <summary>Something that is refused, such as an alias:
    /// the error is reported, and nothing else about it is.</summary>
    public sealed record Unreadable(Location At) : YamlNode(At);

    /// <summary>A list.</summary>
    public sealed record Sequence(ImmutableArray<YamlNode> Items, Location At) : YamlNode(At)
    {
        /// <summary>From <c>[</c> to <c>]</c>; of a list in lines, the place before its first item.</summary>
        public SourceSpan Source { get; init; }
    }

    /// <summary>Keys with values, in file order; each key once.</summary>
    public sealed record Mapping(ImmutableArray<YamlEntry> Entries, Location At) : YamlNode(At)
    {
        /// <summary>From <c>{</c> to <c>}</c>; of a mapping in lines, the place before its first key.</summary>
        public SourceSpan Source { get; init; }

        /// <summary>Keys that were given again; the first of each counts, the error is reported.</summary>
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

/// <summary>How a scalar was written.</summary>
public enum ScalarStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single or double quotes.</summary>
    Quoted,

    /// <summary>As a block after <c>|</c>: every character of a line is content.</summary>
    Literal,

    /// <summary>As a block after <c>></c>: line ends become blanks.</summary>
    Folded,
}

/// <summary>A part of a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index after the last character.</param>
public readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Raw => Source.Text.AsSpan(Start, Math.Max(0, End - Start));
}
