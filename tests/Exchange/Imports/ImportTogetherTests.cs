using FluentAssertions;
using Infra.Exchange.Imports;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

/// <summary>What is imported together knows each other.</summary>
public sealed class ImportTogetherTests
{
    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ";

    private const string Prompt =
        $$$"""
        {"id":"ABCDEFGHIJ","arn":"{{{Arn}}}","version":"DRAFT","name":"sort-mail","defaultVariant":"v","variants":[
        {"name":"v","templateType":"TEXT","modelId":"amazon.nova-lite-v1:0",
        "templateConfiguration":{"text":{"text":"Sort"} } }]}
        """;

    [Theory]
    [InlineData("")]
    [InlineData(":7", "PRM460")]
    public void A_flow_names_a_prompt_that_is_imported_with_it(string version, params string[] codes)
    {
        var read = Import.Read(
            [new("flow.json", Flow($"\"{Arn}{version}\"")), new("prompt.json", Prompt)], new());

        read.Diagnostics.Select(diagnostic => diagnostic.Code).Should().Equal(codes);
        read.Value!.Single(definition => definition.Name == "router").Yaml.Should().Contain("prompt: sort-mail\n")
            .And.NotContain(Arn);
    }

    [Fact]
    public void A_flow_imported_alone_keeps_the_arn() =>
        Import.Read([new("flow.json", Flow($"\"{Arn}\""))], new()).Value!.Single().Yaml.Should().Contain(Arn);

    [Theory]
    [InlineData("""{ "Fn::GetAtt": ["Sort", "Arn"] }""")]
    [InlineData("""{ "Fn::GetAtt": "Sort.Arn" }""")]
    [InlineData("""{ "Ref": "Sort" }""")]
    [InlineData("""{ "Fn::Sub": "${Sort.Arn}" }""")]
    public void A_flow_of_a_template_names_the_prompt_of_the_same_template(string reference)
    {
        var template = $$$"""
            {"Resources":{"Sort":{"Type":"AWS::Bedrock::Prompt","Properties":{{{Prompt}}} },
            "Router":{"Type":"AWS::Bedrock::Flow","Properties":{{{Flow(reference)}}} } } }
            """;

        var read = Import.Read([new("template.json", template)], new());

        read.Diagnostics.Should().BeEmpty();
        read.Value!.Single(definition => definition.Name == "router").Yaml.Should().Contain("prompt: sort-mail\n");
    }

    [Fact]
    public void A_bare_definition_is_a_flow_with_the_name_that_is_given()
    {
        const string bare = """
            {"nodes":[{"name":"In","type":"Input","outputs":[{"name":"document","type":"String"}]}],"connections":[]}
            """;

        Import.Read([new("bare.json", bare)], new(Name: "router")).Value!.Single().Yaml.Should()
            .Contain("kind: flow\n").And.Contain("In:");
        Import.Read([new("bare.json", bare)], new()).Diagnostics.Select(diagnostic => diagnostic.Code)
            .Should().Equal("PRM360");
    }

    [Fact]
    public void A_number_may_be_a_text()
    {
        const string inference =
            "\"inferenceConfiguration\":{\"text\":{\"temperature\":\"0.2\",\"maxTokens\":\"50\"}},";
        var prompt = Prompt.Replace("\"modelId\"", $"{inference}\"modelId\"");

        Import.Read([new("a.json", prompt)], new()).Value!.Single().Yaml.Should()
            .Contain("temperature: 0.2").And.Contain("maxTokens: 50");
    }

    [Fact]
    public void A_model_is_given_to_a_prompt_that_has_none()
    {
        var prompt = Prompt.Replace("\"modelId\":\"amazon.nova-lite-v1:0\",", "");

        Import.Read([new("a.json", prompt)], new(Model: "amazon.nova-pro-v1:0")).Value!.Single().Yaml.Should()
            .Contain("model: amazon.nova-pro-v1:0\n");
        Import.Read([new("a.json", prompt)], new()).Diagnostics.Select(diagnostic => diagnostic.Code)
            .Should().Equal("PRM461");
    }

    private static string Flow(string promptArn) =>
        $$$"""
        {"name":"router","definition":{"nodes":[{"name":"Sort","type":"Prompt","configuration":{"prompt":
        {"sourceConfiguration":{"resource":{"promptArn":{{{promptArn}}} } } } } }],"connections":[]}}
        """;
}
