using FluentAssertions;
using Infra.Cli.Files;
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
    public void A_file_that_somebody_is_replacing_is_left_alone_and_so_is_the_lock()
    {
        _folder.Write("a.yaml.lock", "theirs");

        FluentActions.Invoking(() => AtomicFile.Replace(File, "before", "after"))
            .Should().Throw<Failure>().WithMessage("*another command is changing*");

        (_folder.Read("a.yaml"), _folder.Read("a.yaml.lock")).Should().Be(("before", "theirs"));
    }

    [Fact]
    public void Of_many_who_replace_the_same_text_one_wins_and_the_others_are_told()
    {
        var winners = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Where(i =>
        {
            try
            {
                AtomicFile.Replace(File, "before", $"after {i}");
                return true;
            }
            catch (Failure)
            {
                return false;
            }
        }).ToArray();

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
}
