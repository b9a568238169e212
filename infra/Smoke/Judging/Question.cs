using System.Collections.Immutable;

namespace Infra.Smoke.Judging;

/// <summary>What was asked, as far as the verdict on an answer depends on it.</summary>
public sealed record Question
{
    /// <summary>A question of which nothing matters.</summary>
    public static readonly Question Any = new();

    /// <summary>
    /// The values that filled the prompt's variables: an answer that repeats their braces leaks nothing.
    /// </summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>The prompt's own words, variables cut out.</summary>
    public PromptWords Prompt { get; init; } = PromptWords.None;

    /// <summary>Takes the values of variables marked <c>secret: true</c> out of everything that is reported.</summary>
    public Redaction Redaction { get; init; } = Redaction.None;
}
