using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Smoke.Expectations;

namespace Infra.Smoke.Cases;

/// <summary>What is expected of every answer, unless the case itself states something about it.</summary>
public static class ImpliedExpectations
{
    /// <summary>The answer must not be cut off at <c>maxTokens</c> (a warning), and no <c>{{variable}}</c> may be left
    /// in it.</summary>
    /// <param name="stated">The case's own expectations.</param>
    /// <param name="at">The place of the case.</param>
    public static IEnumerable<Expectation> Beside(ImmutableArray<Expectation> stated, Location at)
    {
        if (!Mention<Check.FinishReason>(stated))
        {
            yield return new(
                new Check.FinishReason(["max_tokens", "model_context_window_exceeded"]),
                Negated: true, Severity.Warning, "not cut off (expected of every answer)", at);
        }

        if (!Mention<Check.NoTemplateLeak>(stated))
        {
            yield return new(
                new Check.NoTemplateLeak(),
                Negated: false, Severity.Error, "no-template-leak (expected of every answer)", at);
        }
    }

    private static bool Mention<T>(ImmutableArray<Expectation> expectations)
        where T : Check => expectations.Any(expectation =>
            expectation.What is T || (expectation.What is Check.Group group && Mention<T>(group.Expectations)));
}
