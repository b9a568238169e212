using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>Every code is explained, and what is said to mend a sample mends it.</summary>
public sealed class ExplanationsTests
{
    private static readonly string[] Live =
        [.. ProblemMethods.All.Select(problem => problem.Example.Code).Distinct()];

    public static TheoryData<string> Mended() =>
        [.. ProblemReason.All.Where(reason => reason.Value.Right is not null).Select(reason => reason.Key)];

    [Fact]
    public void Every_code_says_why_it_matters() =>
        Live.Except(ProblemReason.All.Keys)
            .Should().BeEmpty("infra/Core/Diagnostics/Reasons.txt says of each code why it matters");

    [Fact]
    public void No_reason_is_given_for_a_code_that_there_is_not() =>
        ProblemReason.All.Keys.Except(Live).Should().BeEmpty();

    /// <summary>That a sample reports what it says is held by AnnotatedSamplesTests and CommandSamplesTests.</summary>
    [Fact]
    public void Every_code_is_shown_by_a_sample() =>
        Live.Where(code => ProblemSample.Of(code) is null).Except(CommandSample.All.Keys)
            .Should().BeEmpty("CONTRIBUTING, \"Annotated samples\", says where one goes");

    [Theory]
    [MemberData(nameof(Mended))]
    public void What_is_right_in_place_of_the_line_mends_the_sample(string code)
    {
        var sample = ProblemSample.Of(code)!;
        string[] mended =
        [
            .. sample.Lines[..sample.Line],
            .. ProblemReason.All[code].Right!.Value,
            .. sample.Lines[(sample.Line + 1)..],
        ];

        Count(sample, mended).Should().BeLessThan(Count(sample, sample.Lines));
    }

    [Fact]
    public void A_sample_that_has_a_twin_is_mended_by_it() =>
        Live.Select(ProblemSample.Of).OfType<ProblemSample>()
            .Where(sample => sample.Twin is { } twin && Count(sample, twin) >= Count(sample, sample.Lines))
            .Should().BeEmpty();

    /// <summary>How often the sample's code is reported for its file, should the file say this.</summary>
    private static int Count(ProblemSample sample, IEnumerable<string> lines)
    {
        var folder = Repository.Path("tests", "Samples", sample.Project);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Select(file => (file.Path, file.Path == sample.Path
                ? string.Join('\n', lines)
                : AnnotatedText.Strip(File.ReadAllText(file.File))));
        return ProjectChecks.All(Project.Read(new MemoryTree(files)), new(2026, 11, 27))
            .Count(problem => problem.Code == sample.Code && problem.At.File == sample.Path);
    }
}
