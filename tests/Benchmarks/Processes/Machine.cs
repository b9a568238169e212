using System.Globalization;
using System.Runtime.InteropServices;

namespace Infra.Benchmarks.Processes;

/// <summary>Where and when something was measured.</summary>
internal static class Machine
{
    /// <summary>One line: date, processor, cores, system, runtime, and how busy it was.</summary>
    public static string Describe()
    {
        var date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{date}; {Processor()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription.Trim()}; "
            + $"{RuntimeInformation.FrameworkDescription}{Load()}.";
    }

    private static string Processor() => Lines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault(RuntimeInformation.ProcessArchitecture.ToString());

    private static string Load() =>
        Lines("/proc/loadavg") is [var load, ..] ? $"; load {load.Split(' ')[0]} at the start" : "";

    private static string[] Lines(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];
}
