using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Tests.Support;

/// <summary>
/// A problem that a command reports: tests/Samples/commands/PRM170.txt. The file is a sequence of steps, each headed by
/// a line between dashes: a file to write (with <c>(301 times)</c>, once for each <c>{n}</c> from 1), <c>$</c> and a
/// command to run, <c>base:</c> and another sample's steps to take first; then <c>wrong:</c> and <c>right:</c> with a
/// command of the console and what it reports. What stands between those two mends it.
/// </summary>
internal sealed partial record CommandSample(ImmutableArray<CommandSample.Step> Steps)
{
    private const string Wrong = "wrong:";
    private const string Right = "right:";

    /// <summary>A line between dashes, and what follows it.</summary>
    internal sealed record Step(string Head, string Body)
    {
        /// <summary>The command behind one of the words that stand before commands; null for another step.</summary>
        public string? After(string word) =>
            Head.StartsWith(word, StringComparison.Ordinal) ? Head[word.Length..].Trim() : null;

        /// <summary>Whether it writes a file.</summary>
        public bool IsFile => !Head.StartsWith('$') && After(Wrong) is null && After(Right) is null;

        /// <summary>The file that it writes.</summary>
        public string Path => PathOf(1);

        /// <summary>How many files like it are written.</summary>
        public int Times => FileHead().Match(Head).Groups[2] is { Success: true, Value: var times }
            ? int.Parse(times, CultureInfo.InvariantCulture)
            : 1;

        /// <summary>The encoding in which it writes it, with its byte order mark; empty for UTF-8 without.</summary>
        public string Encoding => FileHead().Match(Head).Groups[3].Value;

        /// <summary>The path of one of the files.</summary>
        public string PathOf(int number) =>
            FileHead().Match(Head).Groups[1].Value.Replace("{n}", $"{number}", StringComparison.Ordinal);
    }

    /// <summary>Every sample by its code.</summary>
    public static IReadOnlyDictionary<string, CommandSample> All { get; } = In("commands", "PRM*.txt");

    /// <summary>What people often do wrong, by what it is: the message alone leads from the one to the other.</summary>
    public static IReadOnlyDictionary<string, CommandSample> Mistakes { get; } = In("mistakes", "*.txt");

    /// <summary>What the command that shows the problem is, and what it reports.</summary>
    public Step WrongStep => Steps.Single(step => step.After(Wrong) is not null);

    /// <summary>The command that shows the problem.</summary>
    public string WrongCommand => WrongStep.After(Wrong)!;

    /// <summary>The command that succeeds.</summary>
    public string RightCommand => Steps[^1].After(Right)!;

    /// <summary>What comes before the problem.</summary>
    public IEnumerable<Step> Before => Steps.TakeWhile(step => step != WrongStep);

    /// <summary>What mends it.</summary>
    public IEnumerable<Step> Mending => Steps.SkipWhile(step => step != WrongStep).Skip(1).SkipLast(1);

    /// <summary>What both commands report now.</summary>
    public async Task<(string Wrong, string Right)> Run() =>
        (await Report(Before, WrongCommand), await Report(Before.Concat(Mending), RightCommand));

    private static Dictionary<string, CommandSample> In(string folder, string files) => Directory
        .EnumerateFiles(Repository.Path("tests", "Samples", folder), files)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, Read, StringComparer.Ordinal);

    private static async Task<string> Report(IEnumerable<Step> steps, string command)
    {
        using var project = new TemporaryRepository();
        foreach (var step in steps)
        {
            if (step.IsFile)
            {
                Write(project, step);
            }
            else if (step.After("$ prompts ") is { } prepared)
            {
                var made = await PromptsConsole.Run(project.Path, Words(prepared));
                Xunit.Assert.True(made.Exit == 0, $"{step.Head}: {made.Error}");
            }
            else if (step.Head is "$ git commit")
            {
                project.Commit("Work");
            }
            else
            {
                Shell(project.Path, step.After("$")!);
            }
        }

        var run = await PromptsConsole.Run(project.Path, Words(command["prompts ".Length..]));
        var reported = run.Error.Split('\n').Where(line => Diagnostic().IsMatch(line));
        return string.Concat(reported.Select(line => $"{line}\n")) + $"exit {run.Exit}\n";
    }

    private static void Write(TemporaryRepository project, Step step)
    {
        foreach (var number in Enumerable.Range(1, step.Times))
        {
            project.Write(step.PathOf(number), step.Body);
        }

        if (step.Encoding.Length > 0)
        {
            File.WriteAllText(
                Path.Combine(project.Path, step.Path), step.Body, Encoding.GetEncoding(step.Encoding));
        }
    }

    private static void Shell(string folder, string command)
    {
        var words = Words(command);
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder })!;
        process.WaitForExit();
        Xunit.Assert.True(process.ExitCode == 0, command);
    }

    private static string[] Words(string command) =>
        [.. Word().Matches(command).Select(word => word.Value.Trim('\''))];

    private static CommandSample Read(string file)
    {
        var parts = Heading().Split(File.ReadAllText(file));
        var steps = parts.Skip(1).Chunk(2).Select(part => new Step(part[0], part[1]));
        return new([.. steps.SelectMany(step => step.After("base:") is { } other
            ? Read(Path.Combine(Path.GetDirectoryName(file)!, $"{other}.txt")).Steps
            : [step])]);
    }

    [GeneratedRegex("^-- (.+) --\n", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(.*?)(?: \((\d+) times\))?(?: \(([\w-]+)\))?$")]
    private static partial Regex FileHead();

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@": (?:error|warning) PRM\d{3}: ")]
    private static partial Regex Diagnostic();
}
