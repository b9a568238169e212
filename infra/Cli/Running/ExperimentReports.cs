using Infra.Cli.Commands;
using Infra.Cli.Local;
using Infra.Cli.Moving;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;
using Infra.Smoke.Experiments;
using Infra.Values;
using Infra.Workspace;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Running;

/// <summary>The reports of <c>prompts experiment</c>.</summary>
internal static class ExperimentReports
{
    private const long LargestFile = 256 * 1024 * 1024;

    /// <summary>Prints the experiment, and where applications find it.</summary>
    public static int State(ExperimentCommand.Asked asked)
    {
        var (experiment, settings) = Experiment(asked);
        switch (asked.Format)
        {
            case "json":
                asked.Host.Out.WriteLine(CanonicalJson.Indented(Json(experiment, settings)));
                break;
            case "svg":
                throw new Failure("Only results can be drawn: give --results.");
            default:
                asked.Host.Out.WriteLine($"{experiment.Key} in stack {settings.Stack}: {experiment.Shares}");
                foreach (var arm in experiment.Arms)
                {
                    var role = arm == experiment.Arms[0] ? "live, and what everybody else gets" : "compared with it";
                    asked.Host.Out.WriteLine($"  {arm.Key}  release {arm.Release}  {role}");
                }

                asked.Host.Out.WriteLine(
                    $"Applications read {AliasParameter.ExperimentPath(experiment.Name, settings)}");
                break;
        }

        return ExitCode.Success;
    }

    /// <summary>Prints how many units each arm needs.</summary>
    public static int Size(ExperimentCommand.Asked asked, double? baseline, double? detect)
    {
        if (baseline is null)
        {
            throw new Failure("--size needs --baseline, the current share of successes, as in '--baseline 90%'.");
        }

        var size = new SizeText(baseline.Value, detect ?? Analysis.Relevant);
        if (size.OneLook == 0)
        {
            throw new Failure("No share is that far from the baseline. Give a smaller --detect.");
        }

        if (asked.Format is "json")
        {
            asked.Host.Out.WriteLine(CanonicalJson.Indented(size.Json()));
        }
        else
        {
            Write(asked.Host, size.Lines());
        }

        return ExitCode.Success;
    }

    /// <summary>Prints the conclusions from results; exit code 1 if the numbers of units do not match the
    /// weights.</summary>
    public static async Task<int> Results(
        ExperimentCommand.Asked asked, string file, double? detect, bool lowerIsBetter, CancellationToken cancel)
    {
        var (experiment, _) = Experiment(asked);
        var text = await Read(asked.Host, file, cancel).ConfigureAwait(false);
        var table = ResultsTable.Read(file is "-" ? "standard-input" : file, text);
        if (!table.IsSound || table.Diagnostics.HasErrors())
        {
            return asked.Host.Report(table.Diagnostics);
        }

        var measured = MeasurementsReader.Read(table.Value, experiment);
        if (!measured.IsSound)
        {
            return asked.Host.Report([.. measured.Diagnostics.Take(20)]);
        }

        var analysis = Analysis.Of(experiment, measured.Value, detect, lowerIsBetter);
        switch (asked.Format)
        {
            case "json":
                await asked.Host.Out.WriteLineAsync(CanonicalJson.Indented(AnalysisText.Json(analysis)))
                    .ConfigureAwait(false);
                break;
            case "svg":
                await asked.Host.Out.WriteAsync(AnalysisSvg.Render(analysis)).ConfigureAwait(false);
                break;
            default:
                Write(asked.Host, asked.Format is "markdown"
                    ? AnalysisText.Markdown(analysis)
                    : AnalysisText.Lines(analysis));
                break;
        }

        return analysis.IsSound ? ExitCode.Success : ExitCode.Problems;
    }

    /// <summary>Prints the calls that the local Bedrock answered in an experiment.</summary>
    public static async Task<int> Log(ExperimentCommand.Asked asked, CancellationToken cancel)
    {
        var (experiment, settings) = Experiment(asked);
        var log = await LocalInvocations
            .Of(asked.Folder, settings.Region ?? LocalSession.DefaultRegion, experiment, cancel).ConfigureAwait(false);
        await asked.Host.Out.WriteLineAsync(log).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static (Experiment Experiment, StackSettings Settings) Experiment(ExperimentCommand.Asked asked)
    {
        var settings = ProjectChecks.Settings(asked.Host.Read(asked.Folder).Value!, asked.Stack);
        return (ExperimentEnd.Running(settings, asked.Name), settings);
    }

    private static async Task<string> Read(Host host, string file, CancellationToken cancel)
    {
        if (file is "-")
        {
            return await host.In().ReadToEndAsync(cancel).ConfigureAwait(false);
        }

        var path = host.PathOf(file);
        return new FileInfo(path) is { Exists: true, Length: > LargestFile }
            ? throw new Failure($"{file} is larger than 256 MB. Sum it up, as 'arm,n,sum,sum_squares'.")
            : await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false);
    }

    private static void Write(Host host, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            host.Out.WriteLine(line);
        }
    }

    private static Value.Map Json(Experiment experiment, StackSettings settings) => Map(
        ("experiment", experiment.Key),
        ("stack", settings.Stack),
        ("coverage", experiment.Coverage),
        ("parameter", AliasParameter.ExperimentPath(experiment.Name, settings)),
        ("arms", List(experiment.Arms.Select(arm => Map(
            ("arm", arm.Key),
            ("release", arm.Release),
            ("share", Math.Round(experiment.Share(arm), 4)))))));
}
