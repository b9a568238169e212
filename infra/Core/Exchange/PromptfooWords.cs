using System.Collections.Immutable;

namespace Infra.Exchange;

/// <summary>The equivalents of expectations in promptfoo; used in both directions.</summary>
internal static class PromptfooWords
{
    /// <summary>Expectations that promptfoo has with the same name and argument.</summary>
    public static readonly ImmutableHashSet<string> WithValue =
    [
        "equals", "contains", "icontains", "contains-all", "contains-any", "icontains-all", "icontains-any",
        "starts-with", "regex", "word-count",
    ];

    /// <summary>Expectations without an argument in both.</summary>
    public static readonly ImmutableHashSet<string> Flags = ["is-json", "contains-json", "is-refusal"];

    /// <summary>The name of <c>rubric</c> in promptfoo.</summary>
    public const string Rubric = "llm-rubric";

    /// <summary>The reasons for which a model stops: Bedrock's word, and promptfoo's.</summary>
    private static readonly ImmutableArray<(string Ours, string Theirs)> FinishReasons =
    [
        ("end_turn", "stop"), ("max_tokens", "length"), ("content_filtered", "content_filter"),
        ("tool_use", "tool_calls"),
    ];

    /// <summary>The prefix that negates an expectation, in both.</summary>
    public const string Not = "not-";

    /// <summary>A reason for stopping in promptfoo's word, if it has one.</summary>
    public static string Theirs(string reason) =>
        FinishReasons.FirstOrDefault(known => known.Ours == reason).Theirs ?? reason;

    /// <summary>A reason for stopping in Bedrock's word, if it has one.</summary>
    public static string Ours(string reason) =>
        FinishReasons.FirstOrDefault(known => known.Theirs == reason).Ours ?? reason;

    /// <summary>A word without <see cref="Not"/>, and that prefix if it was there.</summary>
    public static (string Word, string Prefix) Split(string word) =>
        word.StartsWith(Not, StringComparison.Ordinal) ? (word[Not.Length..], Not) : (word, "");
}
