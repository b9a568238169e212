using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Exchange.Exports;
using Infra.Exchange.Imports;
using Infra.Planning;
using Infra.Rendering;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

/// <summary>What others published and the service takes: nothing is lost between their JSON and our files.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Accepted =>
        [.. Corpus("prompts").Concat(Corpus("flows")).Where(file => !IsRefused(file))];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_is_imported_and_exported_is_what_it_was(string file)
    {
        var original = Original(file);

        var exported = Export.Of(Imported(file));

        CanonicalJson.Indented(exported).Should().Be(CanonicalJson.Indented(Expected(original)));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_is_imported_reports_no_more_than_the_file_cannot_state(string file)
    {
        var report = Import.Read([new(file, Text(file))], new()).Diagnostics;

        report.Select(diagnostic => diagnostic.Code).Should().BeSubsetOf(["PRM359", "PRM365"]);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_is_imported_satisfies_the_official_schema(string file)
    {
        var definition = Imported(file);

        var (type, properties) = definition switch
        {
            Prompt prompt => ("AWS::Bedrock::Prompt", Shorthand.Map(
                ("Name", prompt.Name), ("Variants", Shorthand.List(PromptVariant.Render(prompt))))),
            Flow flow => ("AWS::Bedrock::Flow", Shorthand.Map(
                ("Name", flow.Name),
                ("ExecutionRoleArn", "arn:aws:iam::123456789012:role/flow"),
                ("Definition", FlowDefinition.Render(
                    flow, _ => "arn:aws:bedrock:us-east-1:123456789012:prompt/PROMPT1234")))),
            _ => throw new InvalidOperationException(),
        };

        OfficialSchema.CloudFormation(type, properties).Should().BeEmpty();
    }

    [Fact]
    public void A_top_k_where_bedrock_has_none_is_moved_and_sent_as_the_model_spells_it()
    {
        const string file = "prompts/901-bedrock-samples-getting-started-mytestprompt.json";

        var report = Import.Read([new(file, Text(file))], new()).Diagnostics;

        report.Should().ContainSingle().Which.ToString().Should()
            .StartWith($"{file}(21,21): warning PRM356: 'prompt.variants[0].inferenceConfiguration.text.topK'");
        CanonicalJson.Compact(Export.Of(Imported(file))).Should()
            .Contain("\"additionalModelRequestFields\":{\"top_k\":250}");
    }

    /// <summary>A file does not state the default of its one variant, nor the key, which stacks do.</summary>
    private static Value.Map Expected(Value.Map original) =>
        original["variants"] is Value.List { Items: [Value.Map variant] }
            ? new(original.Entries.Remove("customerEncryptionKeyArn").SetItem("defaultVariant", variant["name"]!))
            : original;

    private static Definition Imported(string file)
    {
        var imported = Import.Read([new(file, Text(file))], new()).Value
            .Should().ContainSingle().Subject;
        var path = $"prompts/{imported.Name}.yaml";
        var project = Project.Read(new MemoryTree((path, imported.Yaml)));
        project.Diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error).Should().BeEmpty(imported.Yaml);
        return project.Value!.Catalog.Definitions[imported.Name];
    }

    private static Value.Map Original(string file)
    {
        var document = (Value.Map)JsonValue.Parse(Text(file));
        return (Value.Map)(document["prompt"] ?? document["flow"])!;
    }

    private static string Text(string file) => File.ReadAllText(Repository.Path("tests", "Data", "Corpus", file));

    private static bool IsRefused(string file) => Path.GetFileName(file).StartsWith('9');

    private static IEnumerable<string> Corpus(string folder) => Directory
        .GetFiles(Repository.Path("tests", "Data", "Corpus", folder), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => $"{folder}/{Path.GetFileName(file)}");
}
