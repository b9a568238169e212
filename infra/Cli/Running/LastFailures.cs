using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Files;
using Infra.Cli.Local;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Records which cases did not pass in the last run, for <c>--last-failed</c>.</summary>
internal static class LastFailures
{
    /// <summary>The cases; null when no run is recorded.</summary>
    /// <exception cref="Failure">The file does not have this tool's format.</exception>
    public static ImmutableHashSet<CaseId>? Read(string folder, string stack)
    {
        var path = LocalFiles.LastSmoke(folder, stack);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return SmokeJson.NotPassed(JsonElement.Parse(File.ReadAllText(path))) ?? throw NotOurs(path);
        }
        catch (JsonException)
        {
            throw NotOurs(path);
        }
    }

    /// <summary>Records a run; for cases that it did not include, the earlier record is kept.</summary>
    public static void Write(string folder, SmokeReport report)
    {
        var path = LocalFiles.LastSmoke(folder, report.Stack);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var run = report.Cases
            .Where(test => test.Status is not CaseStatus.NotRun)
            .ToDictionary(test => test.Id, test => test.IsGood);
        var before = File.Exists(path) ? Read(folder, report.Stack)! : [];
        var failed = before
            .Where(id => !run.ContainsKey(id))
            .Concat(run.Where(test => !test.Value).Select(test => test.Key));
        AtomicFile.Write(path, CanonicalJson.Indented(SmokeJson.Remember([.. failed])) + "\n");
    }

    private static Failure NotOurs(string path) => new($"{path} is damaged or was not written by 'prompts smoke'. "
        + "Delete it.");
}
