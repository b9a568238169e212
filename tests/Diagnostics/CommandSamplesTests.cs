using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>Samples of what commands report: the wrong one its code and no other, the right one nothing.</summary>
public sealed partial class CommandSamplesTests
{
    public static TheoryData<string> Samples() => [.. CommandSample.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_reports_its_code_alone_until_it_is_mended(string code)
    {
        var sample = CommandSample.All[code];

        var (wrong, right) = await sample.Run();

        Code().Matches(wrong).Select(match => match.Groups[1].Value).Distinct().Should().Equal([code], wrong);
        right.Should().NotContain(code).And.EndWith("exit 0\n");
        var file = Repository.Path("tests", "Samples", "commands", $"{code}.txt");
        var steps = (await File.ReadAllTextAsync(file)).Split("-- wrong: ")[0];
        Recorded.EqualAt(file, steps + $"-- wrong: {sample.WrongCommand} --\n{wrong}"
            + string.Concat(sample.Mending.Select(step => $"-- {step.Head} --\n{step.Body}"))
            + $"-- right: {sample.RightCommand} --\n{right}");
    }

    [GeneratedRegex(@": (?:error|warning) (PRM\d{3}): ")]
    private static partial Regex Code();
}
