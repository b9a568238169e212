using System.Diagnostics;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Boundary;

/// <summary>Runs the console in a process of its own, since only a shell can close its streams before it
/// starts.</summary>
public sealed class ClosedStreamsTests
{
    [Theory]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData(">&- 2>&- <&-")]
    [InlineData(">/dev/full")]
    public async Task A_closed_or_full_stream_is_no_crash(string redirections)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");
        var plain = ConsoleProcess.Of(folder.Path, "schema", "definition");
        var shell = new ProcessStartInfo(
            "/bin/sh", ["-c", $"exec \"$0\" \"$@\" {redirections}", plain.FileName, .. plain.ArgumentList])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        using var process = Process.Start(shell)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Contains(process.ExitCode, new[] { ExitCode.Success, ExitCode.Failure });
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
