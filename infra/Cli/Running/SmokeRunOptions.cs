using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Definitions.Format;
using Infra.Models;
using Infra.Smoke.Cases;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>The options that say how cases are run and reported.</summary>
internal sealed class SmokeRunOptions
{
    private const int MostJobs = 64;

    private readonly Option<int> _jobs = Whole("--jobs", 1, MostJobs, 4, "How many calls run at once.", "-j");

    private readonly Option<int?> _repeat = new("--repeat")
    {
        Description = "Run each case this often; 'pass: 4 of 5' keeps its share.",
        HelpName = "times",
        CustomParser = result => Number(result, 1, PassRule.MostRuns),
    };

    private readonly Option<TimeSpan?> _timeout =
        Time("--timeout", "60s", "How long a call may take, repeated attempts included; a case's own 'timeout' wins.");

    private readonly Option<TimeSpan?> _budget = Time("--budget", "30m", "How long the whole run may take.");

    private readonly Option<decimal?> _maxCost = new("--max-cost")
    {
        Description = "Start no more calls once they cost this much together, in US dollars.",
        HelpName = "dollars",
    };

    private readonly Option<string[]> _prices = new("--price")
    {
        Description = "The price of a model in dollars for a million tokens read/written, as in <model>=3/15.",
        HelpName = "model=in/out",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count warnings as failures." };

    private readonly Option<bool> _record = new("--record")
    {
        Description = "Write the answers that met their expectations into the cases, as their samples.",
    };

    private readonly Option<bool> _failOnStale = new("--fail-on-stale")
    {
        Description = "Fail where a sample was recorded of other content than is tested.",
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

    /// <summary>What the command line says.</summary>
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
            : throw new Failure($"--price {text}: write it as <model>=<dollars read>/<dollars written>, such as "
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
