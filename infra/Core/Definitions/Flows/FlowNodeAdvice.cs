using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>What to write instead of a type of node that does not exist.</summary>
internal static class FlowNodeAdvice
{
    /// <summary>A <c>type</c> that is none, the user guide's own slips included.</summary>
    public static Diagnostic UnknownType(Located<string> type) => Problems.UnknownNodeType(type.At, type.Value, type.Value switch
    {
        "DoWhile" => "The user guide's DoWhile is a Loop: write type Loop, and LoopInput and LoopController among its nodes.",
        "S3" or "s3" => "Write Storage to write to S3, Retrieval to read from it.",
        "Lambda" or "lambda" => "Write LambdaFunction.",
        _ => DidYouMean.Advice(type.Value, Enum.GetNames<FlowNodeType>()),
    });
}
