using System.Collections.Immutable;

namespace Infra.Definitions;

/// <summary>What may stand at a place of a file. A closed set: the reader checks it, the JSON schema prints it.</summary>
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
    public sealed record Verbatim : Kind;

    /// <summary>A list.</summary>
    public sealed record ListOf(Kind Item) : Kind;

    /// <summary>Free keys, each with the same kind of value.</summary>
    public sealed record MapOf(Kind Item) : Kind;

    /// <summary>Fixed keys.</summary>
    public sealed record Keys(Shape Shape) : Kind;

    /// <summary>Fixed keys whose shape refers to itself.</summary>
    public sealed record Later(Func<Shape> Shape) : Kind;

    /// <summary>One of several kinds, told apart by being a scalar, a list or a mapping.</summary>
    public sealed record Either(params ImmutableArray<Kind> Kinds) : Kind;
}
