using System.Diagnostics;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

/// <summary>
/// Runs what the README tells people to type, in its order, on a copy of the project it speaks of: the one that is
/// shipped, or, for people who have put their own in its place, the tests' own.
/// </summary>
public sealed partial class ReadmeTests
{
    /// <summary>The pages for users, in the order that they are read.</summary>
    internal static readonly string[] Pages =
    [
        "README.md", "prompts/README.md", "infra/Stack/README.md", "infra/Core/Exchange/README.md",
        "infra/Smoke/README.md", "infra/Local/README.md", "tests/Benchmarks/README.md",
    ];

    [Fact]
    public async Task Every_command_of_the_readme_works_in_the_order_it_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("readme-").FullName;
        CopySamples(folder);
        foreach (var line in Commands())
        {
            await Run(line, folder);
        }

        (await File.ReadAllTextAsync(Path.Combine(folder, "Pulumi.prod.yaml")))
            .Should().Contain("kept: [1, 2]").And.Contain("live: 1");
        (await PromptsConsole.Run(folder, "up", "prod", "--local")).Output
            .Should().MatchRegex("/bedrock-prompts/prod/greeting-email/live +release 1, version 1 ");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_first_command_deploys_the_samples_and_a_second_run_changes_nothing()
    {
        using var project = new TemporaryFolder();
        CopySamples(project.Path);
        var names = Directory.EnumerateFiles(Path.Combine(Told(), "prompts"), "*.yaml")
            .Select(file => $"/bedrock-prompts/dev/{Path.GetFileNameWithoutExtension(file)}/live ");

        var first = await PromptsConsole.Run(project.Path, FirstCommand());
        var second = await PromptsConsole.Run(project.Path, FirstCommand());

        names.Should().AllSatisfy(name => first.Output.Should().Contain(name));
        first.Error.Should().MatchRegex("Resources: [0-9]+ created\n$");
        second.Error.Should().MatchRegex("^Resources: [0-9]+ unchanged\n$");
        second.Output.Should().Be(first.Output);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task A_definition_that_is_shown_validates(string page, string yaml)
    {
        using var project = new TemporaryFolder();
        CopySamples(project.Path);
        await File.WriteAllTextAsync(Path.Combine(project.Path, "prompts", "shown.yaml"), yaml);

        var run = await PromptsConsole.Run(project.Path, "validate");

        run.Exit.Should().Be(ExitCode.Success, $"{page}: {run.Error}");
        // PRM155: it has no release, which staging would serve.
        run.Error.Split('\n').Should().NotContain(line => line.Contains("shown.yaml") && !line.Contains("PRM155"));
    }

    public static TheoryData<string, string> Definitions()
    {
        var shown = new TheoryData<string, string>();
        foreach (var page in Pages)
        {
            var text = File.ReadAllText(Repository.Path(page));
            foreach (var block in Yaml().Matches(text).Where(block => Definition().IsMatch(block.Value)))
            {
                shown.Add(page, block.Groups[1].Value);
            }
        }

        return shown;
    }

    [Fact]
    public async Task The_readme_lists_every_command_and_no_other()
    {
        var help = (await PromptsConsole.Run(Repository.Samples, "--help")).Output;
        var known = help.Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsLetter(line[2]))
            .Select(line => line.Trim().Split(' ')[0]);
        var told = InTable().Matches(Readme()).Select(match => match.Groups[1].Value).Distinct();

        told.Should().BeEquivalentTo(known);
    }

    private static IEnumerable<string> Commands() => Pages
        .SelectMany(page => Blocks().Matches(File.ReadAllText(Repository.Path(page))))
        .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Where(line => !line.StartsWith("prompts()", StringComparison.Ordinal));

    private static string[] FirstCommand() => Prompts().Match(Commands().First()).Groups[1].Value.Split(' ');

    private static async Task Run(string line, string folder)
    {
        if (Prompts().Match(line) is { Success: true } command)
        {
            var args = Words().Matches(command.Groups[1].Value).Select(word => word.Value.Trim('"')).ToArray();
            var run = await PromptsConsole.Run(folder, args);
            run.Exit.Should().Be(ExitCode.Success, $"{line}: {run.Error}");
            return;
        }

        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = folder })!;
        await shell.WaitForExitAsync();
        shell.ExitCode.Should().Be(0, line);
    }

    /// <summary>The shipped project while it has what the commands are about; the tests' copy when not.</summary>
    private static string Told() =>
        About().All(file => Content(Repository.Root, file) == Content(Repository.Samples, file))
            ? Repository.Root
            : Repository.Samples;

    /// <summary>The definitions and stacks that the commands name.</summary>
    private static IEnumerable<string> About() => Directory
        .EnumerateFiles(Path.Combine(Repository.Samples, "prompts"), "*.yaml")
        .Concat(Directory.EnumerateFiles(Repository.Samples, "Pulumi.*.yaml"))
        .Where(file => Commands().Any(line => line.Contains(
            Path.GetFileName(file).Split('.')[^2], StringComparison.Ordinal)))
        .Select(file => Path.GetRelativePath(Repository.Samples, file));

    private static string? Content(string folder, string file) =>
        Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    private static void CopySamples(string folder)
    {
        var from = Told();
        var files = Directory.EnumerateFiles(from, "Pulumi*.yaml")
            .Concat(Directory.EnumerateFiles(Path.Combine(from, "prompts"), "*", SearchOption.AllDirectories));
        foreach (var file in files)
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Readme() => File.ReadAllText(Repository.Path("README.md"));

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    /// <summary>Settings of stacks are shown in YAML, too.</summary>
    [GeneratedRegex("^(?:model|kind):", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex("^(?:dotnet run --project infra/Cli -- |prompts )(.*)$")]
    private static partial Regex Prompts();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^\| .*`prompts (\w+)", RegexOptions.Multiline)]
    private static partial Regex InTable();
}
