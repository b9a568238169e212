using FluentAssertions;
using Infra.Planning;
using Infra.Releases;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Releases;

public sealed class ReleaseHistoryTests
{
    private const string Release = """
        release: {0}
        digest: sha256:0
        definition: { model: amazon.nova-lite-v1:0, text: Hello }
        """;

    [Theory]
    [InlineData("1 3 5", "2", 3)]
    [InlineData("2", "1", 2)]
    [InlineData("3 4", "1", 3)]
    public void The_first_release_that_is_missing_is_told_at_the_one_after_it(string there, string missing, int at)
    {
        var files = there.Split(' ').Select(number => (
            $"prompts/releases/greeting/{number}.yaml", Release.Replace("{0}", number, StringComparison.Ordinal)));

        var problems = Project.Read(new MemoryTree([.. files])).Diagnostics;

        var gap = problems.Should().ContainSingle(problem => problem.Code == "PRM153").Subject;
        gap.At.File.Should().Be($"prompts/releases/greeting/{at}.yaml");
        gap.Message.Should().Contain($"Release {missing} ");
    }

    [Theory]
    [InlineData("prompts/releases/greeting/1.yaml", true)]
    [InlineData("prompts/releases/greeting/1.yml", false)]
    [InlineData("prompts/releases/greeting/one.yaml", false)]
    [InlineData("prompts/releases/1.yaml", false)]
    [InlineData("prompts/greeting/1.yaml", false)]
    public void A_release_is_known_by_its_path(string path, bool isRelease) =>
        (ReleaseFile.Parse(path) is not null).Should().Be(isRelease);
}
