using System.Collections.Immutable;

namespace Infra.Smoke.Judging;

/// <summary>The facts about a call that the verdict on its answer depends on.</summary>
public sealed record Question
{
    /// <summary>A question without any such facts.</summary>
    public static readonly Question Any = new();

    /// <summary>The values of the prompt's variables: an answer that repeats braces from them leaks nothing.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>The prompt's own text, without variables.</summary>
    public PromptWords Prompt { get; init; } = PromptWords.None;

    /// <summary>Removes the values of variables marked <c>secret: true</c> from everything that is reported.</summary>
    public Redaction Redaction { get; init; } = Redaction.None;
}
