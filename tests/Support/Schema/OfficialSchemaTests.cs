using System.Text.Json;
using FluentAssertions;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Support.Schema;

/// <summary>A checker that cannot fail proves nothing: each rule is broken once.</summary>
public sealed class OfficialSchemaTests
{
    private const string Text = """{"Text": {"Text": "t", "InputVariables": [{"Name": "x"}]}}""";

    public static TheoryData<string, string> BrokenPrompts() => new()
    {
        { """{"Naem": "x"}""", "AWS::Bedrock::Prompt.Naem: unknown" },
        { """{}""", "AWS::Bedrock::Prompt: Name is missing" },
        { """{"Name": "a--b"}""", "AWS::Bedrock::Prompt.Name: 'a--b' does not match" },
        { """{"Name": "a\n"}""", "AWS::Bedrock::Prompt.Name: 'a\n' does not match" },
        { """{"Name": 1}""", "AWS::Bedrock::Prompt.Name: Number where string is expected" },
        { """{"Name": "x", "Arn": "arn"}""", "AWS::Bedrock::Prompt.Arn: only the service sets it" },
        { """{"Name": "x", "Description": ""}""", "Description: 0 characters, at least 1 are needed" },
        { """{"Name": "x", "Tags": {"a": "!"}}""", "AWS::Bedrock::Prompt.Tags.a: '!' does not match" },
        { """{"Name": "x", "Tags": {"!": "a"}}""", "AWS::Bedrock::Prompt.Tags.!: unknown" },
        { Variant("""{"Chat": {}}"""), "Chat: Messages is missing" },
        { Variant("""{"Text": {"Text": "t", "Txet": "t"}}"""), "TemplateConfiguration.Text.Txet: unknown" },
        { Variant("""{"Text": {}, "Chat": {"Messages": []}}"""), "TemplateConfiguration: no alternative holds" },
        { Variant(Text, """{"Temperature": 1.5}"""), "Temperature: 1.5 is above 1" },
        { Variant(Text, """{"TopP": -1}"""), "TopP: -1 is below 0" },
        { Variant(Text, """{"StopSequences": ["1", "2", "3", "4", "5"]}"""), "StopSequences: 5 is above 4" },
        { Variant(Text, """{"StopSequences": [1]}"""), "StopSequences[0]: Number where string is expected" },
        { Variant(Text, "{}", "POEM"), "TemplateType: 'POEM' is none of" },
    };

    public static TheoryData<string, string> BrokenInputs() => new()
    {
        { """{"customerEncryptionKeyARN": "x"}""", "customerEncryptionKeyARN: unknown" },
        { """{"tags": {"a": 1}}""", "tags.a: Number where string is expected" },
        { Input("""{"templateConfiguration": {}}"""), "text is missing" },
        { Input("""{"templateConfiguration": {"text": {"text": "t", "variables": []}}}"""), "text.variables: unknown" },
        { Input("""{"additionalModelRequestFields": {"top_k": 1}}"""), "top_k: unknown" },
    };

    [Theory]
    [MemberData(nameof(BrokenPrompts))]
    public void A_broken_prompt_is_found(string json, string finding) =>
        OfficialSchema.CloudFormation("AWS::Bedrock::Prompt", Parse(json)).Should().ContainMatch($"*{finding}*");

    [Theory]
    [MemberData(nameof(BrokenInputs))]
    public void Inputs_that_the_provider_would_refuse_or_drop_are_found(string json, string finding) =>
        OfficialSchema.Pulumi("aws-native:bedrock:Prompt", Parse(json)).Should().ContainMatch($"*{finding}*");

    [Fact]
    public void A_correct_prompt_passes() =>
        OfficialSchema.CloudFormation("AWS::Bedrock::Prompt", Parse(Variant(Text, """{"TopP": 0.5}"""))).Should()
            .BeEmpty();

    [Fact]
    public void What_only_the_cloud_knows_passes_as_text()
    {
        var version = Map(("PromptArn", new Value.Ref("greeting", "Arn")));

        Assert.Empty(OfficialSchema.CloudFormation("AWS::Bedrock::PromptVersion", version));
        Assert.NotEmpty(OfficialSchema.CloudFormation("AWS::Bedrock::PromptVersion", Map(("PromptArn", List()))));
    }

    [Fact]
    public void A_missing_input_is_found() =>
        Assert.Equal(
            "aws-native:bedrock:FlowVersion: flowArn is missing",
            Assert.Single(OfficialSchema.Pulumi("aws-native:bedrock:FlowVersion", Map())));

    [Fact]
    public void Repeated_items_are_found()
    {
        var policy = Map(("PolicyDocument", "{}"), ("Roles", List("a", "a")));

        OfficialSchema.CloudFormation("AWS::IAM::ManagedPolicy", policy).Should().ContainMatch("*Roles: items repeat");
    }

    [Fact]
    public void The_checker_understands_every_keyword_of_the_schemas()
    {
        string[] administrative =
        [
            "definitions", "typeName", "primaryIdentifier",
            "readOnlyProperties", "createOnlyProperties", "writeOnlyProperties",
        ];

        var unknown = Directory.EnumerateFiles(Repository.Path("tests", "Data", "CloudFormation"))
            .SelectMany(file => KeywordsOf(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .Except([.. Checker.Keywords, .. administrative]);

        Assert.Empty(unknown);
    }

    private static IEnumerable<string> KeywordsOf(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => member.Name switch
        {
            "properties" or "definitions" or "patternProperties" =>
                [member.Name, .. member.Value.EnumerateObject().SelectMany(named => KeywordsOf(named.Value))],
            "oneOf" or "anyOf" => [member.Name, .. member.Value.EnumerateArray().SelectMany(KeywordsOf)],
            "items" or "additionalProperties" => [member.Name, .. KeywordsOf(member.Value)],
            _ => (IEnumerable<string>)[member.Name],
        }),
        _ => [],
    };

    private static Value.Map Parse(string json) => (Value.Map)JsonValue.Parse(json);

    private static string Variant(string template, string inference = "{}", string type = "TEXT") => $$"""
        {
          "Name": "x",
          "Variants": [{
            "Name": "v", "TemplateType": "{{type}}", "TemplateConfiguration": {{template}},
            "InferenceConfiguration": { "Text": {{inference}} }
          }]
        }
        """;

    private static string Input(string variant) => $$"""{ "variants": [{{variant}}] }""";
}
