using Infra.Definitions.Format;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>What to write instead of a word that a flow does not know.</summary>
public static class FlowAdvice
{
    /// <summary>
    /// The most words that are searched for one that is near: more than any flow the service takes has.
    /// </summary>
    private const int MostKnown = 100;

    /// <summary>The nearest of the known words, or all of them.</summary>
    public static string Known(string word, IReadOnlyCollection<string> known) => known.Count is > 0 and <= MostKnown
        ? DidYouMean.Advice(word, known)
        : "Correct the name.";

    /// <summary>The nearest of what is known, or all of it; named only where there are not too many.</summary>
    public static string Known<T>(string word, IReadOnlyCollection<T> known, Func<T, string> name) =>
        Known(word, known.Count <= MostKnown ? [.. known.Select(name)] : []);

    /// <summary>An unknown <c>type</c>, the user guide's own slips included.</summary>
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
