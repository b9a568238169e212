using System.Collections.Immutable;

namespace Infra.Changes;

/// <summary>What a change means for whoever calls the prompt or flow.</summary>
public enum Impact
{
    /// <summary>Callers and answers stay as they are: metadata, a variant's name.</summary>
    Cosmetic,

    /// <summary>Answers may differ; callers need not change: texts, parameters, tools that come.</summary>
    Behavioural,

    /// <summary>Callers may fail: variables, another family of models, fewer tokens, tools that go.</summary>
    Breaking,
}

/// <summary>One difference between two contents.</summary>
/// <param name="Impact">What it means.</param>
/// <param name="What">What differs, as people say it: <c>temperature</c>, <c>variable order_id</c>.</param>
public abstract record ContentChange(Impact Impact, string What)
{
    /// <summary>Something is there that was not.</summary>
    public sealed record Added(Impact Impact, string What, string? Now) : ContentChange(Impact, What);

    /// <summary>Something is gone.</summary>
    public sealed record Removed(Impact Impact, string What, string? Was) : ContentChange(Impact, What);

    /// <summary>A value is another.</summary>
    public sealed record Changed(Impact Impact, string What, string Was, string Now) : ContentChange(Impact, What);

    /// <summary>A text is another, and most of it stayed.</summary>
    public sealed record Reworded(Impact Impact, string What, ImmutableArray<WordPiece> Words)
        : ContentChange(Impact, What);

    /// <summary>A text is another altogether: word by word nobody would find through it.</summary>
    public sealed record Rewritten(Impact Impact, string What, string Was, string Now) : ContentChange(Impact, What);
}
