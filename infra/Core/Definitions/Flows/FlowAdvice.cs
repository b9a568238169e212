using Infra.Definitions.Format;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>Advice on a word that a flow may not use.</summary>
public static class FlowAdvice
{
    /// <summary>
    /// The most known words that are searched or listed; every flow that the service accepts has fewer.
    /// </summary>
    private const int MostKnown = 100;

    /// <summary>Suggests the nearest of the known words, or lists them all.</summary>
    public static string Known(string word, IReadOnlyCollection<string> known) => known.Count is > 0 and <= MostKnown
        ? DidYouMean.Advice(word, known)
        : "Correct the name.";

    /// <summary>Suggests the nearest of what is known, or lists all of it unless there is too much.</summary>
    public static string Known<T>(string word, IReadOnlyCollection<T> known, Func<T, string> name) =>
        Known(word, known.Count <= MostKnown ? [.. known.Select(name)] : []);

    /// <summary>An unknown <c>type</c>; the user guide's own misspellings have their own advice.</summary>
    internal static Diagnostic UnknownType(Located<string> type) =>
        Problems.UnknownNodeType(type.At, type.Value, Advice(type.Value));

    private static string Advice(string type) => type switch
    {
        "DoWhile" =>
            "The user guide's DoWhile is a Loop: write type Loop, and LoopInput and LoopController among its nodes.",
        "S3" or "s3" => "Write Storage to write to S3, Retrieval to read from it.",
        "Lambda" or "lambda" => "Write LambdaFunction.",
        _ => DidYouMean.Advice(type, Enum.GetNames<FlowNodeType>()),
    };
}
