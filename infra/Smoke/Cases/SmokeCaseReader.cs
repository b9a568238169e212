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

/// <summary>Prepares the cases of a definition, before anything is called.</summary>
public static class SmokeCaseReader
{
    /// <summary>
    /// The cases in file order; a case with incomplete input is left out, and its problems are reported.
    /// </summary>
    /// <param name="definition">The prompt or flow.</param>
    /// <param name="promptNamed">
    /// Finds the live content of a prompt that a flow refers to; null for an unknown prompt.
    /// </param>
    /// <param name="report">Collects the problems.</param>
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

    /// <summary>The implied expectations; a flow's answer has no stop reason, so none about being cut off.</summary>
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
