using System.Collections.Immutable;
using System.Diagnostics;
using FluentAssertions;
using Infra.Stack;
using Pulumi;
using Xunit;

namespace Infra.Tests.Stack;

public sealed class StandInTests
{
    private static readonly bool IsStandIn = typeof(Deployment).Assembly == typeof(StackProgram).Assembly;

    [Fact]
    public async Task A_program_that_cannot_deploy_refuses_the_Pulumi_command_line()
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

        process.ExitCode.Should().NotBe(0);
        (await output).Should().BeEmpty();
        if (IsStandIn)
        {
            process.ExitCode.Should().Be(2);
            error.Should().StartWith("This program was built without the Pulumi SDK").And.EndWith("\n");
            error.Trim().Should().NotContain("\n");
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
}
