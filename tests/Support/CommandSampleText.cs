using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Targets;

namespace Infra.Tests.Support;

/// <summary>A sample of what a command reports, as Markdown: what is wrong, and what is right.</summary>
internal static partial class CommandSampleText
{
    private const string Commit = "$ git commit";
    private const int LinesBefore = 2;

    /// <summary>A file with no more lines is shown whole.</summary>
    private const int Small = 6;

    /// <summary>The file and the line where a problem is, or what changed, and what is reported.</summary>
    public static string Wrong(string code, CommandSample sample)
    {
        var said = Said().Match(sample.WrongStep.Body);
        var (path, line) = (said.Groups[1].Value, Number(said.Groups[2]));
        if (!Changes(sample).Any() && (line > 1 || Language(path) is "text")
            && Latest(sample.Before, path) is { } text)
        {
            var shown = new ProblemSample(
                code, "", path, [.. text.Split('\n')], line - 1, Number(said.Groups[3]), said.Groups[4].Value)
            {
                Company = 1,
            };
            var by = sample.WrongCommand is "prompts validate" ? "" : $", for `{sample.WrongCommand}`";
            return $"Wrong, in `{path}`{Among(sample)}{by}:\n\n{Fence(Language(path), ProblemsPage.Wrong(shown))}";
        }

        return "Wrong:\n\n" + string.Concat(Changes(sample))
            + Fence("text", $"$ {sample.WrongCommand}\n{said.Value}\n");
    }

    /// <summary>The files that are too many to show.</summary>
    private static string Among(CommandSample sample) => string.Concat(sample.Before
        .Where(step => step.IsFile && step.Times > 1)
        .TakeLast(1)
        .Select(step => string.Create(
            CultureInfo.InvariantCulture, $", with `{step.Path}` and {step.Times - 1:N0} more like it")));

    /// <summary>What is written and called instead.</summary>
    public static string Right(CommandSample sample)
    {
        var text = new StringBuilder("Right:\n\n");
        var commands = new List<string>();
        foreach (var step in sample.Mending)
        {
            if (!step.IsFile)
            {
                commands.Add(step.Head);
                continue;
            }

            text.Append(Called(commands)).Append(Changed(sample, step));
            commands.Clear();
        }

        if (commands.Count > 0 || sample.RightCommand != sample.WrongCommand)
        {
            commands.Add($"$ {sample.RightCommand}");
        }

        return text.Append(Called(commands)).ToString();
    }

    private static string Called(List<string> commands) =>
        commands.Count == 0 ? "" : Fence("text", string.Concat(commands.Select(command => $"{command}\n")));

    /// <summary>What the last steps change in what is committed.</summary>
    private static IEnumerable<string> Changes(CommandSample sample) =>
        sample.Before.Any(step => step.Head == Commit)
            ? sample.Before.Reverse().TakeWhile(step => step.Head != Commit).Where(step => step.IsFile).Reverse()
                .Select(step => Changed(sample, step))
            : [];

    private static string Changed(CommandSample sample, CommandSample.Step step)
    {
        var committed = sample.Before.Reverse().SkipWhile(before => before.Head != Commit).Reverse().ToArray();
        if (committed.Length > 0 && Latest(committed, step.Path) is { } old)
        {
            return old == step.Body
                ? $"`{step.Path}` as it was.\n\n"
                : Fence("diff", UnifiedDiff.Of(step.Path, old, step.Body));
        }

        var wrong = Latest(sample.Before, step.Path);
        var shown = wrong is null || wrong == step.Body || step.Body.Count(sign => sign == '\n') <= Small
            ? step.Body
            : Region(wrong.Split('\n'), step.Body.Split('\n'));
        return $"`{step.Path}`:\n\n{Fence(Language(step.Path), shown)}";
    }

    private static string Region(string[] wrong, string[] right)
    {
        var start = wrong.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var same = wrong.Reverse().Zip(right.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = Math.Max(Math.Min(start + 1, right.Length), right.Length - same);
        // A comment is shown with the line that it stands above.
        end += end < right.Length && right[end - 1].TrimStart().StartsWith('#') ? 1 : 0;
        return string.Concat(right[Math.Max(0, start - LinesBefore)..end].Select(line => $"{line}\n"));
    }

    private static string? Latest(IEnumerable<CommandSample.Step> steps, string path) =>
        steps.LastOrDefault(step => step.IsFile && step.Path == path)?.Body;

    private static string Fence(string language, string text) => $"```{language}\n{text}```\n\n";

    private static string Language(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) ? "yaml" : "text";

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(.+?)\((\d+),(\d+)\): ((?:error|warning) PRM\d{3}: .*)$", RegexOptions.Multiline)]
    private static partial Regex Said();
}
