using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>The page of all codes is made from the messages, and keeps what it once said.</summary>
public sealed partial class CodesTests
{
    private static readonly string Page = Repository.Path("infra", "Problems.md");

    private static readonly string[] Live =
        [.. ProblemMethods.All.Select(problem => problem.Example.Code).Distinct()];

    [Fact]
    public void A_code_that_was_ever_listed_is_live_or_retired()
    {
        Code().Matches(File.ReadAllText(Page)).Select(match => match.Value).Distinct()
            .Except(Live).Except(Problems.Retired).Except(Codes(ProblemsPage.Header))
            .Should().BeEmpty("codes are permanent: put one that is dropped into Problems.Retired");

        Recorded.EqualAt(Page, ProblemsPage.Text());
    }

    [Fact]
    public void A_retired_code_is_not_given_to_another_problem() =>
        Live.Intersect(Problems.Retired).Should().BeEmpty();

    private static IEnumerable<string> Codes(string text) => Code().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"PRM\d{3}")]
    private static partial Regex Code();
}
