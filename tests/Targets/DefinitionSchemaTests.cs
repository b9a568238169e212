using System.Text.Json;
using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Xunit;

namespace Infra.Tests.Targets;

public sealed class DefinitionSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(DefinitionSchema.OfDefinitions()).RootElement;

    public static TheoryData<string> Definitions() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Samples, "prompts"), "*.yaml"),
        .. Directory.EnumerateFiles(Repository.Path("tests", "Samples", "everything", "prompts"), "*.yaml"),
    ];

    /// <summary>Who puts prompts of their own in place of the samples may leave it out.</summary>
    [Fact]
    public void The_committed_schema_is_the_generated_one()
    {
        var committed = Repository.Path("prompts", "schema.json");
        if (File.Exists(committed))
        {
            Recorded.EqualAt(committed, DefinitionSchema.OfDefinitions());
        }
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void A_sound_file_fits(string file) => Findings(File.ReadAllText(file)).Should().BeEmpty();

    [Fact]
    public void Every_sample_names_the_schema() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Samples, "prompts"), "*.yaml")
        .Should().OnlyContain(file => File.ReadLines(file).First() == "# yaml-language-server: $schema=schema.json");

    [Theory]
    [InlineData("text: Hello.\nowners: me\n")]
    [InlineData("text: [Hello]\n")]
    [InlineData("text: { path: a.md }\n")]
    [InlineData("text: Hello.\ninference: { temperature: 1.5 }\n")]
    [InlineData("text: Hello.\ninference: { maxTokens: many }\n")]
    [InlineData("messages: [{ usr: Hello }]\n")]
    [InlineData("kind: flow\ndescription: Has no nodes\n")]
    [InlineData("kind: flow\nnodes: { Start: { type: Start } }\n")]
    [InlineData("kind: prompts\ntext: Hello.\n")]
    public void A_file_of_another_shape_does_not(string yaml) => Findings(yaml).Should().NotBeEmpty();

    [Theory]
    [InlineData("text: 42\ndescription: true\nmetadata: { version: 1.0 }\nvariables: { a: , b: text, c: { untrusted: "
        + "true } }\n")]
    [InlineData("messages: [{ user: { file: a.md } }, { assistant: [{ text: Hi }, { cachePoint: true }] }]\n")]
    public void What_yaml_types_by_itself_is_a_text_all_the_same(string yaml) => Findings(yaml).Should().BeEmpty();

    private static IEnumerable<string> Findings(string yaml) =>
        new Checker(Schema, ClosedObjects: false, ExactlyOne: true)
        .Check(YamlCursor.Read(new SourceText("a.yaml", yaml), [])!.ToValue(), Schema, "$");
}
