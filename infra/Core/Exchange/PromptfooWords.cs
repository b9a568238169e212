using System.Collections.Immutable;

namespace Infra.Exchange;

/// <summary>What expectations and promptfoo's assertions call the same thing; read in both directions.</summary>
internal static class PromptfooWords
{
    /// <summary>Expectations that promptfoo has under the same name and with the same value.</summary>
    public static readonly ImmutableHashSet<string> WithValue =
    [
        "equals", "contains", "icontains", "contains-all", "contains-any", "icontains-all", "icontains-any",
        "starts-with", "regex", "word-count",
    ];

    /// <summary>Expectations that need no value in either.</summary>
    public static readonly ImmutableHashSet<string> Flags = ["is-json", "contains-json", "is-refusal"];

    /// <summary>What promptfoo calls a <c>rubric</c>.</summary>
    public const string Rubric = "llm-rubric";

    /// <summary>Why a model stops: Bedrock's word, and promptfoo's.</summary>
    private static readonly ImmutableArray<(string Ours, string Theirs)> FinishReasons =
    [
        ("end_turn", "stop"), ("max_tokens", "length"), ("content_filtered", "content_filter"),
        ("tool_use", "tool_calls"),
    ];

    /// <summary>What turns an expectation into its opposite, in both.</summary>
    public const string Not = "not-";

    /// <summary>Why a model stopped, in promptfoo's words where it has one.</summary>
    public static string Theirs(string reason) =>
        FinishReasons.FirstOrDefault(known => known.Ours == reason).Theirs ?? reason;

    /// <summary>Why a model stopped, in Bedrock's words where it has one.</summary>
    public static string Ours(string reason) =>
        FinishReasons.FirstOrDefault(known => known.Theirs == reason).Ours ?? reason;

    /// <summary>A word without <see cref="Not"/>, and whether it had it.</summary>
    public static (string Word, string Prefix) Split(string word) =>
        word.StartsWith(Not, StringComparison.Ordinal) ? (word[Not.Length..], Not) : (word, "");
}
