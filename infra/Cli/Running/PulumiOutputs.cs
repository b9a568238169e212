using System.ComponentModel;
using System.Diagnostics;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Runs Pulumi to get the outputs of a stack.</summary>
internal static class PulumiOutputs
{
    /// <summary>The output of <c>pulumi stack output --json</c>.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="stop">Ends the process.</param>
    /// <param name="program">The program, which is searched in PATH.</param>
    /// <exception cref="Failure">Pulumi is not installed, or has no such stack.</exception>
    public static async Task<string> Read(
        string folder, string stack, CancellationToken stop, string program = "pulumi")
    {
        using var process = Start(folder, stack, program);
        using var ending = stop.Register(() => End(process));

        // Both at once: a full pipe would block the process.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        var complaint = (await error.ConfigureAwait(false)).Trim().Split('\n')[0];
        return process.ExitCode is 0
            ? await output.ConfigureAwait(false)
            : throw new Failure($"'pulumi stack output' failed: {complaint}");
    }

    private static Process Start(string folder, string stack, string program)
    {
        var start = new ProcessStartInfo(program, ["stack", "output", "--json", "--non-interactive", "--stack", stack])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start) ?? throw new Failure("pulumi did not start.");
        }
        catch (Win32Exception e)
        {
            throw new Failure($"pulumi could not be started: {e.Message}. Install it, add it to PATH, or leave "
                + "'--aliases pulumi' out.", e);
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }
}
