using System.Collections.Immutable;
using Infra.Smoke.Reports;
using Spectre.Console;

namespace Infra.Cli.Running;

/// <summary>Shows cases while they run: a live table on a terminal, plain lines otherwise.</summary>
internal static class CaseDisplay
{
    /// <summary>Runs the cases and shows them.</summary>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="run">Runs them, and reports the number of each case that is done.</param>
    public static async Task<ImmutableArray<CaseResult>> Show(
        Host host,
        ImmutableArray<ReadyCase> cases,
        Func<Action<int, CaseResult>, Task<ImmutableArray<CaseResult>>> run)
    {
        var isOne = cases.Select(test => test.Stack).Distinct(StringComparer.Ordinal).Count() < 2;
        var lines = new CaseLines(host.Out, number => isOne ? "" : $"{cases[number].Stack}: ");
        if (!host.IsTerminal)
        {
            var told = await run(lines.Tell).ConfigureAwait(false);
            lines.End(told);
            return told;
        }

        // The table disappears after the run, and lines are printed instead, which can be scrolled and copied.
        var results = await Live(host, cases.Length, run).ConfigureAwait(false);
        lines.End(results);
        return results;
    }

    private static Task<ImmutableArray<CaseResult>> Live(
        Host host, int count, Func<Action<int, CaseResult>, Task<ImmutableArray<CaseResult>>> run)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(host.Out) });
        var table = new LiveTable(count);
        return console.Live(table.Render()).AutoClear(true).StartAsync(context => run((_, result) =>
        {
            table.Add(result);
            context.UpdateTarget(table.Render());
        }));
    }
}
