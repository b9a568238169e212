using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

/// <summary>The pages for contributors name files: each of them is there.</summary>
public sealed partial class DocumentTests
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    public static TheoryData<string> Pages() => ["infra/ARCHITECTURE.md", ".github/CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_on_the_page_exists(string page) =>
        Paths(File.ReadAllText(Repository.Path(page)))
            .Where(path => !Path.Exists(Repository.Path(path)))
            .Should().BeEmpty();

    [Fact]
    public void Every_link_between_pages_leads_to_a_file() =>
        (from page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
         where !page.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", Ordinal)
         from link in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value)
         where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link))
         select $"{Path.GetRelativePath(Repository.Root, page)}: {link}").Should().BeEmpty();

    [Fact]
    public void A_path_that_is_gone_is_found() =>
        Paths("See `infra/Core/Gone.cs`, `Problems.<Subject>.cs` and `dotnet test`.")
            .Should().Equal("infra/Core/Gone.cs");

    private static IEnumerable<string> Paths(string page) =>
        PathInCode().Matches(page).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>A link to a file, without its fragment; addresses are not asked.</summary>
    [GeneratedRegex(@"\]\((?![a-z]+:|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex("`((?:infra|tests|prompts|\\.github|\\.ci)/[^`\\s*<]*)`")]
    private static partial Regex PathInCode();
}
