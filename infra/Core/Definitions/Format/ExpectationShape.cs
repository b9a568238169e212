using System.Collections.Immutable;

namespace Infra.Definitions.Format;

/// <summary>What an item of <c>expect:</c> may contain: one expectation, named as in promptfoo, with or without
/// <c>not-</c>.</summary>
public static class ExpectationShape
{
    /// <summary>The prefix that negates an expectation.</summary>
    public const string Not = "not-";

    /// <summary>The reasons for which Converse stops.</summary>
    /// <remarks>Source: StopReason of the bedrock-runtime API model (botocore 1.43.11), read 2026-11-21.</remarks>
    public static readonly ImmutableArray<string> FinishReasons =
    [
        "end_turn", "tool_use", "max_tokens", "stop_sequence", "guardrail_intervened", "content_filtered",
        "malformed_model_output", "malformed_tool_use", "model_context_window_exceeded",
    ];

    private static readonly Kind Text = new Kind.Text();
    private static readonly Kind Flag = new Kind.Flag();
    private static readonly Kind Texts = new Kind.ListOf(Text);
    private static readonly Kind FinishReason = new Kind.Word(FinishReasons);

    private static readonly Kind Count = new Kind.Either(new Kind.Number(0, Whole: true), new Kind.Keys(new(
        "a count",
        "Its bounds; give at least one of them.",
        new("min", new Kind.Number(0, Whole: true), "The least."),
        new("max", new Kind.Number(0, Whole: true), "The most."))));

    /// <summary>Expectations about a text: an answer, a value inside its JSON, or the output of a flow's
    /// node.</summary>
    private static readonly ImmutableArray<Field> OfText =
    [
        new("equals", new Kind.Either(Text, new Kind.ListOf(new Kind.Verbatim()), new Kind.MapOf(new Kind.Verbatim())),
            "The whole text, without spaces around it; a list or mapping is compared as JSON."),
        new("contains", Text, "It contains the text."),
        new("icontains", Text, "It contains the text, in upper or lower case."),
        new("contains-all", Texts, "It contains every one of the texts."),
        new("contains-any", Texts, "It contains one of the texts."),
        new("icontains-all", Texts, "It contains every one of the texts, in upper or lower case."),
        new("icontains-any", Texts, "It contains one of the texts, in upper or lower case."),
        new("starts-with", Text, "It starts with the text; spaces before it do not count."),
        new("ends-with", Text, "It ends with the text; spaces after it do not count."),
        new("regex", Text, "A .NET regular expression matches somewhere in it; (?i) ignores case."),
        new("one-of", Texts, "It equals one of the texts; spaces around it do not count."),
        new("word-count", Count, "How many words it has: exactly, or min and max."),
        new("char-count", Count, "How many characters it has: exactly, or min and max."),
    ];

    private static readonly Kind Path = new Kind.Keys(new(
        "'json-path'",
        "A value inside the answer's JSON; without further keys, it must be there.",
        [
            new("path", Text, "Where: $.name, ['name'], [0] and [*], which means each of them.", Required: true),
            .. OfText.SelectMany(Both),
            new("min", new Kind.Number(), "It is a number, at least this."),
            new("max", new Kind.Number(), "It is a number, at most this."),
        ]));

    private static readonly ImmutableArray<Field> OfJson =
    [
        new("is-json", Flag, "The whole text is JSON."),
        new("contains-json", Flag, "It contains JSON: as a whole, in a fenced block, or in between."),
        new("json-schema", new Kind.MapOf(new Kind.Verbatim()), "Its JSON fits a schema (a subset of draft-07)."),
        new("json-path", Path, "A value inside its JSON."),
    ];

    private static readonly Kind Similarity = new Kind.Keys(new(
        "'similarity'",
        "How many words are shared with another text (cosine of word counts): words, not meaning.",
        new("to", Text, "The other text.", Required: true),
        new("threshold", new Kind.Number(0, 1), "The lowest similarity that passes, above 0 and at most 1.",
            Required: true)));

    private static readonly Kind Tokens = new Kind.Either(new Kind.Number(1, Whole: true), new Kind.Keys(new(
        "'tokens'",
        "The most tokens allowed; at least one of the keys.",
        new("input", new Kind.Number(1, Whole: true), "The most input tokens."),
        new("output", new Kind.Number(1, Whole: true), "The most output tokens."),
        new("total", new Kind.Number(1, Whole: true), "The most tokens in all."))));

    private static readonly Kind ToolCalled = new Kind.Either(Text, new Kind.Keys(new(
        "'tool-called'",
        "A call of a tool.",
        new("name", Text, "The tool.", Required: true),
        new("input", new Kind.MapOf(new Kind.Verbatim()), "Keys and values that its input must contain."))));

    private static readonly Kind NodeOutput = new Kind.Keys(new(
        "'flow-node-output'",
        "The output of a node of the flow; without further keys, the node must have run.",
        [
            new("node", Text, "The node.", Required: true),
            new("output", Text, "The output; if absent, any of the node's outputs may satisfy the expectation."),
            .. OfText.Concat(OfJson).SelectMany(Both),
        ]));

    private static readonly ImmutableArray<Field> OfAnswer =
    [
        new("similarity", Similarity, "It shares enough words with another text."),
        new("is-refusal", Flag,
            "The model declines to answer (stop reason, or English phrases at the start of a sentence)."),
        new("finish-reason", new Kind.Either(FinishReason, new Kind.ListOf(FinishReason)), "Why the model stopped."),
        new("no-template-leak", Flag,
            "No {{variable}} is left in it; checked in every case unless the case mentions it."),
        new("no-secrets", Flag, "It shows no credential and no value of a secret variable."),
        new("no-prompt-leak", Flag, "It does not repeat twelve words in a row of the prompt."),
        new("latency", Text, "The longest that the call may take, as in 5s or 800ms."),
        new("tokens", Tokens, "The most tokens that it may take."),
        new("cost", new Kind.Number(0), "The most that it may cost, in US dollars; an unknown cost does not pass."),
        new("tool-called", ToolCalled, "The model calls a tool."),
        new("rubric", Text, "A judging model finds that it does this, as in: Offers no refund and stays polite."),
        new("flow-node-output", NodeOutput, "Flows: the output of a node."),
        new("flow-path", Texts, "Flows: these nodes ran in this order; other nodes may have run in between."),
        new("flow-completed", Flag, "Flows: the flow ended by itself and does not wait for input."),
    ];

    private static readonly ImmutableArray<Field> Single = [.. OfText, .. OfJson, .. OfAnswer];

    /// <summary>The expectations that need no argument and may be written as a single word.</summary>
    private static readonly Kind BareWord = new Kind.Word(
        [.. Single.Where(field => field.Kind is Kind.Flag).SelectMany(Both).Select(field => field.Key)]);

    private static readonly Kind Nested = new Kind.ListOf(new Kind.Later(() => Expectation!));

    private static readonly ImmutableArray<Field> Groups =
    [
        new("all-of", Nested, "Every one of the expectations holds."),
        new("any-of", Nested, "At least one of the expectations holds."),
        new("none-of", Nested, "None of the expectations holds."),
    ];

    /// <summary>An item of <c>expect:</c> that is a mapping.</summary>
    public static readonly Shape Item = new(
        "an expectation",
        "What the answer must satisfy: exactly one expectation, each also with not-.",
        [
            .. Single.Concat(Groups).SelectMany(Both),
            new("severity", new Kind.Word("error", "warn"), "warn: a failure is shown but does not fail the case."),
        ]);

    /// <summary>An item of <c>expect:</c>.</summary>
    public static readonly Kind Expectation = new Kind.Either(BareWord, new Kind.Keys(Item));

    private static IEnumerable<Field> Both(Field field) =>
        [field, field with { Key = Not + field.Key, Summary = $"Opposite of {field.Key}." }];
}
