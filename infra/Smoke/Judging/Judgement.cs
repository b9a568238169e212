using System.Diagnostics;
using Infra.Diagnostics;
using Infra.Smoke.Expectations;
using Infra.Smoke.Rubrics;

namespace Infra.Smoke.Judging;

/// <summary>Compares an answer with an expectation.</summary>
public static class Judgement
{
    /// <summary>The verdict of an expectation.</summary>
    public static Verdict Of(Expectation expectation, Answer answer, Question question)
    {
        var finding = Find(expectation, answer, question);
        var rubrics = RubricChecks.In(expectation, answer);
        var doubt = rubrics.Select(rubric => rubric.Doubt).FirstOrDefault(doubt => doubt is not null);
        var outcome = finding.IsUnjudged ? Judging.Outcome.Unjudged : Outcome(finding.Holds, expectation.Severity);
        return new(
            outcome is Judging.Outcome.Pass && doubt is not null ? Judging.Outcome.Warn : outcome,
            doubt is null ? finding.Reason : $"{finding.Reason}; but {doubt}",
            question.Redaction.Excerpt(expectation.Words),
            expectation.At)
        {
            Rubrics = rubrics,
        };
    }

    /// <summary>Whether an answer meets an expectation, including <c>not-</c>.</summary>
    internal static Finding Find(Expectation expectation, Answer answer, Question question) =>
        Turn(expectation, Find(expectation.What, answer, question));

    /// <summary>Whether a part of an answer meets an expectation about a text.</summary>
    internal static Finding Find(Expectation expectation, Passage part) =>
        Turn(expectation, TextChecks.Find((Check.OfText)expectation.What, part));

    private static Finding Turn(Expectation expectation, Finding finding) =>
        expectation.Negated ? finding with { Holds = !finding.Holds } : finding;

    private static Outcome Outcome(bool? holds, Severity severity) => (holds, severity) switch
    {
        (true, _) => Judging.Outcome.Pass,
        (_, Severity.Warning) => Judging.Outcome.Warn,
        (false, _) => Judging.Outcome.Fail,
        (null, _) => Judging.Outcome.Unknown,
    };

    private static Finding Find(Check check, Answer answer, Question question) => check switch
    {
        Check.OfText text => answer.Text is null
            ? Finding.Unknown("the text of the answer is unknown")
            : TextChecks.Find(text, new Passage(answer.Text, "the answer", question.Redaction)),
        Check.Group group => Group(group, answer, question),
        Check.Rubric rubric => RubricChecks.Find(rubric, answer),
        Check.IsRefusal or Check.NoTemplateLeak or Check.NoSecrets or Check.NoPromptLeak =>
            SafetyChecks.Find(check, answer, question),
        Check.FinishReason or Check.Latency or Check.Tokens or Check.Cost or Check.ToolCalled =>
            CallChecks.Find(check, answer, question.Redaction),
        Check.NodePutOut or Check.FlowPath or Check.FlowCompleted =>
            FlowChecks.Find(check, answer.Flow, question.Redaction),
        _ => throw new UnreachableException(),
    };

    private static Finding Group(Check.Group group, Answer answer, Question question)
    {
        var findings = group.Expectations.Select(expectation => Find(expectation, answer, question));
        return group.Quantifier switch
        {
            Quantifier.All => Connective.All(findings),
            Quantifier.Any => Connective.Any(findings),
            Quantifier.None => Connective.Any(findings) is var any ? any with { Holds = !any.Holds } : default,
        };
    }
}
