using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Workspace.Git;

/// <summary>Git keeps commits whose author's line another program wrote: no more than an odd line of history.</summary>
public sealed class OddCommitsTests
{
    [Theory]
    [InlineData("Ada <ada@example.com> 1700000000 +1500", "2023-11-14 22:13Z  Ada", "2023-11-14T22:13:20+00:00")]
    [InlineData("Ada <ada@example.com> 1700000000 -9999", "2023-11-14 22:13Z  Ada", "2023-11-14T22:13:20+00:00")]
    [InlineData("Ada <ada@example.com> 1700000000 +0530", "2023-11-14 22:13Z  Ada", "2023-11-15T03:43:20+05:30")]
    [InlineData("Ada <ada@example.com> 99999999999999 +0000", "at an unknown time  Ada", null)]
    [InlineData("Ada <ada@example.com> 99999999999999999999999 +0000", "at an unknown time  Ada", null)]
    [InlineData("Ada <ada@example.com> 253402300799 -1200", "9999-12-31 23:59Z  Ada", "9999-12-31T11:59:59-12:00")]
    [InlineData("Ada <ada@example.com>", "at an unknown time  Ada", null)]
    [InlineData("Ada <ada@example.com> abc +0000", "at an unknown time  Ada", null)]
    [InlineData("Ada <ada@example.com> -5 +0000", "at an unknown time  Ada", null)]
    [InlineData("Ada", "at an unknown time  unknown", null)]
    [InlineData("", "at an unknown time  unknown", null)]
    [InlineData("<> 1700000000 +0000", "2023-11-14 22:13Z  unknown", "2023-11-14T22:13:20+00:00")]
    [InlineData("A\u001fB <a@b> 1700000000 +0000", "2023-11-14 22:13Z  A?B", "2023-11-14T22:13:20+00:00")]
    public async Task An_odd_author_s_line_is_told_as_far_as_it_goes(string author, string text, string? date)
    {
        using var project = new MovingProject();
        (await project.Released("greeting", 1)).Stack("prod", "config:\n  bedrock-prompts:live:\n    greeting: 1\n");
        project.Files.Commit("Start");
        Rewrite(project.Files, author);

        var history = await project.Run("history", "greeting");
        var json = await project.Run("history", "greeting", "--format", "json");

        Assert.Equal((ExitCode.Success, ""), (history.Exit, history.Error));
        Assert.StartsWith($"{text}  ", history.Output, StringComparison.Ordinal);
        Assert.Contains(
            date is null ? "\"author\"" : $"\"date\": \"{date}\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_it_stop_a_promotion_that_looks_at_the_history()
    {
        using var project = new MovingProject();
        (await project.Released("greeting", 2))
            .Stack("dev", "config:\n  bedrock-prompts:live:\n    greeting: [1, 2]\n")
            .Stack("prod", "config:\n  bedrock-prompts:protect: true\n  bedrock-prompts:live:\n    greeting: 1\n");
        project.Files.Commit("Start");
        Rewrite(project.Files, "Ada <ada@example.com> 1700000000 +9900");

        Assert.Equal(ExitCode.Success, (await project.Run("promote", "greeting", "--stack", "prod")).Exit);
    }

    /// <summary>Gives the newest commit another author's line, which git itself would not write.</summary>
    private static void Rewrite(TemporaryRepository files, string author)
    {
        var lines = files.Git("cat-file", "commit", "HEAD").Split('\n');
        var odd = lines.Select(line =>
            line.StartsWith("author ", StringComparison.Ordinal) ? $"author {author}" : line);
        files.Write(".git/odd", string.Join('\n', odd));
        var id = files.Git("hash-object", "-t", "commit", "-w", "--literally", ".git/odd").Trim();
        files.Git("update-ref", "HEAD", id);
    }
}
