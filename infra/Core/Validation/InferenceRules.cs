using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>What the parameters of inference must satisfy.</summary>
public static class InferenceRules
{
    /// <summary>Everything wrong with how a prompt's model is to choose its words.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. prompt.Inference is { } inference ? Check(inference, Limits.MaxTokens) : [],
        .. LengthIsLimited(prompt),
        .. FieldsAreAMapping(prompt),
    ];

    /// <summary>AWS takes the numbers (PRM020), and not more stop sequences than four,
    /// none empty (PRM021, PRM022).</summary>
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

    /// <summary>A model's answer has a longest length (PRM031).</summary>
    public static IEnumerable<Diagnostic> LengthIsLimited(Prompt prompt) =>
        prompt.Agent is null && prompt.Inference?.MaxTokens is null && !prompt.Doubtful.Contains("inference")
            ? [Problems.NoMaxTokens(prompt.Inference?.At ?? prompt.At)]
            : [];

    /// <summary>Additional fields are an object (PRM052).</summary>
    public static IEnumerable<Diagnostic> FieldsAreAMapping(Prompt prompt) =>
        prompt.AdditionalModelRequestFields is { Value: not Values.Value.Map } fields
            ? [Problems.FieldsAreNoMapping(fields.At)]
            : [];

    /// <summary>A number that is there is one AWS takes (PRM020).</summary>
    internal static IEnumerable<Diagnostic> IsBetween(
        Located<decimal>? number, string key, decimal least, decimal? most) =>
        number is { } present && (present.Value < least || present.Value > most)
            ? [Problems.OutOfRange(present.At, key, present.Value, least, most)]
            : [];

    private static Located<decimal>? Widen(Located<int>? number) => number?.With((decimal)number.Value);
}
