using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Smoke;
using Infra.Smoke.Cases;
using Infra.Smoke.Expectations;
using Infra.Smoke.Judging;
using Xunit;

namespace Infra.Tests.Support;

/// <summary>Cases and expectations that a test writes as YAML.</summary>
internal static class SmokeCases
{
    /// <summary>What is wrong with the tests of a prompt file, without its name and in its order.</summary>
    public static string[] Problems(string yaml)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml)));
        return
        [
            .. diagnostics.Concat(SmokeChecks.Check(catalog!.Definitions["sample"], _ => null)).InFileOrder()
                .Select(diagnostic => diagnostic.ToString()["prompts/sample.yaml".Length..]),
        ];
    }

    /// <summary>The cases of a prompt or flow file, which must be sound.</summary>
    public static SmokeCase[] Read(string yaml)
    {
        var (cases, report) = TryRead(yaml);
        Assert.Empty(report);
        return cases;
    }

    /// <summary>One expectation of a prompt's case; null when something is wrong with it.</summary>
    public static Expectation? Sound(string item) =>
        TryRead($"text: t\ntests: [{{ name: a, given: {{}}, expect: [{item}] }}]\n") is ([var only], [])
            ? only.Expectations[0]
            : null;

    /// <summary>One expectation of a prompt's or flow's case.</summary>
    public static Expectation Expectation(string item, string prompt = "text: t")
    {
        var test = Read($"{prompt}\ntests: [{{ name: a, given: {{}}, expect: [{item}] }}]\n").Single();
        return test.Expectations[0];
    }

    /// <summary>What an expectation makes of an answer.</summary>
    public static Verdict Judge(string item, Answer answer, Question? question = null) =>
        Judgement.Of(Expectation(item), answer, question ?? Question.Any);

    /// <summary>What an expectation makes of a text.</summary>
    public static Verdict Judge(string item, string text) => Judge(item, Answer.OfSample(text));

    private static (SmokeCase[] Cases, List<Diagnostic> Report) TryRead(string yaml)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml)));
        var report = diagnostics.ToList();
        var cases = SmokeCaseReader.Read(catalog!.Definitions["sample"], _ => null, report);
        return ([.. cases], report);
    }
}
