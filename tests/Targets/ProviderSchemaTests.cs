using System.Text.Json;
using FluentAssertions;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Targets;

/// <summary>What the providers' schemas cannot carry, and that nothing of a plan is lost on the way to them.</summary>
public sealed class ProviderSchemaTests
{
    /// <summary>A type without properties carries nothing. Each of these is empty on AWS too, but for the fields that
    /// <see cref="AdditionalFields"/> sends another way: a new one in a newer schema must be looked at.</summary>
    [Fact]
    public void Types_without_properties_are_known_one_by_one()
    {
        string[] empty =
        [
            "CollectorFlowNodeConfiguration", "InputFlowNodeConfiguration", "IteratorFlowNodeConfiguration",
            "LoopInputFlowNodeConfiguration", "OutputFlowNodeConfiguration",
        ];

        var found = new[] { "aws-native.json", "aws.json" }.SelectMany(Types)
            .Where(type => type.Value.GetProperty("type").GetString() == "object"
                && (!type.Value.TryGetProperty("properties", out var properties)
                    || !properties.EnumerateObject().Any()))
            .Select(type => type.Name.Replace("aws-native:bedrock:", "", StringComparison.Ordinal));

        found.Should().BeSubsetOf(
        [
            .. empty.SelectMany(name => new[] { $"Flow{name}", $"FlowVersion{name}" }),
            "PromptAnyToolChoice", "PromptAutoToolChoice", "PromptVersionAnyToolChoice", "PromptVersionAutoToolChoice",
            "PromptAdditionalModelRequestFields", "FlowAdditionalModelRequestFields",
            "PromptVersionAdditionalModelRequestFields", "FlowVersionAdditionalModelRequestFields",
        ]).And.Contain("FlowAdditionalModelRequestFields");
    }

    [Fact]
    public void Every_leaf_of_every_resource_reaches_its_provider()
    {
        var resources = Plans().SelectMany(plan => plan.Resources)
            .Where(resource => resource.Type.StartsWith("AWS::Bedrock", StringComparison.Ordinal))
            .ToArray();

        foreach (var resource in resources)
        {
            var inputs = PulumiResource.Of(resource).Inputs;
            Leaves(inputs["properties"] ?? inputs).Should()
                .BeEquivalentTo(Leaves(SinglePrecision.Of(resource.Properties)), resource.Name);
        }

        resources.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("OrchestrationConfiguration")]
    [InlineData("RerankingConfiguration")]
    public void A_flow_that_sends_fields_for_the_model_alone_goes_another_way(string place)
    {
        var fields = Map(("AdditionalModelRequestFields", Document(Map(("top_k", 5)))));
        var inner = Map(("Type", "Loop"), ("Configuration", Map(("KnowledgeBase", Map((place, fields))))));

        PulumiResource.Of(Flow(inner)).Token.Should().Be("aws-native:index:ExtensionResource");
        PulumiResource.Of(Flow(Map(("Type", "Input")))).Token.Should().Be("aws-native:bedrock:Flow");
    }

    [Theory]
    [InlineData("0.7", "0.699999988079071")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.9990000128746033", "0.9990000128746033")]
    [InlineData("1", "1")]
    public void Temperature_and_topP_are_sent_as_AWS_gives_them_back(string written, string sent)
    {
        var number = decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

        CanonicalJson.Compact(SinglePrecision.Of(List(Map(("Temperature", number), ("TopP", number), ("X", 0.7m)))))
            .Should().Be($$"""[{"Temperature":{{sent}},"TopP":{{sent}},"X":0.7}]""");
    }

    private static IEnumerable<JsonProperty> Types(string file)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Data", "Pulumi", file)));
        return [.. schema.RootElement.Clone().GetProperty("types").EnumerateObject()];
    }

    private static IEnumerable<Plan> Plans() =>
        from folder in (string[])[Repository.Root, Repository.Path("tests", "Samples", "everything")]
        let project = Project.Read(new WorkingTree(folder)).Value!
        from stack in project.Stacks.Values
        select Planner.Plan(project, stack).Value!;

    private static IEnumerable<string> Leaves(Value value) => value switch
    {
        Value.Map map => map.Entries.Values.SelectMany(Leaves),
        Value.List list => list.Items.SelectMany(Leaves),
        Value.Document document => Leaves(document.Content),
        _ => [CanonicalJson.Compact(value)],
    };

    private static DeclaredResource Flow(Value node) => new()
    {
        Name = "x",
        Type = "AWS::Bedrock::Flow",
        Properties = Map(("Name", "x"), ("Definition", Map(("Nodes", List(
            Map(("Configuration", Map(("Loop", Map(("Definition", Map(("Nodes", List(node)))))))))))))),
        Owner = "x",
        Because = "a test needs it",
    };
}
