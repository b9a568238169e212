using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Infra.Tests.Support.Pictures;
using Xunit;

namespace Infra.Tests;

/// <summary>The pictures on the README's first screen are what the console prints, or this fails.</summary>
public sealed class ReadmePicturesTests : IDisposable
{
    private const string Name = "greeting-email";

    private readonly TemporaryRepository _project = new();

    public ReadmePicturesTests()
    {
        var release = $"prompts/releases/{Name}/1.yaml";
        var sample = File.ReadAllText(Path.Combine(Repository.Samples, "prompts", $"{Name}.yaml"));
        _project
            .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
            .Write("Pulumi.prod.yaml", $"config:\n  aws:region: us-east-1\n  bedrock-prompts:live:\n    {Name}: 1\n")
            .Write($"prompts/{Name}.yaml", sample)
            .Write(release, File.ReadAllText(Path.Combine(Repository.Samples, release)))
            .Commit("Greet customers");
        _project.Write(
            $"prompts/{Name}.yaml",
            sample.Replace("under 100 words", "under 80 words", StringComparison.Ordinal));
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_terminal_from_a_release_to_a_rollback()
    {
        (string, string)[] runs =
        [
            await Run("release", Name, "--note", "Shorter greetings"),
            await Run("promote", Name, "--stack", "prod"),
            await Run("rollback", Name, "--stack", "prod"),
        ];

        Compare("terminal.svg", TerminalPicture.Of(
            "A terminal: 'prompts release' freezes a prompt and says what changed, 'prompts promote' and "
                + "'prompts rollback' change one line of Pulumi.prod.yaml.", runs));
    }

    [Fact]
    public async Task The_comment_on_the_pull_request_that_promotes()
    {
        await Run("release", Name, "--note", "Shorter greetings");
        await Run("promote", Name, "--stack", "prod");

        var (_, comment) = await Run("plan", "--all", "--against", "main", "--format", "markdown");

        Compare("comment.svg", CommentPicture.Of(
            "The comment on a pull request: what callers in prod get instead, the text word by word, "
                + "and the three resources that change.", comment));
    }

    private static void Compare(string file, Picture picture) =>
        Recorded.EqualAt(Repository.Path(".github", "pictures", file), picture.Svg());

    /// <summary>What people typed, and what they saw: results and talk alike.</summary>
    private async Task<(string Command, string Printed)> Run(params string[] words)
    {
        await using var screen = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(words, new Host(screen, screen, _project.Path) { AsOf = new(2026, 11, 27) });
        exit.Should().Be(ExitCode.Success, screen.ToString());
        return ($"prompts {string.Join(' ', words.Select(Quoted))}", screen.ToString());
    }

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
