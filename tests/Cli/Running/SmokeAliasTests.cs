using FluentAssertions;
using Infra.Cli;
using Infra.Cli.Running;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class SmokeAliasTests
{
    [Fact]
    public async Task The_aliases_are_what_pulumi_wrote_to_a_file_or_to_standard_input()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();
        var outputs = $$"""{ "aliases": { "greeting": {{await Alias(project, "\"draft\"")}} }, "policies": {} }""";
        project.Files.Write("outputs.json", outputs);
        using var input = new StringReader(outputs);

        var file = await project.Smoke(options => options with { Aliases = new AliasSource.File("outputs.json") });
        var piped = await project.Smoke(
            options => options with { Aliases = new AliasSource.File("-") }, host => host with { In = () => input });

        (file.Exit, piped.Exit).Should().Be((ExitCode.Success, ExitCode.Success), file.Error + piped.Error);
    }

    [Fact]
    public async Task An_alias_of_another_release_than_the_stack_says_fails_before_it_is_called()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();
        (await PromptsConsole.Run(project.Files.Path, "release", "greeting", "--note", "First")).Exit.Should().Be(0);
        project.Files.Write("outputs.json", $$"""{ "greeting": {{await Alias(project, "1")}} }""");

        var run = await project.Smoke(options => options with { Aliases = new AliasSource.File("outputs.json") });

        run.Exit.Should().Be(ExitCode.Problems, run.Error);
        run.Output.Should().Contain("the alias leads to release 1, but Pulumi.dev.yaml says the working file.");
    }

    [Theory]
    [InlineData("no JSON", "outputs.json is not JSON.")]
    [InlineData("[]", "outputs.json holds no aliases.")]
    [InlineData("""{ "aliases": { "greeting": { "release": 1 } } }""", "outputs.json holds no aliases.")]
    [InlineData("""{ "aliases": {} }""", "Nothing that stack 'dev' serves is deployed")]
    public async Task What_is_no_output_of_pulumi_is_exit_2(string text, string message)
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("outputs.json", text);

        var run = await project.Smoke(options => options with { Aliases = new AliasSource.File("outputs.json") });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith(message);
    }

    [Fact]
    public async Task A_dead_endpoint_behind_known_aliases_is_exit_2_with_one_line()
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("outputs.json", """
            { "greeting": { "release": "draft", "arn": "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ" } }
            """);

        var run = await project.Smoke(options => options with { Aliases = new AliasSource.File("outputs.json") });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith("The run ended early: AWS cannot be reached").And.NotContain("\n");
    }

    [Fact]
    public async Task Pulumi_is_asked_for_the_outputs_of_the_stack()
    {
        await using var project = new SmokeProject();
        var program = Script(project, "echo \"$@\"");

        var outputs = await PulumiOutputs.Read(project.Files.Path, "dev", default, program);

        outputs.Trim().Should().Be("stack output --json --non-interactive --stack dev");
    }

    [Fact]
    public async Task What_pulumi_complains_about_is_said_in_one_line()
    {
        await using var project = new SmokeProject();
        var program = Script(project, "echo 'error: no stack named dev' >&2; exit 255");

        var read = () => PulumiOutputs.Read(project.Files.Path, "dev", default, program);
        var missing = () => PulumiOutputs.Read(project.Files.Path, "dev", default, program + "-lost");

        (await read.Should().ThrowAsync<Failure>())
            .WithMessage("'pulumi stack output' failed: error: no stack named dev");
        (await missing.Should().ThrowAsync<Failure>())
            .WithMessage("pulumi could not be started:*leave '--aliases pulumi' out*");
    }

    private static async Task<string> Alias(SmokeProject project, string release)
    {
        await project.Smoke(options => options with { Outputs = [Path.Combine(project.Files.Path, "r.json")] });
        var arn = project.Files.Read("r.json").Split("\"arn\": \"")[1].Split('"')[0];
        return $$"""{ "kind": "prompt", "release": {{release}}, "version": "DRAFT", "arn": "{{arn}}" }""";
    }

    private static string Script(SmokeProject project, string body)
    {
        project.Files.Write("pulumi.sh", $"#!/bin/sh\n{body}\n");
        var path = Path.Combine(project.Files.Path, "pulumi.sh");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
