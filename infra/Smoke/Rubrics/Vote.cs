using Infra.Values;

namespace Infra.Smoke.Rubrics;

/// <summary>One vote of a judge on an answer.</summary>
/// <param name="Passes">Whether the answer meets the rubric; null when the judge did not answer.</param>
/// <param name="Reason">The judge's reason, or why there is no vote.</param>
/// <param name="Cost">The cost of the vote, in US dollars; null when unknown.</param>
public sealed record Vote(bool? Passes, string Reason, decimal? Cost = null)
{
    /// <summary><c>pass</c>, <c>fail</c> or <c>none</c>.</summary>
    public string Word => Passes switch { true => "pass", false => "fail", null => "none" };

    /// <summary>Reads the input with which a judge called the tool; without a call, there is no vote.</summary>
    /// <param name="input">The tool's input; null when the judge did not call it.</param>
    /// <param name="said">The text of the judge's answer.</param>
    public static Vote Read(Value? input, string said)
    {
        var reason = ((input as Value.Map)?["reason"] as Value.Text)?.Content ?? "";
        bool? passes = (input as Value.Map)?["verdict"] switch
        {
            Value.Flag flag => flag.Content,
            Value.Text { Content: var word } when word.Equals("pass", StringComparison.OrdinalIgnoreCase) => true,
            Value.Text { Content: var word } when word.Equals("fail", StringComparison.OrdinalIgnoreCase) => false,
            _ => null,
        };
        return passes is null
            ? new(null, $"the judge gave no verdict: {(input is null ? said : CanonicalJson.Compact(input))}")
            : new(passes, reason);
    }
}
