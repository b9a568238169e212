using Infra.Cli.Files;
using Infra.Smoke.Reports;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Writes reports as files: what a name ends with says how.</summary>
internal static class ReportFiles
{
    /// <summary>Refuses a name that says nothing, before anything is called.</summary>
    /// <exception cref="Failure">It ends with none of .json, .junit.xml and .md.</exception>
    public static void Check(IEnumerable<string> paths)
    {
        if (paths.FirstOrDefault(path => Renderer(path) is null) is { } unknown)
        {
            throw new Failure($"--output {Path.GetFileName(unknown)}: a report ends with .json, .junit.xml or .md.");
        }
    }

    /// <summary>Writes a report; nobody ever sees half of one.</summary>
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
