using System.CommandLine;
using System.Globalization;
using Infra.Cli.Moving;
using Infra.Cli.Running;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts experiment &lt;name&gt; --stack &lt;stack&gt;</c>: its state, the units it needs, its results,
/// and its end.</summary>
internal static class ExperimentCommand
{
    public static Command Create(Host host)
    {
        Argument<string> name = new("name") { Description = "The prompt or flow." };
        Option<string> stack = new("--stack", "-s")
        {
            Description = "The environment: the <stack> of Pulumi.<stack>.yaml.",
            HelpName = "stack",
            Required = true,
        };
        Option<bool> size = new("--size") { Description = "Say how many units each arm needs." };
        var baseline = Percent("--baseline", "With --size: the current share of successes, as in 90%.");
        var detect = Percent("--detect", "The smallest difference that must be found, as in 3%: points of a share, "
            + "percent of a mean. [default: 5%]");
        Option<string?> results = new("--results")
        {
            Description = "Say what these results mean: CSV, or what 'aws logs get-query-results' prints; - for "
                + "standard input.",
            HelpName = "file",
        };
        Option<bool> lower = new("--lower-is-better")
        {
            Description = "With --results: less is better, as with latency.",
        };
        Option<bool> log = new("--log")
        {
            Description = "Print the experiment's calls to the local Bedrock, as 'aws logs get-query-results' does.",
        };
        Option<bool> end = new("--end") { Description = "End it: edit the stack's file, deploy nothing." };
        Option<string?> winner = new("--winner")
        {
            Description = "With --end: make this arm's release live. [default: what is live stays]",
            HelpName = "arm",
        };
        var format = Shared.Format("text", "markdown", "json", "svg");
        Command command = new("experiment", "Compare releases: size an experiment, read its results, end it.")
        {
            name, stack, size, baseline, detect, results, lower, log, end, winner, format,
        };
        command.SetAction((line, cancel) =>
        {
            var asked = new Asked(
                host,
                line.Project(host),
                line.GetRequiredValue(name),
                line.GetRequiredValue(stack),
                line.GetValue(format)!);
            return (line.GetValue(size), line.GetValue(results), line.GetValue(log), line.GetValue(end)) switch
            {
                (true, null, false, false) => Task.FromResult(
                    ExperimentReports.Size(asked, line.GetValue(baseline), line.GetValue(detect))),
                (false, { } file, false, false) => ExperimentReports.Results(
                    asked, file, line.GetValue(detect), line.GetValue(lower), cancel),
                (false, null, true, false) => ExperimentReports.Log(asked, cancel),
                (false, null, false, true) => Task.FromResult(ExperimentEnd.Run(
                    host, asked.Folder, asked.Stack, asked.Name, line.GetValue(winner))),
                (false, null, false, false) => Task.FromResult(ExperimentReports.State(asked)),
                _ => throw new Failure("Give one of --size, --results, --log and --end."),
            };
        });
        return command;
    }

    /// <summary>A share, as <c>90%</c> or <c>0.9</c>.</summary>
    private static Option<double?> Percent(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "percent",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var (isPercent, digits) = (text.EndsWith('%'), text.TrimEnd('%', ' '));
            if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && (isPercent ? number / 100 : number) is > 0 and <= 1 and var share)
            {
                return share;
            }

            result.AddError($"'{text}' is not a percentage. Write one as in 90%, above 0% and at most 100%.");
            return null;
        },
    };

    /// <summary>The options of a report.</summary>
    internal sealed record Asked(Host Host, string Folder, string Name, string Stack, string Format);
}
