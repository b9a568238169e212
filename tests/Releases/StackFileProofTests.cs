using System.Collections.Immutable;
using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Releases;

/// <summary>
/// The last look at an edited file, on texts that no edit of ours makes: whatever else they say is seen, wherever it
/// is.
/// </summary>
public sealed class StackFileProofTests
{
    private const string Before = """
        encryptionsalt: v1
        config:
          aws:region: us-east-1
          bedrock-prompts:default: draft
          bedrock-prompts:tags: { team: mail, cost: "7" }
          bedrock-prompts:models: [{ a: 1 }, { b: 2 }]
          bedrock-prompts:live:
            a: [1, 2]
            b: 4
          bedrock-prompts:experiments:
            a: { arms: { x: 1, y: 2 } }
            b: { arms: { x: 3, y: 4 } }
        """;

    private static readonly ImmutableArray<string> Live = ["config", "bedrock-prompts:live"];

    private static readonly ImmutableArray<string> Experiments = ["config", "bedrock-prompts:experiments"];

    public static TheoryData<string, string> Slips => new()
    {
        { "us-east-1", "us-east-2" },
        { "us-east-1", "'us-east-1'" },
        { "encryptionsalt: v1", "encryptionsalt: v2" },
        { "encryptionsalt: v1\n", "" },
        { "  bedrock-prompts:default: draft\n", "" },
        { "cost: \"7\"", "cost: 7" },
        { "cost: \"7\"", "costs: \"7\"" },
        { ", cost: \"7\"", "" },
        { "team: mail, cost: \"7\"", "cost: \"7\", team: mail" },
        { "{ b: 2 }", "{ b: 3 }" },
        { "{ a: 1 }", "{ a: 3 }" },
        { ", { b: 2 }", "" },
        { "[{ a: 1 }, { b: 2 }]", "{ a: 1 }" },
        { "[{ a: 1 }, { b: 2 }]", "1" },
        { "    b: 4", "    b: 5" },
        { "    b: 4\n", "" },
        { "    b: 4", "    c: 4" },
        { "x: 3, y: 4", "x: 3, y: 5" },
    };

    [Fact]
    public void What_serves_the_target_and_says_all_the_rest_passes()
    {
        Serves(Before.Replace("[1, 2]", "[1, 2, 3]", StringComparison.Ordinal)).Should().BeTrue();
        Serves(Before.Replace("a: [1, 2]", "a: { kept: [1, 2, 3], live: 3 } # why", StringComparison.Ordinal))
            .Should().BeTrue();
    }

    [Theory]
    [InlineData("[1, 2, 4]")]
    [InlineData("[1, 3]")]
    [InlineData("[2, 1, 3]")]
    [InlineData("{ kept: [1, 2, 3], live: 2 }")]
    [InlineData("latest")]
    [InlineData("draft")]
    public void Another_target_does_not(string target) =>
        Serves(Before.Replace("[1, 2]", target, StringComparison.Ordinal)).Should().BeFalse();

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_elsewhere_does_not(string part, string slip) =>
        Serves(Before.Replace("[1, 2]", "[1, 2, 3]", StringComparison.Ordinal)
            .Replace(part, slip, StringComparison.Ordinal)).Should().BeFalse();

    [Theory]
    [InlineData("a: [")]
    [InlineData("")]
    public void What_cannot_be_read_does_not(string text) => Serves(text).Should().BeFalse();

    [Fact]
    public void A_setting_that_held_nothing_else_may_go_with_its_only_entry()
    {
        const string Only = "config:\n  bedrock-prompts:experiments:\n    a: { arms: { x: 1 } }\n  aws:region: r\n";

        Lacks("config:\n  aws:region: r\n", Only).Should().BeTrue();
        Lacks("config:\n  bedrock-prompts:experiments:\n  aws:region: r\n", Only).Should().BeTrue();
        Lacks("config:\n  aws:region: s\n", Only).Should().BeFalse();
        Lacks("config:\n  bedrock-prompts:tags:\n  aws:region: r\n", Only).Should().BeFalse();
        Lacks(Only, Only).Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void An_entry_that_is_gone_alone_passes_and_with_a_slip_does_not(string part, string slip)
    {
        var gone = Before.Replace("    a: { arms: { x: 1, y: 2 } }\n", "", StringComparison.Ordinal);

        Lacks(gone, Before).Should().BeTrue();
        Lacks(gone.Replace(part, slip, StringComparison.Ordinal), Before).Should().BeFalse();
        Lacks($"{gone}\nx: [", Before).Should().BeFalse();
    }

    [Theory]
    [InlineData("ab", 0, 0, true)]
    [InlineData("ab", -1, 0, false)]
    [InlineData("ab", 0, 13, true)]
    [InlineData("ab", 12, 14, false)]
    [InlineData("ab", -2, 20, false)]
    public void Edits_stay_between_the_key_and_the_end_of_the_last_line(string key, int from, int to, bool stays)
    {
        var file = new EditableText("Pulumi.prod.yaml", "x: 1\nab: [1, 2] # y\nz: 3\n");
        var entry = ((YamlNode.Mapping)Read(file.Source))[key]!;
        var start = entry.Key.Source.Start;
        TextEdit sound = new(start, start, "");

        StackFileProof.StaysWithin(entry, file, [sound, new(start + from, start + to + 2, "")]).Should().Be(stays);
    }

    private static bool Serves(string text) => StackFileProof.OnlyServes(
        new("Pulumi.prod.yaml", text), ProjectConfig.None, Live, [("a", new Target.Pinned([1, 2, 3], 3, default))],
        Read(new("Pulumi.prod.yaml", Before)));

    private static bool Lacks(string text, string before) => StackFileProof.OnlyLacks(
        new("Pulumi.prod.yaml", text), Experiments, "a", Read(new("Pulumi.prod.yaml", before)));

    private static YamlNode Read(SourceText text) => YamlCursor.Read(text, [])!;
}
