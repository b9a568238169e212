namespace Infra.Smoke.Judging;

/// <summary>A text under judgement, and how it may be spoken of.</summary>
/// <param name="Text">The text as it came.</param>
/// <param name="Subject">What it is, as a reason names it: <c>the answer</c>.</param>
/// <param name="Redaction">What a reason must not show.</param>
internal readonly record struct Passage(string Text, string Subject, Redaction Redaction)
{
    /// <summary>The text as it may be shown; whatever is cut out of it for a reason is cut out of this.</summary>
    public string Shown => Redaction.Apply(Text);

    /// <summary>The start of the text, in quotes.</summary>
    public string Quoted => Redaction.Quote(Text);
}
