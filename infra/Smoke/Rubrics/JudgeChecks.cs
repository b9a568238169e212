using Infra.Diagnostics;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Rubrics;

/// <summary>Checks the samples on which a judge is tried, before anything is called.</summary>
internal static class JudgeChecks
{
    /// <summary>The problems of the rubrics and bad samples of a case (PRM681, PRM683).</summary>
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

    /// <summary>Whether a sample fails none of the expectations that can be decided for it.</summary>
    private static bool Passes(SmokeCase test, Answer answer) => test.Expectations
        .All(expectation => Judgement.Find(expectation, answer, test.Question).Holds is not false);
}
