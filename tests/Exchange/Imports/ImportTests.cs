using System.Text.Json;
using FluentAssertions;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Exchange.Exports;
using Infra.Exchange.Imports;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

public sealed class ImportTests
{
    private const string Text =
        """
        {"templateType":"TEXT",
        "templateConfiguration":{"text":{"text":"Hi {{name}}","inputVariables":[{"name":"name"}]}}
        """;

    private const string Joins = """{"data":{"sourceOutput":"o","targetInput":"x"}}""";
    private const string Decides = """{"conditional":{"condition":"c"}}""";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "PRM350", "not valid JSON", "{" },
        { "PRM350", "half a character", """{"name":"\ud83d"}""" },
        { "PRM350", "too many digits", """{"name":1234567890123456789012345678901234567890}""" },
        { "PRM351", "no prompt or flow", "{}" },
        { "PRM351", "no prompt or flow", "[]" },
        { "PRM351", "no prompt or flow", """{"flowAliasSummaries":[{"name":"live","flowId":"ABCDEFGHIJ"}]}""" },
        { "PRM352", "'name' is not a text", """{"name":7,"variants":[]}""" },
        { "PRM620", "'name' is {\"Ref\":\"Name\"}", """{"name":{"Ref":"Name"},"variants":[]}""" },
        { "PRM620", "'variants[0]' is", Prompt("""{"Fn::If":["a",{},{}]}""") },
        { "PRM620", "inferenceConfiguration' is", Prompt("""{"inferenceConfiguration":{"Fn::Sub":"x"}}""") },
        { "PRM352", "not plain JSON", Prompt("""{"additionalModelRequestFields":{"k":{"Ref":"K"}}}""") },
        { "PRM352", "'variants[0].metadata' is not a list", Prompt("""{"metadata":{"team":"a"}}""") },
        { "PRM352", "'definitionString' is not the JSON", """{"name":"a","definitionString":"[]"}""" },
        {
            "PRM352", "'definitionSubstitutions.arn'",
            """{"definitionString":"{}","definitionSubstitutions":{"arn":["A"]}}"""
        },
        { "PRM353", "'variants[0].name'", Prompt(Text + "}") },
        { "PRM354", "'colour'", """{"name":"a","colour":"red","variants":[]}""" },
        { "PRM354", "'Resources.Bus'", """{"Resources":{"Bus":{"Type":"AWS::Events::EventBus"}}}""" },
        { "PRM359", "'Resources.Role'", """{"Resources":{"Role":{"Type":"AWS::IAM::Role"}}}""" },
        { "PRM355", "2 variants", Prompt(Text + "},{}") },
        { "PRM355", "no variant", """{"name":"a","variants":[]}""" },
        { "PRM461", "Give one with --model", Prompt(Text + "}") },
        { "PRM351", "no prompt or flow", "Resources:\n  A: b\n" },
        {
            "PRM353", "resource (or inline)",
            Nodes("""{"name":"A","type":"Prompt","configuration":{"prompt":{"sourceConfiguration":{"a":1}}}}""")
        },
        { "PRM356", "topK", Prompt(Text + ""","inferenceConfiguration":{"text":{"topK":3}}}""") },
        { "PRM357", "lacks 'name'", Prompt("""{"templateConfiguration":{"text":{"text":"Hi {{name}}"}}}""") },
        {
            "PRM358", "has 'other'",
            Prompt("""{"templateConfiguration":{"text":{"text":"Hi","inputVariables":[{"name":"other"}]}}}""")
        },
        { "PRM359", "encryptionKey", """{"name":"a","customerEncryptionKeyArn":"arn","variants":[]}""" },
        { "PRM360", "'a b'", """{"name":"a b","variants":[]}""" },
        { "PRM216", "'C' leads to 'Nowhere', which", Flow("Nowhere", "Data", Joins) },
        { "PRM216", "'C' leads to 'Nowhere', which", Flow("Nowhere", "Conditional", Decides) },
        { "PRM217", "'C' leads to 'x', which is not an input of 'A'", Flow("A", "Data", Joins) },
        { "PRM224", "Connection 'C'", Flow("A", "Data", "null") },
        { "PRM224", "Connection 'C'", Flow("A", "Data", Decides) },
        { "PRM224", "Connection 'C'", Flow("A", "Conditional", Joins) },
        { "PRM363", "'A' twice", Nodes("""{"name":"A","type":"Input"},{"name":"A","type":"Input"}""") },
        { "PRM363", "'Name' has 'Name' twice", """{"name":"a","Name":"b","variants":[]}""" },
        { "PRM364", "Condition, Lex", Nodes("""{"name":"A","type":"DoWhile"}""") },
        { "PRM365", "'defaultVariant'", Prompt(Text + ""","name":"default"}""") },
        { "PRM365", "templateType' is missing: CHAT", Prompt("""{"templateConfiguration":{"chat":{}}}""") },
        { "PRM366", "'description' is empty", """{"name":"a","description":"","variants":[]}""" },
        { "PRM366", "configuration' is empty", Nodes("""{"name":"A","type":"Input","configuration":{}}""") },
        { "PRM366", "inferenceConfiguration' is empty", Prompt("""{"inferenceConfiguration":{}}""") },
        { "PRM367", "{{> footer}}", Prompt(Text.Replace("Hi", "{{> footer}}") + "}") },
        { "PRM368", "'variants[0].modelId'", Prompt("""{"modelId":"${model}"}""") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_kept_is_reported(string code, string says, string json) =>
        Read(json).Diagnostics
            .Where(diagnostic => diagnostic.Code == code)
            .Should().Contain(diagnostic => diagnostic.Message.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData(1, 9, "PRM352", "{\"name\":1,\"variants\":[]}")]
    [InlineData(2, 3, "PRM350", "{\n  name: 1}")]
    [InlineData(1, 1, "PRM351", "{}")]
    [InlineData(1, 26, "PRM353", "{\"name\":\"日本\",\"variants\":[{}]}")]
    [InlineData(2, 18, "PRM352", "{\"Properties\":{\n\"DefaultVariant\":1,\"Variants\":[]}}")]
    public void What_is_wrong_is_reported_where_it_stands(int line, int column, string code, string json)
    {
        var places = Read(json).Diagnostics.Where(diagnostic => diagnostic.Code == code).Select(found => found.At);

        places.Should().Contain(new Location("a.json", line, column));
    }

    [Fact]
    public void A_connection_to_a_node_of_an_unknown_type_is_not_reported_again()
    {
        var flow = Flow("A", "Data", Joins).Replace("\"Output\"", "\"DoWhile\"", StringComparison.Ordinal);

        Read(flow).Diagnostics.Select(diagnostic => diagnostic.Code).Should().Equal("PRM364");
    }

    [Fact]
    public void What_cloud_formation_substitutes_is_put_in_its_place()
    {
        const string json = """
            {"Name":"a","DefinitionSubstitutions":{"size":3,"bucket":"archive-bucket"},"DefinitionString":
            "{\"nodes\":[{\"name\":\"In\",\"type\":\"Retrieval\",\"configuration\":{\"retrieval\":{
            \"serviceConfiguration\":{\"s3\":{\"bucketName\":\"${bucket}\"}}}}}]}"}
            """;

        var (definitions, _) = Read(json.ReplaceLineEndings(""));

        definitions.Should().ContainSingle().Which.Yaml.Should().Contain("bucketName: archive-bucket\n");
    }

    [Fact]
    public void What_has_no_value_is_absent()
    {
        var json = Prompt(Text + ""","name":"v","modelId":"m","inferenceConfiguration":{"Ref":"AWS::NoValue"}}""");

        Read(json).Diagnostics.Select(diagnostic => diagnostic.Code).Should().Equal("PRM365");
    }

    [Theory]
    [InlineData("costs ${amount} $${x} {% raw")]
    [InlineData("---\n- a: b # no\n")]
    [InlineData("\n\n  leading and trailing  \n\n")]
    [InlineData("日本 \u0085 \u2028 \t \\ \" '")]
    public void A_text_is_kept_to_the_letter(string text)
    {
        var template = $$"""{"templateConfiguration":{"text":{"text": {{JsonSerializer.Serialize(text)}} } } }""";
        var yaml = Read(Prompt(template)).Value!.Single().Yaml;

        var (catalog, _) = Catalog.Read(new MemoryTree(("prompts/a.yaml", yaml)));

        CanonicalJson.Compact(Export.Of(catalog!.Definitions["a"])).Should().Contain(CanonicalJson.Compact(text));
    }

    [Theory]
    [InlineData("""{"Name":"a","DefaultVariant":"v","Variants":[{"Name":"v",""", """]}""", true)]
    [InlineData("""{"Properties":{"name":"a","defaultVariant":"v","variants":[{"name":"v",""", "]}}", false)]
    [InlineData(
        """
        {"arn":"x","id":"y","version":"DRAFT","createdAt":1,"name":"a","defaultVariant":"v","description":null,
        "variants":[{"name":"v",
        """,
        "]}",
        false)]
    public void The_api_and_cloud_formation_spell_the_same_prompt(string start, string end, bool isCapital)
    {
        const string large = """
            "TemplateType":"TEXT","ModelId":"m","TemplateConfiguration":{"Text":{"Text":"Hi"}}}
            """;
        const string small = """
            "templateType":"TEXT","modelId":"m","templateConfiguration":{"text":{"text":"Hi"}}}
            """;

        var (definitions, diagnostics) = Read(start + (isCapital ? large : small) + end);

        diagnostics.Should().BeEmpty();
        definitions.Should().ContainSingle().Which.Yaml.Should()
            .Be("# yaml-language-server: $schema=schema.json\nvariant: v\nmodel: m\ntext: Hi\n");
    }

    private static Checked<IReadOnlyList<ImportedDefinition>> Read(string json) =>
        Import.Read([new("a.json", json)], new());

    private static string Nodes(string nodes) => $$$"""{"name":"a","definition":{"nodes":[{{{nodes}}}]}}""";

    private static string Prompt(string variant) => $$"""{"name":"a","variants":[{{variant}}]}""";

    private static string Flow(string target, string type, string configuration) =>
        $$$"""
        {"name":"a","definition":{"nodes":[{"name":"A","type":"Output"}],"connections":
          [{"name":"C","source":"S","target":"{{{target}}}","type":"{{{type}}}","configuration":{{{configuration}}}}]}}
        """;
}
