using System.Collections.Immutable;
using System.Text;
using Infra.Diagnostics;
using Infra.Spelling;

namespace Infra.Tests.Support;

/// <summary>infra/Problems.md, which <c>prompts explain</c> prints: made from messages, samples and reasons.</summary>
internal static class ProblemsPage
{
    private const int Widest = 100;
    private const int LinesBefore = 2;

    /// <summary>What comes before the first problem.</summary>
    public static string Header { get; } = $"""
        # Problems

        Every problem has a permanent code and a place: `prompts/greeting.yaml(5,9): error PRM012: ...`. A warning may
        be allowed where it stands, with a reason: `# prompts: allow PRM031 because ...` on the line above.
        `prompts explain PRM012` prints what this page says of a code.

        A test makes this page from the messages, the annotated samples and `infra/Core/Diagnostics/Reasons.txt`.
        Retired, and never given to another problem: {string.Join(", ", Problems.Retired)}.


        """;

    /// <summary>The page.</summary>
    public static string Text()
    {
        var codes = ProblemMethods.All.GroupBy(problem => problem.Example.Code).ToArray();
        return Header + "| Code | | What is wrong |\n|---|---|---|\n"
            + string.Concat(codes.Select(Row))
            + string.Concat(codes.Select(same => $"\n## {same.Key}\n\n{Section(same.Key, [.. same])}"));
    }

    private static string Row(IGrouping<string, (string Summary, Diagnostic Example)> same) =>
        $"| [{same.Key}](#{same.Key.ToLowerInvariant()}) | {Severities(same)} "
        + $"| {Escaped(string.Join("<br>", same.Select(problem => problem.Summary).Distinct()), "|")} |\n";

    private static string Section(string code, ImmutableArray<(string Summary, Diagnostic Example)> same)
    {
        var text = new StringBuilder();
        text.Append($"**{Severities(same)}**: ").AppendJoin(' ', same.Select(problem => problem.Summary).Distinct())
            .Append("\n\n");
        var reason = ProblemReason.All.GetValueOrDefault(code);
        text.Append(reason is null ? "" : $"{Escaped(reason.Why)}\n\n");
        if (ProblemSample.Of(code) is { } sample)
        {
            text.Append($"Wrong, in `{sample.Path}`:\n\n```yaml\n").Append(Wrong(sample)).Append("```\n\n");
            text.Append(Right(sample, reason) is { Length: > 0 } right ? $"Right:\n\n```yaml\n{right}```\n\n" : "");
        }
        else if (CommandSample.All.GetValueOrDefault(code) is { } run)
        {
            text.Append(CommandSampleText.Wrong(code, run)).Append(CommandSampleText.Right(run));
        }
        else
        {
            text.Append("It is reported like this:\n\n```text\n")
                .AppendJoin('\n', same.Select(problem => $"{problem.Example}")).Append("\n```\n\n");
        }

        text.Append("What to do: ")
            .AppendJoin(' ', same.Select(problem => Escaped(Advice(problem.Example.Message))).Distinct()).Append('\n');
        return text.Append(reason?.Source is { } source ? $"\nSource: {source}.\n" : "").ToString();
    }

    /// <summary>The line where a problem is, and what is said of it.</summary>
    public static string Wrong(ProblemSample sample)
    {
        var (shown, start) = Shown(sample.Lines[sample.Line], sample.Column);
        var column = sample.Column - start;
        var pointer = column <= 1 ? "# " : $"#{new string(' ', column - 2)}^ ";
        return $"{Before(sample.Lines, sample.Line)}{shown}\n{pointer}{sample.Said}\n";
    }

    /// <summary>What the reason says in place of the line, or else what the sound twin has there.</summary>
    private static string Right(ProblemSample sample, ProblemReason? reason)
    {
        if (reason?.Right is { } stated)
        {
            return Before(sample.Lines, sample.Line) + string.Concat(stated.Select(line => $"{line}\n"));
        }

        if (sample.Twin is not { } twin)
        {
            return "";
        }

        var start = sample.Lines.Zip(twin).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = sample.Lines.Reverse().Zip(twin.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        end = Math.Max(start + 1, twin.Length - end);
        return Before(twin, start) + string.Concat(twin[start..end].Select(line => $"{Shown(line, 1).Text}\n"));
    }

    private static string Before(ImmutableArray<string> lines, int line) => string.Concat(
        lines[Math.Max(0, line - LinesBefore)..line].Select(before => $"{Shown(before, 1).Text}\n"));

    /// <summary>The part of a line around a column, and how much of it is left out before.</summary>
    private static (string Text, int Start) Shown(string line, int column)
    {
        var start = line.Length <= Widest || column < Widest ? 0 : column - (Widest / 2);
        return (TerminalText.Line(Cut.Head(line[start..], Widest)), start);
    }

    private static string Severities(IEnumerable<(string Summary, Diagnostic Example)> same) =>
        string.Join(", ", same.Select(problem => problem.Example.Severity).Distinct().OrderDescending()
            .Select(severity => severity is Severity.Error ? "error" : "warning"));

    /// <summary>A message says what is wrong, then what to do;
    /// where only the file can tell, it makes a suggestion.</summary>
    private static string Advice(string message) => message.IndexOf(". ", StringComparison.Ordinal) switch
    {
        < 0 => message,
        var end when message[(end + 2)..] is ['…', ..] => "See the suggestion.",
        var end when message[(end + 2)..] is ['(', ..] => message,
        var end => message[(end + 2)..],
    };

    private static string Escaped(string text, string also = "") => also.Aggregate(
        text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("&lt;br>", "<br>", StringComparison.Ordinal),
        (done, sign) => done.Replace($"{sign}", $"\\{sign}", StringComparison.Ordinal));
}
