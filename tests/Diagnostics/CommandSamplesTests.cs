using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>Samples of what commands report: the wrong one its code and no other, the right one nothing.</summary>
public sealed partial class CommandSamplesTests
{
    public static TheoryData<string> Samples() => [.. CommandSample.All.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Mistakes() => [.. CommandSample.Mistakes.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_reports_its_code_alone_until_it_is_mended(string code)
    {
        var sample = CommandSample.All[code];

        var (wrong, right) = await sample.Run();

        Code().Matches(wrong).Select(match => match.Groups[1].Value).Distinct().Should().Equal([code], wrong);
        right.Should().NotContain(code).And.EndWith("exit 0\n");
        await Record($"commands/{code}.txt", sample, wrong, right);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_common_mistake_is_reported_with_the_words_that_mend_it(string mistake)
    {
        var sample = CommandSample.Mistakes[mistake];

        var (wrong, right) = await sample.Run();

        wrong.Should().Contain(": ").And.Contain("PRM");
        right.Should().Be("exit 0\n");
        await Record($"mistakes/{mistake}.txt", sample, wrong, right);
    }

    private static async Task Record(string sample, CommandSample steps, string wrong, string right)
    {
        var file = Repository.Path("tests", "Samples", sample);
        var before = (await File.ReadAllTextAsync(file)).Split("-- wrong: ")[0];
        Recorded.EqualAt(file, before + $"-- wrong: {steps.WrongCommand} --\n{wrong}"
            + string.Concat(steps.Mending.Select(step => $"-- {step.Head} --\n{step.Body}"))
            + $"-- right: {steps.RightCommand} --\n{right}");
    }

    [GeneratedRegex(@": (?:error|warning) (PRM\d{3}): ")]
    private static partial Regex Code();
}
