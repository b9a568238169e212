using System.Diagnostics;

namespace Infra.Benchmarks.Registration;

/// <summary>What one run took, of several that were measured together.</summary>
/// <param name="Time">In milliseconds.</param>
/// <param name="Processor">The time of all processors, in milliseconds: others on the machine add little to it.</param>
/// <param name="Allocated">In MB.</param>
internal readonly record struct Took(double Time, double Processor, double Allocated)
{
    /// <summary>Runs it several times, one after the other; its garbage is its own.</summary>
    public static async Task<Took> By(Func<Task> run, int times)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (allocated, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            await run().ConfigureAwait(false);
        }

        return new(
            watch.Elapsed.TotalMilliseconds / times,
            (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6 / times);
    }
}
