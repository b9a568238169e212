using Infra.Cli.Files;
using Infra.Definitions.Yaml;
using Infra.Smoke.Recording;
using Infra.Smoke.Reports;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary><c>smoke --record</c>: turns answers into the samples of their cases.</summary>
internal static class Recorder
{
    /// <summary>Writes the samples, file by file, and prints what was done with each case.</summary>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="results">The results of the cases.</param>
    public static void Write(Host host, string folder, IEnumerable<CaseResult> results)
    {
        foreach (var file in results.GroupBy(result => result.At.File, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, file.Key);
            var before = ProjectFile.ReadText(path, SourceText.LargestFile);
            var after = file.Aggregate(before, (text, result) => Recorded(host, text, result));
            if (after != before)
            {
                AtomicFile.Replace(path, before, after);
                host.Out.WriteLine($"{file.Key} is written.");
            }
        }
    }

    private static string Recorded(Host host, string text, CaseResult result)
    {
        var (sample, reason) = RecordedSample.From(result, YamlCursor.Read(new(result.At.File, text), []));
        var edited = sample is null ? null : SampleEdit.Of(result.At.File, text, result.Id.Name, sample);
        if (edited is null)
        {
            host.Out.WriteLine($"Not recorded: {result.Id}: {reason ?? "the layout of its case does not allow it"}.");
        }

        return edited ?? text;
    }
}
