using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed partial class CatalogCommandTests : IDisposable
{
    private const string Live = "config:\n  aws:region: us-east-1\n  bedrock-prompts:live:\n";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_page_tells_who_changed_released_and_moved_a_prompt()
    {
        var commits = await Script();

        var page = await Page(_project.Files.Path);

        Lines(HistoryOf(page)).Should().Equal(
            $"2026-03-05 prod rolled back: release 2 -> 1, because rude Ada, {commits[3]}",
            $"2026-03-03 prod promoted: release 1 -> 2 (#7) Grace, {commits[2]}",
            $"2026-03-02 released: release 2 (#7); Shorter Grace, {commits[1]}",
            $"2026-03-01 released: release 1; prod promoted: release 1; Start Ada, {commits[0]}");
        page.Should().Contain("<strong>Release 2</strong> "
            + "<span class=\"by\"><time>2026-03-02</time> Grace</span>");
    }

    [Fact]
    public async Task The_same_commit_makes_the_same_page()
    {
        await Script();

        (await Page(_project.Files.Path)).Should().Be(await Page(_project.Files.Path));
    }

    [Fact]
    public async Task What_a_commit_says_is_text()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");
        _project.Files.Commit("</span><script>alert(1)</script>", "A &amp; B");

        var page = await Page(_project.Files.Path);

        page.Should().Contain("&lt;/span&gt;&lt;script&gt;alert(1)").And.Contain("A &amp;amp; B")
            .And.NotContain("<script>alert");
    }

    [Fact]
    public async Task Without_git_there_is_no_history_and_the_page_is_whole()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");
        Directory.Delete(Path.Combine(_project.Files.Path, ".git"), recursive: true);

        var run = await _project.Run("catalog", "-o", "page");

        run.Exit.Should().Be(ExitCode.Success);
        run.Error.Should().StartWith("The page has no history. ").And.Contain("git repository");
        _project.Files.Read("page/index.html").Should().Contain("Release 1").And.NotContain("History");
    }

    private async Task<string[]> Script()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");
        var start = Commit("Start", "Ada");
        _project.Files.Git("checkout", "--quiet", "-b", "side");
        _project.Draft("greeting", 2);
        await _project.Run("release", "greeting");
        var released = Commit("Shorter", "Grace");
        _project.Stack("prod", Live + "    greeting: [1, 2]\n");
        var promoted = Commit("Promote", "Grace");
        _project.Files.Git("checkout", "--quiet", "main");
        _project.Files.Git("merge", "--quiet", "--no-ff", "-m", "Merge pull request #7 from shop/side", "side");
        _project.Stack("prod", Live + "    greeting: { kept: [1, 2], live: 1 }\n");
        var back = Commit("Roll back greeting\n\nBecause: rude", "Ada");
        return [start, released, promoted, back];
    }

    private string Commit(string message, string author) => _project.Files.Commit(message, author)[..10];

    private static async Task<string> Page(string project)
    {
        using var folder = new TemporaryFolder();
        var run = await PromptsConsole.Run(project, "catalog", "-o", folder.Path);
        run.Exit.Should().Be(ExitCode.Success, run.Error);
        return folder.Read("index.html");
    }

    private static string HistoryOf(string page) =>
        page[page.IndexOf("<ul class=\"history\">", StringComparison.Ordinal)..];

    private static IEnumerable<string> Lines(string history) =>
        from line in history[..history.IndexOf("</ul>", StringComparison.Ordinal)].Split('\n')
        where line.StartsWith("<li>", StringComparison.Ordinal)
        select WebUtility.HtmlDecode(Tag().Replace(line.Replace("<br>", "; ", StringComparison.Ordinal), ""));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
