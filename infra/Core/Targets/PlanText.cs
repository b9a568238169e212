using Infra.Changes;
using Infra.Graphs;
using Infra.Planning;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets;

/// <summary>Renders a plan for people, grouped by prompt and flow.</summary>
public static class PlanText
{
    /// <summary>How many owners or aliases are written at once: each write wakes the reading process.</summary>
    private const int AtOnce = 64;

    /// <summary>Writes the plan as plain text.</summary>
    public static void Write(Plan plan, TextWriter output)
    {
        output.WriteLine($"Stack {TerminalText.Line(plan.Stack)} declares {Counts(plan)}.");
        var types = plan.Resources.Select(resource => resource.Type.Length).DefaultIfEmpty().Max();
        var names = plan.Resources.Select(resource => resource.Name.Length).DefaultIfEmpty().Max();
        foreach (var some in plan.Resources.GroupBy(resource => resource.Owner).Chunk(AtOnce))
        {
            output.Write(string.Concat(some.SelectMany(group => group
                .Select(resource => TerminalText.Line(
                    $"  {resource.Type.PadRight(types)}  {resource.Name.PadRight(names)}  {resource.Because}")
                    + output.NewLine)
                .Prepend($"{output.NewLine}{TerminalText.Line(group.Key)}{output.NewLine}"))));
        }

        WriteAliases(plan, output);
        WriteAlarms(plan, output);
        foreach (var line in Unmeasured(plan, TerminalText.Line))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Writes the plan as Markdown.</summary>
    public static void WriteMarkdown(Plan plan, TextWriter output)
    {
        var flows = plan.Aliases
            .Where(alias => FlowContent.IsFlow(alias.Content))
            .ToDictionary(alias => alias.Owner, alias => (Value.Map)alias.Content, StringComparer.Ordinal);
        output.WriteLine($"### Stack {MarkdownText.Code(plan.Stack)} declares {Counts(plan)}");
        foreach (var group in plan.Resources.GroupBy(resource => resource.Owner))
        {
            output.WriteLine();
            output.WriteLine($"#### {MarkdownText.Of(group.Key)}");
            output.WriteLine();
            output.WriteLine("| type | name | why |");
            output.WriteLine("|---|---|---|");
            foreach (var resource in group)
            {
                output.WriteLine($"| {resource.Type} | {MarkdownText.CodeCell(resource.Name)} "
                    + $"| {MarkdownText.ProseCell(resource.Because)} |");
            }

            if (flows.TryGetValue(group.Key, out var flow))
            {
                output.Write($"\n{Mermaid.Fenced(FlowSketch.Of(flow))}");
            }
        }

        foreach (var line in Unmeasured(plan, MarkdownText.Of))
        {
            output.WriteLine(line.StartsWith(' ') ? $"- {line.TrimStart()}" : line);
            if (line.EndsWith(':'))
            {
                output.WriteLine();
            }
        }
    }

    /// <summary>The numbers of definitions and resources, in words.</summary>
    public static string Counts(Plan plan)
    {
        var kinds = plan.Aliases
            .GroupBy(alias => alias.Kind)
            .OrderByDescending(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => Count(kind.Count(), kind.Key));
        var what = string.Join(" and ", kinds);
        return what.Length == 0 ? "nothing" : $"{what} as {Count(plan.Resources.Length, "resource")}";
    }

    private static IEnumerable<string> Unmeasured(Plan plan, Func<string, string> spelt) => plan.Unmeasured.IsEmpty
        ? []
        : ["", "Not metered by prompt:", .. plan.Unmeasured.Select(use => $"  {spelt($"{use.Owner}: {use.What}")}")];

    private static void WriteAliases(Plan plan, TextWriter output)
    {
        if (plan.Aliases.IsEmpty)
        {
            return;
        }

        var parameters = plan.Aliases.Max(alias => alias.Parameter.Length);
        output.WriteLine();
        output.WriteLine("Applications look up");
        foreach (var some in plan.Aliases.Chunk(AtOnce))
        {
            output.Write(string.Concat(some.Select(alias =>
                $"  {TerminalText.Line(alias.Parameter).PadRight(parameters)}  {Serves(alias)}{output.NewLine}")));
        }
    }

    private static void WriteAlarms(Plan plan, TextWriter output)
    {
        foreach (var (alarm, index) in plan.Resources.Where(resource => resource.Type == ResourceTypes.Alarm)
            .Select((alarm, index) => (alarm, index)))
        {
            output.Write(index == 0 ? $"{output.NewLine}CloudWatch watches{output.NewLine}" : "");
            output.WriteLine($"  {TerminalText.Line($"{alarm.Owner}: {alarm.Because}")}");
        }
    }

    private static string Serves(DeclaredAlias alias) =>
        alias.Release is { } release ? $"release {release}" : "the draft";

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
