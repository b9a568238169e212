using Infra.Smoke.Cases;
using Infra.Smoke.Rubrics;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Enforces a limit of costs: what has an unknown cost is not called under a limit.</summary>
internal static class Costs
{
    /// <summary>Refuses a run with a limit if its costs cannot be counted.</summary>
    /// <exception cref="Failure">A price is unknown.</exception>
    public static void RefuseUnknown(SmokeOptions options, StackUnderTest tested, SmokePlan plan)
    {
        if (options.MaxCost is null)
        {
            return;
        }

        var known = tested.Settings.Models.With(options.Prices);

        // AWS does not report the tokens of a flow's nodes.
        var unknown = plan.Cases
            .Select(test => test.Target)
            .DistinctBy(target => target.Name)
            .Where(target => target.Kind is "flow"
                || tested.Expected.Model(target.Name) is not { } model || known.Price(model) is null)
            .Select(target => $"{target.Name} ({target.Kind}, {tested.Expected.Model(target.Name) ?? "no model"})")
            .ToArray();
        var judges = options.Local ? [] : plan.Cases
            .Where(test => !RubricChecks.Of(test.Case.Expectations).IsEmpty)
            .Select(test => (test.Case.Judge?.Or(tested.Settings.Judge) ?? tested.Settings.Judge)?.Model?.Value)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(judge => known.Price(judge) is null)
            .Select(judge => $"the judge {judge}");
        unknown = [.. unknown, .. judges];
        if (unknown.Length > 0)
        {
            throw new Failure("--max-cost needs the price of every model that is called, and no price is known for "
                + $"{string.Join(", ", unknown)}. State it with --price, or leave those tests out with --filter.");
        }
    }
}
