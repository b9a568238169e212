using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Infra.Workspace.Git;

/// <summary>The result of a git process.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">Its error output, without the line end.</param>
internal sealed record GitRun(int Exit, byte[] Output, string Error)
{
    /// <summary>The error output as a failure, on one line.</summary>
    public Failure Failure(string command) => new(
        Error.Contains("not a git repository", StringComparison.Ordinal)
            ? "This command needs a git repository, and the project is not in one. Run 'git init', or go to a clone."
            : $"git {command}: {FirstLine(Error)}");

    private static string FirstLine(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length == 0 ? "it failed and did not say why." : line;
    }
}

/// <summary>Starts git without a shell and waits for it.</summary>
/// <remarks>
/// A repository's own configuration can name programs (transports, credential helpers, monitors, hooks). This tool only
/// reads, so git is told to start none of them: nothing is fetched by any protocol, and no file is watched.
/// </remarks>
internal static class GitProcess
{
    private static readonly string[] ReadOnly =
    [
        "--no-pager",
        "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null",
        "-c", "protocol.allow=never",
        "-c", "protocol.ext.allow=never",
        "-c", "credential.helper=",
    ];

    /// <summary>Runs git once.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="Failure">Git is not installed.</exception>
    public static async Task<GitRun> Run(
        string folder, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        using var process = Start(folder, arguments);
        using var ending = cancel.Register(() => End(process));

        // All three at once: a full pipe on either side would block both.
        var output = ReadAll(process.StandardOutput.BaseStream);
        var error = ReadAll(process.StandardError.BaseStream);
        await Task.WhenAll(output, error, Write(process.StandardInput.BaseStream, input)).ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return new(
            process.ExitCode,
            await output.ConfigureAwait(false),
            Encoding.UTF8.GetString(await error.ConfigureAwait(false)).TrimEnd());
    }

    private static Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", [.. ReadOnly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            Environment =
            {
                ["LC_ALL"] = "C",
                ["GIT_OPTIONAL_LOCKS"] = "0",
                ["GIT_TERMINAL_PROMPT"] = "0",

                // Both have the same effect: the second one is older, and overrides what a repository allows for a
                // single protocol.
                ["GIT_NO_LAZY_FETCH"] = "1",
                ["GIT_ALLOW_PROTOCOL"] = "",
            },
        };
        try
        {
            return Process.Start(start) ?? throw new Failure("git did not start.");
        }
        catch (Win32Exception e)
        {
            throw new Failure($"git could not be started: {e.Message}. Install it, or add it to PATH.", e);
        }
    }

    private static async Task<byte[]> ReadAll(Stream from)
    {
        using var all = new MemoryStream();
        await from.CopyToAsync(all, CancellationToken.None).ConfigureAwait(false);
        return all.ToArray();
    }

    private static async Task Write(Stream to, ReadOnlyMemory<byte> input)
    {
        try
        {
            await using (to.ConfigureAwait(false))
            {
                await to.WriteAsync(input, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // Git ended before it had read everything; its exit code and error output say why.
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
