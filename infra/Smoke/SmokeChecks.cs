using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Smoke.Cases;
using Infra.Smoke.Expectations;
using Infra.Smoke.Judging;
using Infra.Smoke.Recording;
using Infra.Smoke.Rubrics;
using Infra.Values;

namespace Infra.Smoke;

/// <summary>Checks the test cases themselves, before anything is deployed or called.</summary>
public static class SmokeChecks
{
    /// <summary>All problems of the tests in a project's definitions and releases, in file order.</summary>
    public static ImmutableArray<Diagnostic> Check(Project project)
    {
        Definition[] definitions =
        [
            .. project.Releases.ByName.Values.SelectMany(releases => releases.Values)
                .Select(release => release.Definition),
            .. project.Catalog.Definitions.Values,
        ];
        return Concurrently
            .Map(definitions, definition => Check(definition, name => Prompt(project, name)).ToArray())
            .SelectMany(problems => problems)
            .Concat(JudgesOfThemselves.In(project, definitions))
            .InFileOrder();
    }

    /// <summary>All problems of one definition's tests (PRM300 to PRM349).</summary>
    /// <param name="definition">The prompt or flow.</param>
    /// <param name="promptNamed">Finds the prompts that a flow refers to; null for an unknown prompt.</param>
    public static IEnumerable<Diagnostic> Check(Definition definition, Func<string, Prompt?> promptNamed)
    {
        var report = new List<Diagnostic>();
        var cases = SmokeCaseReader.Read(definition, promptNamed, report);
        var secrets = SecretsOf(definition);
        return report
            .Concat(NamesAreDistinct(definition))
            .Concat(definition.Tests.Where(test => test.Expect.IsEmpty).Select(test =>
                Problems.ExpectsNothing(test.Name.At, test.Name.Value)))
            .Concat(KindFits(definition, cases))
            .Concat(EqualsIsCertain(definition, cases))
            .Concat(cases.SelectMany(SamplePasses))
            .Concat(cases.SelectMany(JudgeChecks.Of))
            .Concat(StaleSamples.Of(definition))
            .Select(problem => problem with { Message = secrets.Apply(problem.Message) });
    }

    /// <summary>Removes secrets from names of cases and from messages about them.</summary>
    private static Redaction SecretsOf(Definition definition) => definition is Prompt prompt
        ? new(
        [
            .. from variable in prompt.Variables
               where variable.Secret
               from value in definition.Tests
                   .SelectMany(test => test.Given)
                   .Where(given => given.Name.Value == variable.Name.Value)
                   .Select(given => given.Value.Text()?.Value)
                   .Append(variable.Example?.Value)
               where value is not null
               select new SecretValue(variable.Name.Value, value),
        ])
        : Redaction.None;

    private static Prompt? Prompt(Project project, string name) =>
        project.Catalog.Definitions.GetValueOrDefault(name) as Prompt;

    private static IEnumerable<Diagnostic> NamesAreDistinct(Definition definition) =>
        from names in definition.Tests.GroupBy(test => test.Name.Value, StringComparer.Ordinal)
        from again in names.Skip(1)
        select Problems.DuplicateTestName(again.Name.At, names.Key, names.First().Name.At.Line);

    /// <summary>
    /// Checks that a sample passes. What depends on facts that a sample lacks (latency, tokens ...) is left for the
    /// real run.
    /// </summary>
    private static IEnumerable<Diagnostic> SamplePasses(SmokeCase test)
    {
        if (test.Sample is not { } sample)
        {
            return [];
        }

        var answer = Answer.OfSample(sample.Value);
        return
            from expectation in test.Expectations
            let finding = Judgement.Find(expectation, answer, test.Question)
            where finding.Holds is false
            select Problems.SampleFails(expectation.At, test.Name.Value, sample.At.Line, finding.Reason);
    }

    private static IEnumerable<Diagnostic> KindFits(Definition definition, ImmutableArray<SmokeCase> cases)
    {
        var kind = definition is Flow ? "prompts" : "flows";
        var stubs = definition.Tests
            .SelectMany(test => test.Stubs)
            .Where(_ => definition is Prompt)
            .Select(stub => Problems.NotOfThisKind(stub.Key.At, "stubs", kind));
        return cases
            .SelectMany(test => test.Expectations)
            .SelectMany(Flattened)
            .Where(expectation => definition is Flow ? IsOfPrompts(expectation.What) : IsOfFlows(expectation.What))
            .Select(expectation => Problems.NotOfThisKind(expectation.At, expectation.Words.Split(':')[0], kind))
            .Concat(stubs);
    }

    private static IEnumerable<Diagnostic> EqualsIsCertain(Definition definition, ImmutableArray<SmokeCase> cases) =>
        definition is Prompt { Inference.Temperature: { Value: > 0 } temperature }
            ? cases
                .SelectMany(test => test.Expectations)
                .Where(expectation => expectation is { Negated: false, Severity: Severity.Error })
                .Where(expectation => IsExact(expectation.What))
                .Select(expectation => Problems.EqualsWithTemperature(expectation.At, temperature.Value))
            : [];

    private static bool IsExact(Check check) =>
        check is Expectations.Check.EqualTo { IsSingle: true } or Expectations.Check.EqualToJson;

    private static bool IsOfFlows(Check check) =>
        check is Expectations.Check.NodePutOut or Expectations.Check.FlowPath or Expectations.Check.FlowCompleted;

    private static bool IsOfPrompts(Check check) =>
        check is Expectations.Check.FinishReason or Expectations.Check.ToolCalled;

    private static IEnumerable<Expectation> Flattened(Expectation expectation) =>
        expectation.What is Check.Group group ? group.Expectations.SelectMany(Flattened) : [expectation];
}
