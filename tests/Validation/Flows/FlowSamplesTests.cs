using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Infra.Validation.Flows;
using Xunit;

namespace Infra.Tests.Validation.Flows;

/// <summary>In tests/Samples/broken/flows, <c>unreachable-node.yaml</c> has the finding, and
/// <c>unreachable-node-near.yaml</c> does not.</summary>
public sealed partial class FlowSamplesTests
{
    // Only JSON can have connections to what does not exist (FlowFindingsOfJsonTests). Unspecified is never found
    // offline.
    private static readonly FlowFindingKind[] NotInFiles =
    [
        FlowFindingKind.UnknownConnectionTarget, FlowFindingKind.UnknownConnectionTargetInput,
        FlowFindingKind.MissingConnectionConfiguration, FlowFindingKind.Unspecified,
    ];

    public static TheoryData<string> Kinds() =>
        [.. Enum.GetValues<FlowFindingKind>().Except(NotInFiles).Select(kind => $"{kind}")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_finding_has_a_sample_and_a_near_miss(string kind)
    {
        var name = Capital().Replace(kind, "-$0").TrimStart('-').ToLowerInvariant();

        Annotations(name).Should().Contain(line => line.EndsWith($" ({kind})", StringComparison.Ordinal));
        Annotations($"{name}-near").Should().NotContain(line => line.EndsWith($" ({kind})", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Annotations(string name) => File
        .ReadLines(Repository.Path("tests", "Samples", "broken", "flows", "prompts", $"{name}.yaml"))
        .Where(line => line.StartsWith("#@", StringComparison.Ordinal));

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
