using System.Text.Json.Nodes;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using BedrockPrompts.Client;
using FluentAssertions;
using Infra.Cli;
using Xunit;

namespace Infra.Tests.Cli.Local;

/// <summary>The README's tour: start an experiment locally, call it, read what it says, promote the winner.</summary>
public sealed class ExperimentTourTests
{
    [Fact]
    public async Task From_the_first_call_to_the_winner()
    {
        await using var project = new ServedProject();
        project.Files.Write("prompts/greeting.yaml", Text("Greet {{customer}} in {{language}} at length."));
        await project.Run("release", "greeting");
        project.Files.Write("prompts/greeting.yaml", Text("Greet {{customer}} in {{language}}."));
        await project.Run("release", "greeting");
        project.Files.Write("Pulumi.dev.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:live:
                greeting: { kept: [1, 2], live: 1 }
              bedrock-prompts:experiments:
                greeting: { arms: { control: 1, shorter: 2 }, coverage: 50, seed: 2026-12 }

            """);
        await project.Serve();
        (await project.Run("up", "dev", "--local")).Exit.Should().Be(ExitCode.Success);

        await Call(project.Url, 2_000);
        var log = await project.Run("experiment", "greeting", "--stack", "dev", "--log");
        project.Files.Write("results.json", log.Output);
        var results = await project.Run(
            "experiment", "greeting", "--stack", "dev", "--results", "results.json", "--lower-is-better");
        var end = await project.Run("experiment", "greeting", "--stack", "dev", "--end", "--winner", "shorter");

        log.Error.Should().BeEmpty();
        JsonNode.Parse(log.Output)!["results"]!.AsArray().Should().HaveCountGreaterThan(900);
        results.Output.Should().Contain("shorter against control: better").And.Contain("Sample ratio: as assigned");
        end.Exit.Should().Be(ExitCode.Success);
        project.Files.Read("Pulumi.dev.yaml").Should().Contain("greeting: { kept: [1, 2], live: 2 }")
            .And.NotContain("experiments");
    }

    private static async Task Call(Uri url, int calls)
    {
        var keys = new BasicAWSCredentials("local", "local");
        const string Region = "us-east-1";
        using var parameters = new AmazonSimpleSystemsManagementClient(
            keys, new AmazonSimpleSystemsManagementConfig { ServiceURL = $"{url}", AuthenticationRegion = Region });
        using var runtime = new AmazonBedrockRuntimeClient(
            keys, new AmazonBedrockRuntimeConfig { ServiceURL = $"{url}", AuthenticationRegion = Region });
        using var flows = new AmazonBedrockAgentRuntimeClient(
            keys, new AmazonBedrockAgentRuntimeConfig { ServiceURL = $"{url}", AuthenticationRegion = Region });
        var prompts = new Prompts("/bedrock-prompts/dev", parameters, runtime, flows)
        {
            UnitKey = "shared"u8.ToArray(),
        };
        await Parallel.ForEachAsync(Enumerable.Range(0, calls), async (unit, cancel) =>
            await prompts["greeting"].ForUnit($"user-{unit}").Converse(
                new() { ["customer"] = new string('A', 1 + (unit % 50)), ["language"] = "English" }, cancel));
    }

    private static string Text(string text) => $$"""
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: 100 }
        text: "{{text}}"
        variables:
          customer: { description: Who, example: Ada }
          language: { description: In which language, example: English }

        """;
}
