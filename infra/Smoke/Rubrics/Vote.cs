using Infra.Values;

namespace Infra.Smoke.Rubrics;

/// <summary>What a judge says of an answer, once.</summary>
/// <param name="Passes">Whether the answer meets the rubric; null when the judge did not say.</param>
/// <param name="Reason">Why, in the judge's words; or why it did not say.</param>
/// <param name="Cost">What asking cost, in US dollars; null when that is unknown.</param>
public sealed record Vote(bool? Passes, string Reason, decimal? Cost = null)
{
    /// <summary><c>pass</c>, <c>fail</c> or <c>none</c>.</summary>
    public string Word => Passes switch { true => "pass", false => "fail", null => "none" };

    /// <summary>Reads what a judge called the tool with; one that did not call it has no vote.</summary>
    /// <param name="input">The tool's input; null when the judge did not call it.</param>
    /// <param name="said">What the judge said beside it.</param>
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
