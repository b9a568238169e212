using System.Globalization;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>Renders the cost of calls of a stack's prompts.</summary>
public static class CostTable
{
    /// <summary>What the numbers are based on.</summary>
    public const string Basis = "Input: each prompt with its variables' examples, 3 to 6 letters (or 1 to 3 digits and "
        + "signs, or 0.5 to 2 characters of other scripts) a token; output: none to maxTokens.";

    /// <summary>Text for a terminal.</summary>
    public static void Write(StackCost costs, TextWriter output)
    {
        var widest = costs.Lines.Select(line => line.Name.Length).DefaultIfEmpty().Max();
        output.WriteLine($"US dollars for {CallCost.Calls.ToString("N0", CultureInfo.InvariantCulture)} calls");
        foreach (var line in costs.Lines)
        {
            output.WriteLine($"  {line.Name.PadRight(widest)}  {line.Cost}{Month(line)}");
        }

        output.WriteLine(Total(costs) is { } total ? $"A month: {total}" : "Give the calls of a month with --calls.");
        output.WriteLine(Basis);
    }

    /// <summary>Markdown for an issue or a pull request.</summary>
    public static void WriteMarkdown(StackCost costs, TextWriter output)
    {
        output.WriteLine("| prompt | model | 1,000 calls | calls a month | a month |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var line in costs.Lines)
        {
            output.WriteLine($"| {line.Name} | `{line.Cost.Model}` | {line.Cost} | {line.Calls} | {Range(line)} |");
        }

        output.WriteLine();
        output.WriteLine(Total(costs) is { } total ? $"A month: {total}. {Basis}" : Basis);
    }

    /// <summary>JSON for programs; what is unknown is left out, never zero.</summary>
    public static Value Json(StackCost costs) => Map(
        ("prompts", List(costs.Lines.Select(line => Map(
            ("name", line.Name),
            ("model", line.Cost.Model),
            ("inputTokens", List(line.Cost.Input.Least, line.Cost.Input.Most)),
            ("maxTokens", line.Cost.MostOutput is { } most ? most : null),
            ("leastPer1000Calls", Number(line.Cost.Least)),
            ("mostPer1000Calls", Number(line.Cost.Most)),
            ("calls", line.Calls is { } calls ? (Value)(decimal)calls : null),
            ("leastPerMonth", Number(line.Least)),
            ("mostPerMonth", Number(line.Most)))))),
        ("leastPerMonth", Number(costs.Least)),
        ("mostPerMonth", Number(costs.Most)),
        ("unknown", List(costs.Lines.Where(line => line.Cost.Price is null).Select(line => (Value)line.Name))));

    private static string Month(CostLine line) => line.Calls is { } calls
        ? string.Create(CultureInfo.InvariantCulture, $"; {calls:N0} a month: {Range(line)}")
        : "";

    private static string Range(CostLine line) => line.Calls is null ? ""
        : line.Least is not { } least ? "unknown"
        : $"{CallCost.Spell(least)} to {(line.Most is { } most ? CallCost.Spell(most) : "unbounded")}";

    private static string? Total(StackCost costs)
    {
        if (costs.Least is not { } least)
        {
            return null;
        }

        var unknown = costs.Lines.Where(line => line.Calls is not null && line.Cost.Price is null).ToArray();
        var most = costs.Most is { } sum ? CallCost.Spell(sum)
            : unknown.Length > 0 ? "unknown" : "unbounded";
        return $"{CallCost.Spell(least)} to {most}"
            + (unknown.Length == 0 ? "" : $", without {string.Join(", ", unknown.Select(line => line.Name))}");
    }

    private static Value? Number(decimal? number) => number is { } known ? known : null;
}
