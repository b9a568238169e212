using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class ProvenanceTests
{
    private const string Flow = """
        kind: flow
        description: Greets a customer
        nodes:
          Name: { type: Input, output: String }
          Greet:
            type: Prompt
            prompt: greeting
            inputs: { customer_name: Name.document }
          Greeting: { type: Output, inputs: { document: Greet.modelCompletion } }
        tests:
          - { name: greets, given: { document: Ada }, expect: [{ icontains: ada }] }

        """;

    [Fact]
    public async Task A_text_that_was_changed_in_the_console_fails_before_it_is_called()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();
        await HandEdit.Text(project.Url, "dev-greeting", "warmly", "coldly");

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().Contain(
            "prompts/greeting.yaml(1,1): fail: provenance: the working file of greeting is not what is deployed: "
                + "Variants[0].TemplateConfiguration.Text.Text should be ...'{{customer_name}} warmly.', but is "
                + "...'{{customer_name}} coldly.'");
    }

    [Fact]
    public async Task A_flow_is_as_good_as_the_prompts_that_it_calls()
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("prompts/chat.yaml", Flow);
        await project.Deploy();
        var before = await project.Smoke();
        await HandEdit.Text(project.Url, "dev-greeting", "warmly", "coldly");

        var after = await project.Smoke();

        before.Exit.Should().Be(ExitCode.Success, before.Output);
        after.Exit.Should().Be(ExitCode.Problems);
        after.Output.Should().Contain("failed  chat / greets")
            .And.Contain("the prompt greeting that it calls differs: ");
    }

    [Fact]
    public async Task A_flow_that_was_not_deployed_since_it_changed_fails_before_it_is_called()
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("prompts/chat.yaml", Flow);
        await project.Deploy();
        project.Files.Write("prompts/chat.yaml", Flow.Replace("Greet:", "Welcome:", StringComparison.Ordinal)
            .Replace("Greet.", "Welcome.", StringComparison.Ordinal));

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().Contain("the working file of chat is not what is deployed: Definition.")
            .And.Contain("_Welcome_").And.Contain("_Greet_");
    }

    [Fact]
    public async Task An_alias_that_holds_nonsense_fails_before_it_is_called()
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("prompts/chat.yaml", Flow);
        await project.Deploy();
        await HandEdit.Parameter(project.Url, "/bedrock-prompts/dev/chat/live", "nothing");
        await HandEdit.Parameter(project.Url, "/bedrock-prompts/dev/greeting/live", "nothing either");

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().Contain("the alias contains 'nothing', which is not the ARN of a flow's alias")
            .And.Contain("the alias contains 'nothing either', which is not the ARN of a prompt");
    }

    [Fact]
    public async Task A_version_stays_what_it_is_whatever_becomes_of_the_draft()
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("prompts/chat.yaml", Flow);
        foreach (var name in new[] { "greeting", "chat" })
        {
            (await PromptsConsole.Run(project.Files.Path, "release", name, "--note", "First")).Exit.Should().Be(0);
        }

        var latest = SmokeProject.Settings.Replace("draft", "latest", StringComparison.Ordinal);
        project.Files.Write("Pulumi.dev.yaml", latest);
        await project.Deploy();
        await HandEdit.Text(project.Url, "dev-greeting", "warmly", "coldly");

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Success, run.Output + run.Error);
        run.Output.Should().Contain("greeting / greets by name (release 1, version 1, ")
            .And.Contain("chat / greets (release 1, version 1, ");
    }
}
