using FluentAssertions;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Infra.Validation;
using Xunit;

namespace Infra.Tests.Validation.Flows;

/// <summary>
/// The files of tests/Samples/flows/findings: <c>Name.yaml</c> has the finding, <c>Name.near.yaml</c> nearly has it.
/// </summary>
public sealed class FlowSamplesTests
{
    private static readonly string Folder = Repository.Path("tests", "Samples", "flows", "findings");

    private static readonly string[] Prompts = Directory.GetFiles(Path.Combine(Folder, "prompts"));

    public static TheoryData<string> Samples() =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_has_what_its_comments_say_and_nothing_else(string file)
    {
        var sample = AnnotatedSample.Parse(File.ReadAllText(Path.Combine(Folder, file)));

        sample.Differences(Diagnose(sample.Text)).Should().BeEmpty();
    }

    [Fact]
    public void Every_finding_that_a_file_can_have_has_a_sample_and_a_near_miss()
    {
        // Only JSON can lead to what is not there: see FlowFindingsOfJsonTests. Unspecified is never found offline.
        FlowFindingKind[] onlyInJson =
        [
            FlowFindingKind.UnknownConnectionTarget, FlowFindingKind.UnknownConnectionTargetInput,
            FlowFindingKind.MissingConnectionConfiguration, FlowFindingKind.Unspecified,
        ];

        foreach (var kind in Enum.GetValues<FlowFindingKind>().Except(onlyInJson))
        {
            AnnotatedSample.Parse(File.ReadAllText(Path.Combine(Folder, $"{kind}.yaml")))
                .Expected.Should().Contain(expectation => expectation.Words.Contains($"({kind})"));
            AnnotatedSample.Parse(File.ReadAllText(Path.Combine(Folder, $"{kind}.near.yaml")))
                .Expected.Should().NotContain(expectation => expectation.Words.Contains($"({kind})"));
        }
    }

    private static IEnumerable<Diagnostic> Diagnose(string text)
    {
        var tree = new MemoryTree(
        [
            ("prompts/flow.yaml", text),
            .. Prompts.Select(file => ($"prompts/{Path.GetFileName(file)}", File.ReadAllText(file))),
        ]);
        var (catalog, diagnostics) = Catalog.Read(tree);
        var prompts = catalog!.Prompts.ToDictionary(prompt => prompt.Name);
        return catalog.Definitions.GetValueOrDefault("flow") is Flow flow
            ? [.. diagnostics, .. FlowRules.Check(flow, prompt => prompts.GetValueOrDefault(prompt.Name), prompts.Keys)]
            : diagnostics;
    }
}
