using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Format;

/// <summary>
/// What a file may contain at a place. The set of cases is closed: the reader checks them and the JSON schema shows
/// them.
/// </summary>
public abstract record Kind
{
    private Kind()
    {
    }

    /// <summary>A text; numbers and flags are taken as written.</summary>
    /// <param name="Pattern">A pattern that editors check; validation reports mismatches with codes of their
    /// own.</param>
    public sealed record Text(string? Pattern = null) : Kind;

    /// <summary>One of a fixed set of words.</summary>
    public sealed record Word(params ImmutableArray<string> Choices) : Kind;

    /// <summary>A number; validation checks its range.</summary>
    public sealed record Number(decimal? Least = null, decimal? Most = null, bool Whole = false) : Kind;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : Kind;

    /// <summary>Nothing: a key without a value.</summary>
    public sealed record Nothing : Kind;

    /// <summary>Any JSON, passed on unchanged.</summary>
    /// <param name="IsSent">Whether it is sent to AWS, through a provider that leaves out nulls in lists.</param>
    public sealed record Verbatim(bool IsSent = false) : Kind;

    /// <summary>Anything; its meaning is decided where it is used.</summary>
    public sealed record Anything : Kind;

    /// <summary>A list.</summary>
    public sealed record ListOf(Kind Item) : Kind;

    /// <summary>A mapping with any keys; all values are of one kind.</summary>
    public sealed record MapOf(Kind Item) : Kind;

    /// <summary>A mapping with fixed keys.</summary>
    public sealed record Keys(Shape Shape) : Kind;

    /// <summary>A mapping with fixed keys, which depend on the word at one of them.</summary>
    /// <param name="Key">The key with that word.</param>
    /// <param name="Shapes">The shapes; each allows one word at the key.</param>
    /// <param name="Unknown">Reports any other word.</param>
    public sealed record Tagged(
        string Key, ImmutableArray<Shape> Shapes, Func<Located<string>, Diagnostic> Unknown) : Kind
    {
        /// <summary>The shape for a word, or null.</summary>
        public Shape? this[string? word] => Shapes.FirstOrDefault(shape =>
            word is not null && shape[Key]?.Kind is Word { Choices: var only } && only.Contains(word));
    }

    /// <summary>A kind that refers to itself, evaluated when it is needed.</summary>
    public sealed record Later(Func<Kind> Kind) : Kind;

    /// <summary>One of several kinds, distinguished by being a scalar, a list or a mapping.</summary>
    public sealed record Either(params ImmutableArray<Kind> Kinds) : Kind;
}
