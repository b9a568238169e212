using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Infra.Planning;
using Infra.Spelling;
using Infra.Targets;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts cost &lt;stack&gt;</c> estimates what the calls of a month cost.</summary>
internal static class CostCommand
{
    /// <summary>The largest file with numbers of calls, in bytes; a line for each name takes far less.</summary>
    private const int Largest = 16 * 1024 * 1024;

    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        Option<string?> calls = new("--calls")
        {
            Description = "A CSV file with the calls per month: a line 'name,calls' for each prompt.",
            HelpName = "file",
        };
        var format = Shared.Format("text", "markdown", "json");
        Command command = new("cost", "Estimate what calls of a stack's prompts cost, as a range.")
        {
            stack, calls, format,
        };
        command.SetAction(line => Run(
            host, line.Project(host), line.GetRequiredValue(stack), line.GetValue(calls), line.GetValue(format)!));
        return command;
    }

    private static int Run(Host host, string folder, string stack, string? calls, string format)
    {
        var project = host.Read(folder).Value!;
        var settings = ProjectChecks.Settings(project, stack);
        var volumes = calls is null
            ? ImmutableSortedDictionary<string, long>.Empty
            : Volumes(ProjectFile.ReadText(host.PathOf(calls), Largest), calls);
        var costs = StackCost.Of(project, settings, volumes);
        switch (format)
        {
            case "json":
                host.Out.WriteLine(CanonicalJson.Indented(CostTable.Json(costs)));
                break;
            case "markdown":
                CostTable.WriteMarkdown(costs, host.Out);
                break;
            default:
                CostTable.Write(costs, host.Out);
                break;
        }

        foreach (var stranger in volumes.Keys.Where(name => costs.Lines.All(line => line.Name != name)))
        {
            host.Error.WriteLine(TerminalText.Line($"{calls}: stack {stack} serves no prompt '{stranger}'."));
        }

        return ExitCode.Success;
    }

    private static ImmutableSortedDictionary<string, long> Volumes(string text, string file)
    {
        var volumes = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Trim() is "" or "name,calls")
            {
                continue;
            }

            if (line.Split(',') is not [var name, var number]
                || !long.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var calls)
                || !volumes.TryAdd(name.Trim(), calls))
            {
                throw new Failure($"{file}({index + 1}): write each name once, as in 'greeting-email,12000'.");
            }
        }

        return volumes.ToImmutable();
    }
}
