using System.Collections.Immutable;

namespace Infra.Changes;

/// <summary>What a change means for callers of the prompt or flow.</summary>
public enum Impact
{
    /// <summary>Neither callers nor answers are affected: metadata, a variant's name.</summary>
    Cosmetic,

    /// <summary>Answers may differ, but callers need not change: texts, parameters, new tools.</summary>
    Behavioural,

    /// <summary>Callers may fail: variables, another family of models, fewer tokens, removed tools.</summary>
    Breaking,
}

/// <summary>A difference between two contents.</summary>
/// <param name="Impact">Its effect on callers.</param>
/// <param name="What">What differs, in words, as in <c>temperature</c> or <c>variable order_id</c>.</param>
public abstract record ContentChange(Impact Impact, string What)
{
    /// <summary>Something new.</summary>
    public sealed record Added(Impact Impact, string What, string? Now) : ContentChange(Impact, What);

    /// <summary>Something that was removed.</summary>
    public sealed record Removed(Impact Impact, string What, string? Was) : ContentChange(Impact, What);

    /// <summary>A value that changed.</summary>
    public sealed record Changed(Impact Impact, string What, string Was, string Now) : ContentChange(Impact, What);

    /// <summary>A text that changed in part.</summary>
    public sealed record Reworded(Impact Impact, string What, ImmutableArray<WordPiece> Words)
        : ContentChange(Impact, What);

    /// <summary>A text that changed so much that a comparison by words would not help.</summary>
    public sealed record Rewritten(Impact Impact, string What, string Was, string Now) : ContentChange(Impact, What);
}
