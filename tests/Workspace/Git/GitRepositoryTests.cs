using System.Globalization;
using System.Text;
using FluentAssertions;
using Infra.Workspace.Git;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Workspace.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private readonly TemporaryRepository _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_revision_is_resolved_to_the_id_of_its_commit()
    {
        var id = _files.Write("a", "1").Commit("one");
        _files.Write("a", "2").Commit("two");

        (await Project().Commit("HEAD~1", default)).Should().Be(id);
    }

    [Theory]
    [InlineData("nowhere", "Git does not know the revision 'nowhere'.*")]
    [InlineData("--all", "Git does not know the revision '--all'.*")]
    [InlineData("HEAD:a", "Git does not know the revision 'HEAD:a'.*")]
    [InlineData("a\nb", "Git does not know the revision 'a\nb'.*")]
    public async Task What_is_no_commit_is_a_failure_with_advice(string revision, string message)
    {
        _files.Write("a", "1").Commit("one");

        await Project().Invoking(git => git.Commit(revision, default))
            .Should().ThrowAsync<Failure>().WithMessage(message);
    }

    /// <summary>Each names a program that git would have run for a missing object.</summary>
    [Theory]
    [InlineData("remote.evil.url", "ext::touch {0}", "protocol.ext.allow", "always")]
    [InlineData("remote.evil.url", "ssh://nowhere/x", "core.sshCommand", "touch {0}; :")]
    [InlineData("remote.evil.url", "git://localhost:1/x", "core.gitProxy", "touch {0}; :")]
    public async Task A_repositorys_own_configuration_starts_no_program(params string[] configuration)
    {
        var commit = _files.Write("a", "1").Commit("one");
        var blob = _files.Git("rev-parse", "HEAD:a").Trim();
        var started = Path.Combine(_files.Path, "started");
        File.Delete(Path.Combine(_files.Path, ".git", "objects", blob[..2], blob[2..]));
        _files.Git("config", "remote.evil.promisor", "true");
        _files.Git("config", "extensions.partialClone", "evil");
        foreach (var setting in configuration.Chunk(2))
        {
            _files.Git("config", setting[0], string.Format(CultureInfo.InvariantCulture, setting[1], started));
        }

        var found = await Project().Objects([commit, blob], default);

        found[0].Should().NotBeNull();
        found[1].Should().BeNull();
        File.Exists(started).Should().BeFalse();
    }

    [Fact]
    public async Task Entries_are_those_of_the_projects_folder_whatever_they_are_called()
    {
        string[] names = ["Pulumi.dev.yaml", "prompts/a b.yaml", "prompts/größe\t\"ä\".yaml", "prompts/a/1.yaml"];
        foreach (var name in names.Append("../elsewhere"))
        {
            _files.Write($"project/{name}", name);
        }

        var commit = _files.Commit("one");
        var git = Project("project");

        var direct = await git.Entries(commit, below: null, default);
        var below = await git.Entries(commit, "prompts", default);

        direct.Select(entry => (entry.Path, entry.Type))
            .Should().Equal(("Pulumi.dev.yaml", "blob"), ("prompts", "tree"));
        below.Select(entry => entry.Path).Should().BeEquivalentTo(names[1..]);
        var contents = await git.Objects([.. below.Select(entry => entry.Id)], default);
        contents.Select(content => Text(content!)).Should().Equal(below.Select(entry => entry.Path));
    }

    [Fact]
    public async Task Objects_are_found_by_path_and_one_that_is_missing_shifts_nothing()
    {
        _files.Write("project/a b", "one\n\ntwo").Write("project/empty", "");
        _files.Write("project/c/1", "").Write("project/c/2", "");
        var commit = _files.Commit("one");
        string[] paths = ["a b", "none at all", "x\ny", "empty", "c"];

        var found = await Project("project").Objects([.. paths.Select(path => $"{commit}:./{path}")], default);

        found.Take(4).Select(item => item is null ? null : Text(item)).Should().Equal("one\n\ntwo", null, null, "");
        found[4]!.Type.Should().Be("tree");
    }

    [Fact]
    public async Task A_large_answer_to_a_large_question_does_not_get_stuck()
    {
        _files.Write("a", new string('x', 100_000));
        var commit = _files.Commit("one");

        var found = await Project().Objects([.. Enumerable.Repeat($"{commit}:./a", 300)], default);

        found.Should().HaveCount(300).And.OnlyContain(item => item!.Content.Length == 100_000);
    }

    [Fact]
    public async Task A_folder_outside_any_repository_is_a_failure_that_says_so()
    {
        using var folder = new TemporaryFolder();

        await new GitRepository(folder.Path).Invoking(git => git.Commit("HEAD", default))
            .Should().ThrowAsync<Failure>()
            .WithMessage("This command needs a git repository, and the project is not in one. Run 'git init', or go "
                + "to a clone.");
    }

    [Fact]
    public async Task What_git_complains_about_is_one_line()
    {
        _files.Write("a", "1").Commit("one");

        await Project().Invoking(git => git.Read(["log", "--no-such-option"], default))
            .Should().ThrowAsync<Failure>().WithMessage("git log: fatal: unrecognized argument: --no-such-option");
    }

    [Fact]
    public async Task A_cancelled_run_ends_as_cancelled()
    {
        _files.Write("a", "1").Commit("one");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Project().Invoking(git => git.Read(["log"], source.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    private static string Text(GitObject item) => Encoding.UTF8.GetString(item.Content.Span);

    private GitRepository Project(string folder = ".") => new(Path.Combine(_files.Path, folder));
}
