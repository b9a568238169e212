using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Exchange.Exports;
using Infra.Exchange.Imports;
using Infra.Rendering;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Rendering;

public sealed class FlowDefinitionTests
{
    [Fact]
    public void The_sample_has_a_node_of_every_type() => Sample("every-node").Body.AllNodes
        .Select(node => node.Configuration.Type).Distinct().Should().BeEquivalentTo(Enum.GetValues<FlowNodeType>());

    [Fact]
    public void Every_type_of_node_is_imported_as_it_was_exported()
    {
        var json = CanonicalJson.Compact(Export.Of(Sample("every-node")));

        var (imported, diagnostics) = Import.Read([new("every-node.json", json)], new());

        diagnostics.HasErrors().Should().BeFalse(string.Join('\n', diagnostics));
        CanonicalJson.Compact(Export.Of(Read("every-node", imported!.Single().Yaml))).Should().Be(json);
    }

    [Fact]
    public void Every_type_of_node_is_rendered_with_all_it_can_say() =>
        Recorded.Equal("flows/rendered/every-node.json", CanonicalJson.Indented(Render("every-node")) + "\n");

    [Fact]
    public void What_is_rendered_satisfies_the_official_schema()
    {
        var values = new Placeholders("test", new Dictionary<string, Located<string>>
        {
            ["guardrail"] = new("abc123", default),
            ["handbook"] = new("KB12345678", default),
            ["enrichLambda"] = new("arn:aws:lambda:us-east-1:123456789012:function:enrich", default),
        });
        var flow = values.Resolve(Sample("every-node"), []);

        OfficialSchema.CloudFormation("AWS::Bedrock::Flow", Shorthand.Map(
            ("Name", "every-node"),
            ("ExecutionRoleArn", "arn:aws:iam::123456789012:role/flow"),
            ("Definition", FlowDefinition.Render(flow, Arn)))).Should().BeEmpty();
    }

    [Fact]
    public void The_api_spells_the_same_with_small_first_letters()
    {
        var definition = Render("every-node");

        var api = ApiShape.FromCloudFormation(definition);

        CanonicalJson.Compact(ApiShape.ToCloudFormation(api)).Should().Be(CanonicalJson.Compact(definition));
        CanonicalJson.Compact(api).Should()
            .Contain("\"keepThis\":{\"AsItIs\":1}").And.Contain("\"s3\":{\"bucketName\"");
    }

    private static Value.Map Render(string sample) => FlowDefinition.Render(Sample(sample), Arn);

    private static Value Arn(PromptReference prompt) =>
        $"arn:aws:bedrock:us-east-1:123456789012:prompt/PROMPT1234:{prompt.Release ?? 1}";

    private static Flow Sample(string name) => Read(
        name, File.ReadAllText(Repository.Path("tests", "Samples", "flows", "rendered", $"{name}.yaml")));

    private static Flow Read(string name, string text)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(($"prompts/{name}.yaml", text)));
        diagnostics.Should().BeEmpty();
        return (Flow)catalog!.Definitions[name];
    }
}
