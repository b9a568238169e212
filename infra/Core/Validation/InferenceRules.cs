using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks the parameters of inference.</summary>
public static class InferenceRules
{
    /// <summary>All problems of a prompt's parameters.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. prompt.Inference is { } inference ? Check(inference, Limits.MaxTokens) : [],
        .. LengthIsLimited(prompt),
        .. FieldsAreAMapping(prompt),
    ];

    /// <summary>AWS must accept the numbers (PRM020) and the stop sequences: at most four, none of them empty (PRM021,
    /// PRM022).</summary>
    public static IEnumerable<Diagnostic> Check(Inference inference, int mostTokens)
    {
        var stops = inference.StopSequences ?? [];
        return
        [
            .. IsBetween(inference.Temperature, "temperature", 0, Limits.Temperature),
            .. IsBetween(inference.TopP, "topP", 0, Limits.TopP),
            .. IsBetween(Widen(inference.TopK), "topK", 0, null),
            .. IsBetween(Widen(inference.MaxTokens), "maxTokens", 0, mostTokens),
            .. TextRules.AreFew(stops, stop => stop.At, "stop sequences", Limits.StopSequences),
            .. stops.SelectMany(stop => TextRules.HasLength(stop, "stop sequence", 1, int.MaxValue)),
        ];
    }

    /// <summary>The length of an answer should be limited (PRM031).</summary>
    public static IEnumerable<Diagnostic> LengthIsLimited(Prompt prompt) =>
        prompt.Agent is null && prompt.Inference?.MaxTokens is null && !prompt.Doubtful.Contains("inference")
            ? [Problems.NoMaxTokens(prompt.Inference?.At ?? prompt.At)]
            : [];

    /// <summary>Additional fields must be an object (PRM052).</summary>
    public static IEnumerable<Diagnostic> FieldsAreAMapping(Prompt prompt) =>
        prompt.AdditionalModelRequestFields is { Value: not Values.Value.Map } fields
            ? [Problems.FieldsAreNoMapping(fields.At)]
            : [];

    /// <summary>AWS must accept a number that is stated (PRM020).</summary>
    internal static IEnumerable<Diagnostic> IsBetween(
        Located<decimal>? number, string key, decimal least, decimal? most) =>
        number is { } present && (present.Value < least || present.Value > most)
            ? [Problems.OutOfRange(present.At, key, present.Value, least, most)]
            : [];

    private static Located<decimal>? Widen(Located<int>? number) => number?.With((decimal)number.Value);
}
