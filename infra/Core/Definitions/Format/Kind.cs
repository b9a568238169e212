using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Format;

/// <summary>
/// What may stand at a place of a file. A closed set: the reader checks it, the JSON schema prints it.
/// </summary>
public abstract record Kind
{
    private Kind()
    {
    }

    /// <summary>A text; numbers and flags are taken as they are written.</summary>
    /// <param name="Pattern">What editors check; validation reports it with its own code.</param>
    public sealed record Text(string? Pattern = null) : Kind;

    /// <summary>One of a few words.</summary>
    public sealed record Word(params ImmutableArray<string> Choices) : Kind;

    /// <summary>A number; its range is validation's to check.</summary>
    public sealed record Number(decimal? Least = null, decimal? Most = null, bool Whole = false) : Kind;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : Kind;

    /// <summary>Nothing: a key without a value.</summary>
    public sealed record Nothing : Kind;

    /// <summary>Any JSON, kept as it is.</summary>
    /// <param name="IsSent">Whether it goes to AWS, through a provider that leaves out a null in a list.</param>
    public sealed record Verbatim(bool IsSent = false) : Kind;

    /// <summary>Anything: what it means is decided where it is used.</summary>
    public sealed record Anything : Kind;

    /// <summary>A list.</summary>
    public sealed record ListOf(Kind Item) : Kind;

    /// <summary>Free keys, each with the same kind of value.</summary>
    public sealed record MapOf(Kind Item) : Kind;

    /// <summary>Fixed keys.</summary>
    public sealed record Keys(Shape Shape) : Kind;

    /// <summary>Fixed keys; which, says the word at one of them.</summary>
    /// <param name="Key">The key that tells.</param>
    /// <param name="Shapes">The shapes; each allows one word at the key.</param>
    /// <param name="Unknown">What is reported about any other word.</param>
    public sealed record Tagged(
        string Key, ImmutableArray<Shape> Shapes, Func<Located<string>, Diagnostic> Unknown) : Kind
    {
        /// <summary>The shape that a word stands for, or null.</summary>
        public Shape? this[string? word] => Shapes.FirstOrDefault(shape =>
            word is not null && shape[Key]?.Kind is Word { Choices: var only } && only.Contains(word));
    }

    /// <summary>A kind that refers to itself.</summary>
    public sealed record Later(Func<Kind> Kind) : Kind;

    /// <summary>One of several kinds, told apart by being a scalar, a list or a mapping.</summary>
    public sealed record Either(params ImmutableArray<Kind> Kinds) : Kind;
}
