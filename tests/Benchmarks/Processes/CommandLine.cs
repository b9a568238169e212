using System.Diagnostics;
using System.Globalization;

namespace Infra.Benchmarks.Processes;

/// <summary>A command line that is measured as a whole, from its start to its end.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Folder">Where it runs.</param>
internal sealed record CommandLine(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    private const string Time = "/usr/bin/time";

    /// <summary>How it ends.</summary>
    /// <value>0.</value>
    public int Exit { get; init; }

    /// <summary>Runs it once and says how long it took, in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">It failed: a failure's time means nothing.</exception>
    public double Run()
    {
        var watch = Stopwatch.StartNew();
        End(Start(Program, Arguments));
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Runs it once and says how much memory it held at most, in MB; null where nobody tells.</summary>
    public double? Peak()
    {
        if (!File.Exists(Time))
        {
            return null;
        }

        var answer = Path.GetTempFileName();
        End(Start(Time, ["-f", "%M", "-o", answer, Program, .. Arguments]));
        var kilobytes = double.Parse(File.ReadAllLines(answer)[^1], CultureInfo.InvariantCulture);
        File.Delete(answer);
        return kilobytes / 1024;
    }

    private void End(Process process)
    {
        using (process)
        {
            // Both at once: a full pipe would stop the process.
            var error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
            process.WaitForExit();
            if (process.ExitCode != Exit)
            {
                throw new InvalidOperationException(
                    $"{Program} {string.Join(' ', Arguments)} ended with {process.ExitCode}: {error.Result}");
            }
        }
    }

    private Process Start(string program, IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
