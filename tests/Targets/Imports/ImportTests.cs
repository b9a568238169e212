using FluentAssertions;
using Infra.Targets;
using Xunit;

namespace Infra.Tests.Targets.Imports;

public sealed class ImportTests
{
    private const string Text = """{"templateConfiguration":{"text":{"text":"Hi {{name}}","inputVariables":[{"name":"name"}]}}""";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "PRM350", "not JSON", "{" },
        { "PRM351", "no prompt or flow", "{}" },
        { "PRM352", "'name' is not a text", """{"name":{"Ref":"Name"},"variants":[]}""" },
        { "PRM353", "'variants[0].name'", Prompt(Text + "}") },
        { "PRM354", "'colour'", """{"name":"a","colour":"red","variants":[]}""" },
        { "PRM355", "2 variants", Prompt(Text + "},{}") },
        { "PRM356", "topK", Prompt(Text + ""","inferenceConfiguration":{"text":{"topK":3}}}""") },
        { "PRM357", "lacks 'name'", Prompt("""{"templateConfiguration":{"text":{"text":"Hi {{name}}"}}}""") },
        {
            "PRM358", "has 'other'",
            Prompt("""{"templateConfiguration":{"text":{"text":"Hi","inputVariables":[{"name":"other"}]}}}""")
        },
        { "PRM359", "encryptionKey", """{"name":"a","customerEncryptionKeyArn":"arn","variants":[]}""" },
        { "PRM360", "'a b'", """{"name":"a b","variants":[]}""" },
        { "PRM362", "'C' leads to 'Nowhere.x'", Flow("Nowhere", "Data", """{"data":{"sourceOutput":"o","targetInput":"x"}}""") },
        { "PRM363", "'A' twice", """{"name":"a","definition":{"nodes":[{"name":"A","type":"Input"},{"name":"A","type":"Input"}]}}""" },
        { "PRM364", "Condition, Lex", """{"name":"a","definition":{"nodes":[{"name":"A","type":"DoWhile"}]}}""" },
        { "PRM365", "'defaultVariant'", Prompt(Text + ""","name":"default"}""") },
        { "PRM366", "'description' is empty", """{"name":"a","description":"","variants":[]}""" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_kept_is_reported(string code, string says, string json) =>
        Import.Read("a.json", json, name: null, liftsPrompts: false).Diagnostics
            .Where(diagnostic => diagnostic.Code == code)
            .Should().Contain(diagnostic => diagnostic.Message.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"Name":"a","DefaultVariant":"v","Variants":[{"Name":"v","TemplateType":"TEXT","ModelId":"m","TemplateConfiguration":{"Text":{"Text":"Hi"}}}]}""")]
    [InlineData("""{"Properties":{"name":"a","defaultVariant":"v","variants":[{"name":"v","templateType":"TEXT","modelId":"m","templateConfiguration":{"text":{"text":"Hi"}}}]}}""")]
    [InlineData("""{"arn":"x","id":"y","version":"DRAFT","createdAt":1,"name":"a","defaultVariant":"v","description":null,"variants":[{"name":"v","templateType":"TEXT","modelId":"m","templateConfiguration":{"text":{"text":"Hi"}}}]}""")]
    public void The_api_and_cloud_formation_spell_the_same_prompt(string json)
    {
        var (definitions, diagnostics) = Import.Read("a.json", json, name: null, liftsPrompts: false);

        diagnostics.Should().BeEmpty();
        definitions.Should().ContainSingle().Which.Yaml.Should()
            .Be("# yaml-language-server: $schema=schema.json\nvariant: v\nmodel: m\ntext: Hi\n");
    }

    private static string Prompt(string variant) => $$"""{"name":"a","variants":[{{variant}}]}""";

    private static string Flow(string target, string type, string configuration) =>
        $$$"""
        {"name":"a","definition":{"nodes":[],"connections":
          [{"name":"C","source":"S","target":"{{{target}}}","type":"{{{type}}}","configuration":{{{configuration}}}}]}}
        """;
}
