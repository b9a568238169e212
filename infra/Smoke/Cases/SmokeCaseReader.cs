using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Smoke.Expectations;
using Infra.Smoke.Json;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Cases;

/// <summary>Makes the cases of a definition ready to run, before anything is called.</summary>
public static class SmokeCaseReader
{
    /// <summary>
    /// The cases, in file order; one whose input is incomplete is left out, what is wrong is reported.
    /// </summary>
    /// <param name="definition">The prompt or flow.</param>
    /// <param name="promptNamed">
    /// The prompts that a flow refers to, as they are live; null for one that is not known.
    /// </param>
    /// <param name="report">Where problems go.</param>
    public static ImmutableArray<SmokeCase> Read(
        Definition definition, Func<string, Prompt?> promptNamed, ICollection<Diagnostic> report)
    {
        var prompt = new PromptWords(PromptTexts.Of(definition, promptNamed));
        return [.. definition.Tests.Select(test => Read(definition, test, prompt, report)).OfType<SmokeCase>()];
    }

    private static SmokeCase? Read(
        Definition definition, TestCase test, PromptWords words, ICollection<Diagnostic> report)
    {
        ImmutableArray<Expectation> stated =
            [.. test.Expect.Select(item => ExpectationReader.Read(item, report)).OfType<Expectation>()];
        var runs = PassRule.Read(test.Repeat, test.Pass, report);
        var timeout = Duration.Read(test.Timeout, report);
        foreach (var problem in test.Judge?.Check() ?? [])
        {
            report.Add(problem);
        }

        SmokeInput? input = definition switch
        {
            Prompt prompt => PromptInput.Read(prompt, test, report),
            Flow flow => GivenDocument.Read(flow, test, report),
            _ => null,
        };
        return input is null ? null : new()
        {
            Definition = definition.Name,
            DefinedAt = definition.At,
            Name = test.Name,
            Input = input,
            Expectations = [.. stated, .. Implied(definition, stated, test.Name.At)],
            Question = QuestionOf(definition, input) with { Prompt = words },
            Runs = runs,
            Timeout = timeout,
            Tags = [.. test.Tags.Select(tag => tag.Value).Distinct(StringComparer.Ordinal)],
            Sample = test.Sample,
            BadSample = test.BadSample,
            Judge = test.Judge,
            SampleOf = test.SampleOf,
        };
    }

    /// <summary>A flow's answer has no stop reason of its own, so it cannot be said to be cut off.</summary>
    private static IEnumerable<Expectation> Implied(
        Definition definition, ImmutableArray<Expectation> stated, Location at) =>
        ImpliedExpectations.Beside(stated, at)
            .Where(expectation => definition is Prompt || expectation.What is not Check.FinishReason);

    private static Question QuestionOf(Definition definition, SmokeInput input) => (definition, input) switch
    {
        (Prompt prompt, SmokeInput.Variables variables) => new()
        {
            Given = [.. variables.Values.Values],
            Redaction = new(
            [
                .. prompt.Variables
                    .Where(variable => variable.Secret)
                    .Select(variable => new SecretValue(variable.Name.Value, variables.Values[variable.Name.Value])),
            ]),
        },
        (_, SmokeInput.Document document) => new() { Given = [JsonText.Of(document.Content)] },
        _ => Question.Any,
    };
}
