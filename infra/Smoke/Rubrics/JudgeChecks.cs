using Infra.Diagnostics;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Rubrics;

/// <summary>Checks of what a judge is tried on, before anything is called.</summary>
internal static class JudgeChecks
{
    /// <summary>What is wrong with the rubrics and bad samples of a case (PRM681, PRM683).</summary>
    public static IEnumerable<Diagnostic> Of(SmokeCase test)
    {
        var rubric = test.Expectations.FirstOrDefault(expectation => !RubricChecks.Of([expectation]).IsEmpty);
        if (rubric is not null && JudgeTrial.Missing(test) is { } missing)
        {
            yield return Problems.JudgeUntried(rubric.At, test.Name.Value, missing);
        }

        if (rubric is null && test.BadSample is { } bad && Passes(test, Answer.OfSample(bad.Value)))
        {
            yield return Problems.BadSamplePasses(bad.At, test.Name.Value);
        }
    }

    /// <summary>Whether nothing that is known of the sample fails.</summary>
    private static bool Passes(SmokeCase test, Answer answer) => test.Expectations
        .All(expectation => Judgement.Find(expectation, answer, test.Question).Holds is not false);
}
