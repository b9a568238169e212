using FluentAssertions;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Infra.Validation.Flows;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Validation.Flows;

public sealed class FlowFindingsOfJsonTests
{
    private const string Nodes = """
        "nodes": [
          { "type": "Input", "name": "In", "outputs": [{ "name": "document", "type": "String" }] },
          { "type": "Output", "name": "Out",
            "inputs": [{ "name": "document", "type": "String", "expression": "$.data" }] }
        ]
        """;

    public static TheoryData<string> Published() =>
    [
        .. Directory.GetFiles(Repository.Path("tests", "Data", "Corpus", "flows"))
            .Select(file => Path.GetFileName(file)!),
    ];

    [Theory]
    [MemberData(nameof(Published))]
    public void A_flow_that_was_published_has_no_errors(string file)
    {
        var published = JsonValue.Parse(File.ReadAllText(Repository.Path("tests", "Data", "Corpus", "flows", file)));
        var definition = ((Value.Map)((Value.Map)published)["flow"]!)["definition"]!;

        FlowFindings.Check(FlowGraphJson.Read(definition))
            .Where(finding => finding.Problem.Severity is Severity.Error)
            .Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"target\": \"Oot\"", "UnknownConnectionTarget")]
    [InlineData("\"target\": \"Out\"", null)]
    public void A_target_is_a_node(string target, string? expected) => Kinds($$"""
        { {{Nodes}}, "connections": [{ "name": "c1", "type": "Data", "source": "In", {{target}},
          "configuration": { "data": { "sourceOutput": "document", "targetInput": "document" } } }] }
        """).Except(["UnreachableNode", "UnfulfilledNodeInput"]).Should().Equal(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("documents", "UnknownConnectionTargetInput")]
    [InlineData("document", null)]
    public void A_target_has_the_input(string input, string? expected) => Kinds($$"""
        { {{Nodes}}, "connections": [{ "name": "c1", "type": "Data", "source": "In", "target": "Out",
          "configuration": { "data": { "sourceOutput": "document", "targetInput": "{{input}}" } } }] }
        """).Except(["UnfulfilledNodeInput"]).Should().Equal(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("")]
    [InlineData(", \"configuration\": { \"conditional\": { \"condition\": \"default\" } }")]
    public void A_connection_is_configured_as_its_type_says(string configuration) => Kinds($$"""
        { {{Nodes}}, "connections": [
          { "name": "c1", "type": "Data", "source": "In", "target": "Out"{{configuration}} }] }
        """).Should().BeEquivalentTo("MissingConnectionConfiguration", "UnfulfilledNodeInput");

    [Theory]
    [InlineData("Oot", "document", "PRM216")]
    [InlineData("Out", "documents", "PRM217")]
    [InlineData("Out", "document", "PRM224")]
    public void What_only_json_can_say_has_a_code_and_names_the_connection(string target, string input, string code)
    {
        var configuration = code == "PRM224"
            ? ""
            : $$""", "configuration": { "data": { "sourceOutput": "document", "targetInput": "{{input}}" } }""";

        var findings = FlowFindings.Check(FlowGraphJson.Read(JsonValue.Parse($$"""
            { {{Nodes}}, "connections": [
              { "name": "c1", "type": "Data", "source": "In", "target": "{{target}}"{{configuration}} }] }
            """)));

        findings.Should().ContainSingle(finding => finding.Problem.Code == code)
            .Which.Problem.Message.Should()
                .Contain(code == "PRM217" ? "'documents'" : target is "Oot" ? "'Oot'" : "'c1'");
    }

    [Fact]
    public void Details_have_the_members_of_the_api()
    {
        var finding = FlowFindings.Check(FlowGraphJson.Read(JsonValue.Parse($$"""{ {{Nodes}}, "connections": [] }""")))
            .Single(found => found.Kind is FlowFindingKind.UnfulfilledNodeInput);

        finding.DetailsMember.Should().Be("unfulfilledNodeInput");
        CanonicalJson.Compact(finding.Details).Should().Be("""{"input":"document","node":"Out"}""");
    }

    [Fact]
    public void Garbage_is_no_reason_to_fail() => FlowFindings
        .Check(FlowGraphJson.Read(JsonValue.Parse(
            """{ "nodes": [1, {}, { "type": "Loop" }], "connections": [null, {}] }""")))
        .Should().NotBeEmpty();

    private static IEnumerable<string> Kinds(string definition) =>
        FlowFindings.Check(FlowGraphJson.Read(JsonValue.Parse(definition)))
            .Select(finding => $"{finding.Kind}")
            .Distinct();
}
