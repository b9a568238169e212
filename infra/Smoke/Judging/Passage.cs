namespace Infra.Smoke.Judging;

/// <summary>A text to check, and how reasons may refer to it.</summary>
/// <param name="Text">The original text.</param>
/// <param name="Subject">Its name in reasons, as in <c>the answer</c>.</param>
/// <param name="Redaction">Removes what reasons must not show.</param>
internal readonly record struct Passage(string Text, string Subject, Redaction Redaction)
{
    /// <summary>The text as it may be shown; reasons quote from this.</summary>
    public string Shown => Redaction.Apply(Text);

    /// <summary>The start of the text, in quotes.</summary>
    public string Quoted => Redaction.Quote(Text);
}
