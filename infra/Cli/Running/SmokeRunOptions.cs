using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Definitions.Format;
using Infra.Models;
using Infra.Smoke.Cases;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>The options for running and reporting cases.</summary>
internal sealed class SmokeRunOptions
{
    private const int MostJobs = 64;

    private readonly Option<int> _jobs = Whole("--jobs", 1, MostJobs, 4, "How many calls run at once.", "-j");

    private readonly Option<int?> _repeat = new("--repeat")
    {
        Description = "Run each case this many times; the share of 'pass: 4 of 5' stays the same.",
        HelpName = "times",
        CustomParser = result => Number(result, 1, PassRule.MostRuns),
    };

    private readonly Option<TimeSpan?> _timeout =
        Time("--timeout", "60s", "How long a call may take, with its retries; a case's own 'timeout' takes "
            + "precedence.");

    private readonly Option<TimeSpan?> _budget = Time("--budget", "30m", "How long the whole run may take.");

    private readonly Option<decimal?> _maxCost = new("--max-cost")
    {
        Description = "Start no more calls once the run has cost this much, in US dollars.",
        HelpName = "dollars",
    };

    private readonly Option<string[]> _prices = new("--price")
    {
        Description = "The price of a model in US dollars per million tokens read and written, as in <model>=3/15.",
        HelpName = "model=in/out",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count warnings as failures." };

    private readonly Option<bool> _record = new("--record")
    {
        Description = "Write the answers that pass into the cases, as their samples.",
    };

    private readonly Option<bool> _failOnStale = new("--fail-on-stale")
    {
        Description = "Fail when a sample was recorded before the content changed.",
    };

    private readonly Option<string[]> _outputs = new("--output", "-o")
    {
        Description = "Also write the report to a file: .json, .junit.xml or .md.",
        HelpName = "file",
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All =>
    [
        _jobs, _repeat, _timeout, _budget, _maxCost, _prices, _strict, _record, _failOnStale, _outputs,
    ];

    /// <summary>Reads the options from the command line.</summary>
    public SmokeOptions Read(ParseResult line, Host host, SmokeOptions options) => options with
    {
        Jobs = line.GetValue(_jobs),
        Repeat = line.GetValue(_repeat),
        Timeout = line.GetValue(_timeout) ?? options.Timeout,
        Budget = line.GetValue(_budget) ?? options.Budget,
        MaxCost = line.GetValue(_maxCost),
        Prices = (line.GetValue(_prices) ?? [])
            .Aggregate(ImmutableDictionary<string, Price>.Empty, Priced),
        Strict = line.GetValue(_strict),
        Record = line.GetValue(_record),
        FailOnStale = line.GetValue(_failOnStale),
        Outputs = [.. (line.GetValue(_outputs) ?? []).Select(host.PathOf)],
    };

    private static ImmutableDictionary<string, Price> Priced(ImmutableDictionary<string, Price> prices, string text) =>
        text.Split('=') is [{ Length: > 0 } model, var price] && Price.Parse(price) is { } known
            ? prices.SetItem(model, known)
            : throw new Failure($"--price {text}: write it as <model>=<dollars read>/<dollars written>, as in "
                + "amazon.nova-lite-v1:0=0.06/0.24.");

    private static Option<int> Whole(
        string name, int least, int most, int usual, string description, params string[] aliases) => new(name, aliases)
        {
            Description = description,
            HelpName = "number",
            DefaultValueFactory = _ => usual,
            CustomParser = result => Number(result, least, most) ?? usual,
        };

    private static int? Number(ArgumentResult result, int least, int most)
    {
        if (int.TryParse(result.Tokens[0].Value, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"'{result.Tokens[0].Value}' should be a whole number from {least} to {most}.");
        return null;
    }

    private static Option<TimeSpan?> Time(string name, string usual, string description) => new(name)
    {
        Description = $"{description} [default: {usual}]",
        HelpName = "time",
        CustomParser = result =>
        {
            if (Duration.Parse(result.Tokens[0].Value) is { } time)
            {
                return time;
            }

            result.AddError($"'{result.Tokens[0].Value}' should be a time up to an hour: 800ms, 5s, 2m.");
            return null;
        },
    };
}
