using Infra.Smoke;

namespace Infra.Cli.Smoke;

/// <summary>Keeps a limit of costs honest: what costs nobody knows how much is not called under one.</summary>
internal static class Costs
{
    /// <summary>Refuses a run with a limit whose costs cannot be counted.</summary>
    /// <exception cref="Failure">The price of something is unknown.</exception>
    public static void RefuseUnknown(SmokeOptions options, Side side, SmokePlan plan)
    {
        if (options.MaxCost is null)
        {
            return;
        }

        var unknown = plan.Cases
            .Select(test => test.Target.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !options.Prices.Knows(side.Expected.Model(name)))
            .Select(name => $"{name} ({side.Expected.Model(name) ?? "more than one model"})")
            .ToArray();
        if (unknown.Length > 0)
        {
            throw new Failure($"--max-cost needs the price of everything that is called, and it is unknown of "
                + $"{string.Join(", ", unknown)}. State it with --price, or leave them out with --filter.");
        }
    }
}
