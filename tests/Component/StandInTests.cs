using System.Collections.Immutable;
using System.Diagnostics;
using BedrockPrompts;
using FluentAssertions;
using Pulumi;
using Xunit;

namespace Infra.Tests.Component;

public sealed class StandInTests
{
    private static readonly bool IsStandIn = typeof(Deployment).Assembly == typeof(PromptStack).Assembly;

    [Fact]
    public async Task A_program_that_cannot_deploy_refuses_the_Pulumi_command_line()
    {
        var run = await Run();

        run.Exit.Should().NotBe(0);
        run.Output.Should().BeEmpty();
        if (IsStandIn)
        {
            run.Exit.Should().Be(2);
            run.Error.Should().StartWith("This program was built without the Pulumi SDK").And.EndWith("\n");
            run.Error.Trim().Should().NotContain("\n");
        }
    }

    [Fact]
    public void Inputs_that_Pulumi_refuses_are_refused()
    {
        foreach (object refused in new object[] { 1L, 1m, new List<string>(), DateTime.UnixEpoch })
        {
            var entries = ImmutableDictionary<string, object?>.Empty.Add("x", refused);

            var inputs = () => new DictionaryResourceArgs(entries);

            inputs.Should().Throw<InvalidOperationException>(refused.GetType().Name);
        }
    }

    private static async Task<(int Exit, string Output, string Error)> Run()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Infra.Stack.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PULUMI_MONITOR"] = "127.0.0.1:1" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, error);
    }
}
