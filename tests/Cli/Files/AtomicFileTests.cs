using FluentAssertions;
using Infra.Cli.Files;
using Infra.Local.State;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Cli.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().Write("a.yaml", "before");

    private string File => _folder.File("a.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_says_what_the_new_text_was_made_from_is_replaced()
    {
        AtomicFile.Replace(File, "before", "after");

        _folder.Read("a.yaml").Should().Be("after");
        Directory.EnumerateFiles(_folder.Path).Should().Equal(File);
    }

    [Fact]
    public void A_file_that_somebody_changed_in_the_meantime_is_left_alone()
    {
        FluentActions.Invoking(() => AtomicFile.Replace(File, "earlier", "after"))
            .Should().Throw<Failure>().WithMessage("a.yaml was changed by somebody else in the meantime.*");

        _folder.Read("a.yaml").Should().Be("before");
        Directory.EnumerateFiles(_folder.Path).Should().Equal(File);
    }

    [Fact]
    public void A_file_that_somebody_is_replacing_is_left_alone()
    {
        Directory.CreateDirectory(_folder.File(".local"));
        using var theirs = FileGuard.Take(_folder.File(".local/a.yaml.lock"));

        FluentActions.Invoking(() => AtomicFile.Replace(File, "before", "after"))
            .Should().Throw<Failure>().WithMessage("Another command is changing a.yaml. Try again.");

        _folder.Read("a.yaml").Should().Be("before");
    }

    [Fact]
    public void What_a_killed_command_left_behind_stops_nobody()
    {
        _folder.Write("a.yaml.lock", "of an older version").Write(".local/a.yaml.lock", "").Write("a.yaml.new", "half");

        AtomicFile.Replace(File, "before", "after");

        _folder.Read("a.yaml").Should().Be("after");
    }

    [Fact]
    public void Of_many_who_create_a_file_one_wins_and_the_others_are_told()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = $"prompts/releases/greeting/{round}.yaml";
            var winners = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
                .Where(i => Succeeds(() => AtomicFile.Create(_folder.Path, path, $"by {i}")))
                .ToArray();

            winners.Should().ContainSingle();
            _folder.Read(path).Should().Be($"by {winners[0]}");
        }
    }

    [Theory]
    [InlineData("prompts", "prompts/a.yaml")]
    [InlineData("prompts/releases", "prompts/releases/greeting/1.yaml")]
    [InlineData("prompts/a.yaml", "prompts/a.yaml")]
    public void Nothing_is_written_through_a_link(string link, string path)
    {
        using var outside = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(link))!);
        Directory.CreateSymbolicLink(_folder.File(link), outside.Path);

        FluentActions.Invoking(() => AtomicFile.Put(_folder.Path, path, "text"))
            .Should().Throw<Failure>().WithMessage($"{link} is a link, and nothing is written through links. *");

        Directory.EnumerateFileSystemEntries(outside.Path).Should().BeEmpty();
    }

    [Fact]
    public void Of_many_who_replace_the_same_text_one_wins_and_the_others_are_told()
    {
        var winners = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8)
            .Where(i => Succeeds(() => AtomicFile.Replace(File, "before", $"after {i}")))
            .ToArray();

        winners.Should().ContainSingle();
        _folder.Read("a.yaml").Should().Be($"after {winners[0]}");
        Directory.EnumerateFiles(_folder.Path).Should().Equal(File);
    }

    [Fact]
    public void Who_may_read_a_file_does_not_change()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        System.IO.File.SetUnixFileMode(File, Mode);

        AtomicFile.Replace(File, "before", "after");

        System.IO.File.GetUnixFileMode(File).Should().Be(Mode);
    }

    private static bool Succeeds(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception told) when (told is Failure or IOException)
        {
            return false;
        }
    }
}
