using System.Diagnostics;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Local;

/// <summary>A process that is really killed: the server's journal and the deployer's state outlive it.</summary>
public sealed class KilledProcessTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task The_next_run_goes_on_where_a_killed_one_stopped(int created)
    {
        await using var project = new ServedProject();
        await KillAfter(created, project.Files.Path);

        var next = await project.Run("up", "dev", "--local");
        var last = await project.Run("up", "dev", "--local");

        next.Exit.Should().Be(ExitCode.Success, next.Error);
        next.Error.Should().MatchRegex("Resources: [0-7] created, [1-8] unchanged\n$|Resources: 8 unchanged\n$");
        last.Error.Should().EndWith("Resources: 8 unchanged\n");
        last.Output.Should().Be(next.Output);
    }

    private static async Task KillAfter(int created, string folder)
    {
        using var process = Process.Start(ConsoleProcess.Of(folder, "up", "dev", "--local"))!;
        while (created > 0 && await process.StandardError.ReadLineAsync() is { } line)
        {
            created -= line.EndsWith("created", StringComparison.Ordinal) ? 1 : 0;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }
}
