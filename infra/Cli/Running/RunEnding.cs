using Infra.Smoke.Comparing;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Prints and writes what follows a run.</summary>
internal static class RunEnding
{
    /// <summary>Prints the totals, annotates lines on GitHub, writes files, and returns the exit code.</summary>
    public static int Finish(SmokeReport report, SmokeOptions options, Host host, bool isCancelled)
    {
        Print(SmokeLines.Summary(report), host);
        Print(report.Comparison is null ? [] : ComparisonText.Lines(report.Comparison), host);
        Print(host.Variable("GITHUB_ACTIONS") is "true" ? GitHubAnnotations.Render(report) : [], host);
        foreach (var path in options.Outputs)
        {
            ReportFiles.Write(path, report);
        }

        LastFailures.Write(options.Folder, report);
        return isCancelled ? ExitCode.Cancelled : report.End switch
        {
            RunEnd.Passed => ExitCode.Success,
            RunEnd.Failed => ExitCode.Problems,
            RunEnd.Unfinished => ExitCode.Failure,
        };
    }

    private static void Print(IEnumerable<string> lines, Host host)
    {
        foreach (var line in lines)
        {
            host.Out.WriteLine(line);
        }
    }
}
