using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

/// <summary>The pages for contributors name files: each of them is there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Pages() => ["infra/ARCHITECTURE.md", ".github/CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_on_the_page_exists(string page) =>
        Paths(File.ReadAllText(Repository.Path(page)))
            .Where(path => !Path.Exists(Repository.Path(path)))
            .Should().BeEmpty();

    [Fact]
    public void A_path_that_is_gone_is_found() =>
        Paths("See `infra/Core/Gone.cs`, `Problems.<Subject>.cs` and `dotnet test`.")
            .Should().Equal("infra/Core/Gone.cs");

    private static IEnumerable<string> Paths(string page) =>
        PathInCode().Matches(page).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex("`((?:infra|tests|prompts|\\.github|\\.ci)/[^`\\s*<]*)`")]
    private static partial Regex PathInCode();
}
