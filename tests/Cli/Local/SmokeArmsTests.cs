using FluentAssertions;
using Infra.Cli;
using Xunit;

namespace Infra.Tests.Cli.Local;

public sealed class SmokeArmsTests
{
    [Fact]
    public async Task The_cases_are_run_on_every_arm()
    {
        await using var project = new ServedProject();
        await project.Run("release", "greeting");
        await project.Run("release", "order");
        foreach (var name in (string[])["greeting", "order"])
        {
            var text = project.Files.Read($"prompts/{name}.yaml");
            project.Files.Write($"prompts/{name}.yaml", text
                .Replace("Greet {{customer}}", "Welcome {{customer}}", StringComparison.Ordinal)
                .Replace("orders:1", "orders:2", StringComparison.Ordinal));
            (await project.Run("release", name)).Exit.Should().Be(ExitCode.Success);
        }

        const string Stack = "config:\n  aws:region: us-east-1\n  bedrock-prompts:live:\n"
            + "    greeting: { kept: [1, 2], live: 1 }\n    order: { kept: [1, 2], live: 1 }\n";
        project.Files.Write("Pulumi.dev.yaml", Stack);
        (await project.Run("up", "dev", "--local")).Exit.Should().Be(ExitCode.Success);
        project.Files.Write("Pulumi.dev.yaml", Stack + """
              bedrock-prompts:experiments:
                greeting: { arms: { control: 1, warmer: 2 }, coverage: 20, seed: a }
                order: { arms: { control: 1, newer: 2 }, coverage: 20, seed: a }

            """);

        var early = await project.Run("smoke", "dev", "--local");
        (await project.Run("up", "dev", "--local")).Exit.Should().Be(ExitCode.Success);
        var run = await project.Run("smoke", "dev", "--local");
        var one = await project.Run("smoke", "dev", "--local", "--filter", "arm warmer");

        early.Exit.Should().NotBe(ExitCode.Success);
        early.Output.Should().Contain("there is no alias /bedrock-prompts/dev/greeting/experiment");
        run.Exit.Should().Be(ExitCode.Success, run.Output);
        run.Output.Should().Contain("greeting / usual").And.Contain("greeting / usual [arm warmer]")
            .And.Contain("order / found [arm newer]").And.NotContain("[arm control]");
        one.Output.Should().Contain("greeting / another [arm warmer]").And.NotContain("greeting / another\n");
    }
}
