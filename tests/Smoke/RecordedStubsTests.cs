using System.Text.Json;
using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Recording;
using Infra.Smoke.Reports;
using Xunit;

namespace Infra.Tests.Smoke;

/// <summary>Which answers of a flow's nodes become stubs, and what is said of the others.</summary>
public sealed class RecordedStubsTests
{
    private const string Flow = """
        nodes:
          In: { type: Input }
          Find: { type: LambdaFunction }
          Sort: { type: Condition }
          Out: { type: Output }
        tests: [{ name: a, stubs: { Other: x, Find: old } }]
        """;

    [Fact]
    public void Nodes_that_call_something_are_recorded_and_others_are_left_alone() =>
        Recorded(("In", "\"7\""), ("Find", """{"id": 7}"""), ("Find", """{ "id":7 }"""), ("Out", "\"x\"")).Should()
            .StartWith("stubs:\n  Other: x\n  Find:\n    id: 7\nsampleOf:");

    [Fact]
    public void A_node_that_answered_in_several_ways_is_not_recorded() =>
        Recorded(("Find", "\"a\""), ("Find", "\"b\"")).Should().Be(
            "node Find answered in several ways, and a stub states one answer");

    [Fact]
    public void An_answer_with_a_secret_is_not_recorded() =>
        Recorded(("Find", "\"AKIA" + "2E3Z7QK9PLXW4RTY\"")).Should()
            .StartWith("the answer of a node contains what looks like a secret");

    [Fact]
    public void A_flow_that_calls_nothing_has_nothing_to_record() =>
        Recorded(("In", "1"), ("Out", "1")).Should().Be("its trace contains no node that makes calls");

    private static string Recorded(params (string Node, string Json)[] outputs)
    {
        var result = new CaseResult
        {
            Id = new("flow", "a"),
            At = Location.StartOf("prompts/flow.yaml"),
            Target = new("flow", "flow", null, null, "arn", null, "sha256:0123456789abcdef"),
            Rule = PassRule.Once,
            Runs =
            [
                new()
                {
                    Answer = new()
                    {
                        Outputs = [.. outputs.Select(output =>
                            new NodeOutput(output.Node, "document", JsonElement.Parse(output.Json)))],
                    },
                },
            ],
        };
        var (sample, reason) = RecordedSample.From(result, YamlCursor.Read(new("prompts/flow.yaml", Flow), []));
        return sample is null ? reason! : YamlWriter.Write(sample.Entries);
    }
}
