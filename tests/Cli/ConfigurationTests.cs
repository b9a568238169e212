using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>Settings that come from elsewhere than a stack's file.</summary>
public sealed class ConfigurationTests
{
    private const string Prompt = "model: us.anthropic.claude-sonnet-5\ninference: { maxTokens: 100 }\ntext: Hello.\n";

    [Fact]
    public async Task A_stack_whose_settings_cannot_be_seen_is_not_planned_until_they_are_stated()
    {
        using var folder = Project(
            "name: bedrock-prompts\nruntime: dotnet\nconfig: { bedrock-prompts:default: { value: draft } }\n",
            "environment:\n  - prod-env\nconfig:\n  aws:region: us-east-1\n  aws-native:region: us-east-1\n");

        var refused = await PromptsConsole.Run(folder.Path, "plan", "prod");
        var stated = await PromptsConsole.Run(
            folder.Path, "plan", "prod", "--format", "json", "--config", "namePrefix=env-");
        var validated = await PromptsConsole.Run(folder.Path, "validate");

        refused.Exit.Should().Be(1);
        refused.Output.Should().BeEmpty();
        refused.Error.Should().StartWith("Pulumi.prod.yaml(1,1): error PRM560: ");
        stated.Exit.Should().Be(0);
        stated.Output.Should().Contain("\"env-hello\"");
        validated.Exit.Should().Be(0);
        validated.Error.Should().StartWith("Pulumi.prod.yaml(1,1): warning PRM560: ");
    }

    [Fact]
    public async Task A_statement_that_is_none_or_names_no_setting_is_refused()
    {
        using var folder = Project("name: a\nruntime: dotnet\n", "config: { bedrock-prompts:default: draft }\n");

        var none = await PromptsConsole.Run(folder.Path, "plan", "prod", "--config", "draft");
        var unknown = await PromptsConsole.Run(folder.Path, "plan", "prod", "-c", "defualt=draft");

        none.Exit.Should().Be(2);
        none.Error.Should().Contain("'draft' is not a setting. Write one as in default=draft.");
        unknown.Exit.Should().Be(1);
        unknown.Error.Should().Contain("--config(1,1): error PRM008");
    }

    [Fact]
    public async Task A_release_listed_for_all_stacks_is_not_moved_in_one()
    {
        using var folder = Project(
            "name: a\nruntime: dotnet\nconfig: { bedrock-prompts:live: { value: { hello: [1] } } }\n", "config: {}\n");
        await PromptsConsole.Run(folder.Path, "release", "hello", "--note", "First");
        var path = Path.Combine(folder.Path, "prompts", "hello.yaml");
        await File.WriteAllTextAsync(path, Prompt.Replace("Hello", "Good day", StringComparison.Ordinal));
        await PromptsConsole.Run(folder.Path, "release", "hello", "--note", "Second");

        var run = await PromptsConsole.Run(folder.Path, "promote", "hello", "--stack", "prod");

        run.Exit.Should().Be(1);
        run.Error.Should().Contain("Pulumi.yaml(3,").And.Contain("error PRM563").And.Contain("Pulumi.prod.yaml");
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "Pulumi.prod.yaml"))).Should().Be("config: {}\n");
    }

    private static TemporaryFolder Project(string project, string stack)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "prompts"));
        File.WriteAllText(Path.Combine(folder.Path, "Pulumi.yaml"), project);
        File.WriteAllText(Path.Combine(folder.Path, "Pulumi.prod.yaml"), stack);
        File.WriteAllText(Path.Combine(folder.Path, "prompts", "hello.yaml"), Prompt);
        return folder;
    }
}
