using FluentAssertions;
using Infra.Cli;
using Infra.Diagnostics;
using Infra.Exchange.Imports;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

/// <summary>Prompts of other systems, in the forms that people have them in.</summary>
public sealed class ForeignTests
{
    private const string Nova = "amazon.nova-lite-v1:0";

    [Theory]
    [InlineData("langfuse.json", "support-reply", "", "system: \"Answer in {{language}}.\"", "user: \"{{question}}\"")]
    [InlineData("anthropic.json", "anthropic", "", "model: us.anthropic.claude-sonnet-4-5-20250929-v1:0", "name: file")]
    [InlineData("converse.json", "converse", "", "topP: 0.9", "user: \"Sum up {{text}}\"")]
    [InlineData("menu.prompt", "menu", "", "example: harbour", "system: You invent menus.")]
    [InlineData("terraform.json", "tf-greeting", "", "temperature: 0.5", "team: a")]
    [InlineData("pulumi.json", "pulumi-greeting", "", "text: \"Greet {{name}}\"")]
    [InlineData("cloudcontrol.json", "cc-greeting", "", "text: \"Greet {{name}}\"")]
    public void A_file_of_another_tool_becomes_a_prompt(string file, string name, string codes, params string[] lines)
    {
        var read = Read(file);

        read.Diagnostics.Select(diagnostic => diagnostic.Code).Should().BeSubsetOf(codes.Split(' '));
        var definition = read.Value!.Should().ContainSingle().Subject;
        definition.Name.Should().Be(name);
        definition.Yaml.Should().ContainAll(lines);
    }

    [Theory]
    [InlineData("openai.json", "openai.json(2,12): error PRM622: 'model' is 'gpt-4o'", "maxTokens: 100", "name: note")]
    [InlineData("summary.prompty", "summary.prompty(5,3): error PRM622: 'model' is 'gpt-35", "example: Long text")]
    [InlineData("translate.txt", "translate.txt(1,1): error PRM461:", "Translate {text}")]
    public void A_prompt_whose_model_is_not_on_Bedrock_takes_the_one_that_is_given(
        string file, string refused, params string[] lines)
    {
        var without = Read(file);
        var with = Read(file, new(Model: Nova));

        without.Diagnostics.Select(diagnostic => diagnostic.ToString()).Should()
            .ContainSingle().Which.Should().StartWith(refused);
        with.Diagnostics.Should().BeEmpty();
        with.Value!.Single().Yaml.Should().Contain($"model: {Nova}\n").And.ContainAll(lines);
    }

    [Fact]
    public void Single_braces_are_variables_where_they_are_meant() =>
        Read("translate.txt", new(Model: Nova) { Braces = Braces.Single }).Value!.Single().Yaml.Should()
            .Contain("Translate {{text}} to {{language}}. Answer as {\\\"translation\\\": \\\"...\\\"}.")
            .And.Contain("  text:\n").And.Contain("  language:\n");

    [Fact]
    public void A_configuration_of_promptfoo_keeps_its_cases_and_tells_what_has_no_expectation()
    {
        var read = Read("promptfooconfig.yaml");

        read.Diagnostics.Should().ContainSingle().Which.ToString().Should()
            .StartWith("promptfooconfig.yaml(33,")
            .And.Contain("warning PRM623: 'tests[19].assert[1].type' is 'javascript'");
        var definition = read.Value!.Single();
        definition.Name.Should().Be("greeting");
        definition.Yaml.Should().Contain("text: \"Greet {{customer}} in {{language}}.\"\n")
            .And.Contain("latency: \"5000ms\"\n")
            .And.Contain("not-rubric: is rude\n")
            .And.Contain("finish-reason: end_turn\n")
            .And.Contain("severity: warn\n");
    }

    [Fact]
    public async Task A_configuration_of_promptfoo_comes_back_as_it_went_out()
    {
        using var project = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(project.Path, "Pulumi.yaml"), "name: p\nruntime: dotnet\n");
        Directory.CreateDirectory(Path.Combine(project.Path, "prompts"));
        var source = Repository.Path("tests", "Samples", "imports", "promptfooconfig.yaml");

        (await PromptsConsole.Run(project.Path, "import", source)).Exit.Should().Be(ExitCode.Success);
        var definition = Path.Combine(project.Path, "prompts", "greeting.yaml");
        var first = await File.ReadAllTextAsync(definition);
        var exported = await PromptsConsole.Run(project.Path, "export", "greeting", "--format", "promptfoo");
        await File.WriteAllTextAsync(Path.Combine(project.Path, "again.yaml"), exported.Output);
        (await PromptsConsole.Run(project.Path, "import", "again.yaml", "--force")).Exit.Should().Be(ExitCode.Success);
        var second = await PromptsConsole.Run(project.Path, "export", "greeting", "--format", "promptfoo");

        exported.Error.Should().BeEmpty();
        second.Output.Should().Be(exported.Output);
        Cases(await File.ReadAllTextAsync(definition)).Should().Be(Cases(first)).And.Be(20);
    }

    [Fact]
    public async Task What_promptfoo_has_no_word_for_is_told_and_left_out()
    {
        await using var project = new SmokeProject().Greeting("""
            tests:
              - { name: a, expect: [{ similarity: { to: Hello, threshold: 0.5 } }, { contains: Ada }] }
            """);

        var run = await PromptsConsole.Run(project.Files.Path, "export", "greeting", "--format", "promptfoo");

        run.Error.Should().Contain("prompts/greeting.yaml(8,27): warning PRM627: 'similarity' is left out");
        run.Output.Should().Contain("type: contains").And.NotContain("similar");
    }

    [Fact]
    public async Task A_request_to_Converse_is_ready_to_send()
    {
        await using var project = new SmokeProject().Greeting();

        var run = await PromptsConsole.Run(project.Files.Path, "export", "greeting", "--format", "converse");

        run.Output.Should().Contain("\"modelId\": \"amazon.nova-lite-v1:0\"")
            .And.Contain("\"text\": \"Greet Ada warmly.\"")
            .And.Contain("\"maxTokens\": 100");
    }

    [Fact]
    public void Files_that_belong_together_are_imported_together()
    {
        const string configuration =
            $"prompts: [file://texts/hello.txt]\nproviders: [bedrock:{Nova}]\ntests: [{{ vars: {{ name: Ada }} }}]\n";

        var alone = Import.Read([new("promptfooconfig.yaml", configuration)], new());
        var both = Import.Read(
            [new("promptfooconfig.yaml", configuration), new("texts/hello.txt", "Hello {{name}}\n")], new(Model: Nova));

        alone.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("PRM624");
        both.Diagnostics.Should().BeEmpty();
        both.Value!.Select(definition => definition.Name).Should().Contain("hello");
    }

    [Theory]
    [InlineData("main.tf", "resource \"aws_bedrockagent_prompt\" \"a\" {}", "PRM626")]
    [InlineData("a.yaml", "prompts: [\"{% if a %}b{% endif %}\"]\nproviders: [amazon.nova-lite-v1:0]", "PRM625")]
    public void What_cannot_be_read_is_told(string file, string content, string code) =>
        Import.Read([new(file, content)], new()).Diagnostics.Select(problem => problem.Code).Should().Contain(code);

    private static int Cases(string yaml) => yaml.Split("- name: ").Length - 1;

    private static Checked<IReadOnlyList<ImportedDefinition>> Read(string file, ImportRequest? request = null) =>
        Import.Read(
            [new(file, File.ReadAllText(Repository.Path("tests", "Samples", "imports", file)))], request ?? new());
}
