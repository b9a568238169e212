using System.Collections.Immutable;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Exchange.Imports;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

/// <summary>Templates of CloudFormation as people and tools write them: what a template says itself is imported, the
/// rest is told at its place.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void A_template_is_read_with_what_its_own_defaults_say()
    {
        var read = Read("parameters.yaml");

        Codes(read).Should().BeSubsetOf(["PRM359", "PRM368", "PRM460", "PRM621"]);
        Yaml(read, "greeting").Should().Contain("model: amazon.nova-lite-v1:0\n")
            .And.Contain("description: Greets testers\n")
            .And.Contain("temperature: 0.9\n")
            .And.Contain("maxTokens: 300\n")
            .And.Contain("environment: dev\n")
            .And.Contain("region: \"${region}\"\n");
        Yaml(read, "greeter").Should().Contain("prompt: greeting\n");
    }

    [Fact]
    public void What_is_taken_for_granted_is_said_once_in_the_template_s_spelling() =>
        Read("parameters.yaml").Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().ContainSingle(line =>
            line.StartsWith("parameters.yaml(25,20): warning PRM621: "
                + "'Resources.Greeting.Properties.Variants[0].ModelId' is imported as 'amazon.nova-lite-v1:0', "
                + "the default of the parameter Model."));

    [Fact]
    public void A_condition_that_is_stated_goes_before_the_default() =>
        Yaml(Read("parameters.yaml", ("IsProduction", true)), "greeting")
            .Should().Contain("description: Greets customers\n");

    [Theory]
    [InlineData("substitutions.yaml")]
    [InlineData("synthesized.json")]
    public void A_definition_in_a_text_names_the_prompt_that_is_put_into_it(string template)
    {
        var read = Read(template);

        read.Diagnostics.Should().NotContain(diagnostic => diagnostic.Severity == Severity.Error);
        Yaml(read, "mail-router").Should().Contain("prompt: mail-sorter\n");
    }

    [Fact]
    public void What_only_a_deployment_knows_becomes_a_value_of_the_stack() =>
        Yaml(Read("substitutions.yaml"), "mail-router")
            .Should().Contain("lambdaArn: \"arn:${partition}:lambda:${region}:${account}:function:store\"\n");

    [Theory]
    [InlineData("!Ref Model", "Give the parameter a default")]
    [InlineData("!ImportValue model", "Write the value it has after deployment")]
    [InlineData("!If [Big, a, b]", "--condition Big=true")]
    [InlineData("!GetAtt Other.Arn", "Write the value it has after deployment")]
    [InlineData("!Sub \"${Other}-x\"", "Write the value it has after deployment")]
    public void What_the_template_does_not_say_is_told_at_its_place(string model, string advice)
    {
        var template = $$$"""
            Parameters:
              Model: { Type: String }
            Conditions:
              Big: !Equals [!Ref Model, a]
            Resources:
              P:
                Type: AWS::Bedrock::Prompt
                Properties:
                  Name: a
                  DefaultVariant: v
                  Variants:
                    - Name: v
                      TemplateType: TEXT
                      ModelId: {{{model}}}
                      TemplateConfiguration: { Text: { Text: Hello } }
            """;

        var read = Import.Read([new("t.yaml", template)], new());

        read.Diagnostics.Should().ContainSingle().Which.ToString().Should()
            .StartWith("t.yaml(14,20): error PRM620: 'Resources.P.Properties.Variants[0].ModelId' is {\"")
            .And.Contain(advice);
    }

    [Fact]
    public void A_member_that_a_template_lacks_is_told_in_the_template_s_spelling() =>
        Import.Read(
                [
                    new(
                        "t.yaml",
                        "Resources: { P: { Type: AWS::Bedrock::Prompt, Properties: { Name: a, Variants: [{}] } } }"),
                ],
                new(Model: "amazon.nova-lite-v1:0"))
            .Diagnostics.Select(diagnostic => diagnostic.Message).Should()
            .Contain(message => message.StartsWith("'Resources.P.Properties.Variants[0].Name' is missing."));

    private static Checked<IReadOnlyList<ImportedDefinition>> Read(
        string template, params (string Name, bool Holds)[] conditions) =>
        Import.Read(
            [new(template, File.ReadAllText(Repository.Path("tests", "Samples", "templates", template)))],
            new() { Conditions = conditions.ToImmutableDictionary(pair => pair.Name, pair => pair.Holds) });

    private static IEnumerable<string> Codes(Checked<IReadOnlyList<ImportedDefinition>> read) =>
        read.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct();

    private static string Yaml(Checked<IReadOnlyList<ImportedDefinition>> read, string name) =>
        read.Value!.Single(definition => definition.Name == name).Yaml;
}
