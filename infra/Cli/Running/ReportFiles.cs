using Infra.Cli.Files;
using Infra.Smoke.Reports;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Writes reports to files, in a format that depends on the ending of the name.</summary>
internal static class ReportFiles
{
    /// <summary>Refuses names without a known ending, before anything is called.</summary>
    /// <exception cref="Failure">It does not end with .json, .junit.xml or .md.</exception>
    public static void Check(IEnumerable<string> paths)
    {
        if (paths.FirstOrDefault(path => Renderer(path) is null) is { } unknown)
        {
            throw new Failure($"--output {Path.GetFileName(unknown)}: a report ends with .json, .junit.xml or .md.");
        }
    }

    /// <summary>Writes a report; no reader ever sees half of it.</summary>
    public static void Write(string path, SmokeReport report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Renderer(path)!(report));
    }

    private static Func<SmokeReport, string>? Renderer(string path) => path switch
    {
        _ when path.EndsWith(".json", StringComparison.Ordinal) =>
            report => CanonicalJson.Indented(SmokeJson.Render(report)) + "\n",
        _ when path.EndsWith(".junit.xml", StringComparison.Ordinal) => JUnitXml.Render,
        _ when path.EndsWith(".md", StringComparison.Ordinal) => SmokeMarkdown.Render,
        _ => null,
    };
}
