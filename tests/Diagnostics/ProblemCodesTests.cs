using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

public sealed partial class ProblemCodesTests
{
    [Fact]
    public void A_message_is_one_line_of_whole_sentences() =>
        ProblemMethods.All.Select(problem => problem.Example.Message)
            .Where(message =>
                message.Contains('\n') || message.Length < 20 || message[^1] is not ('.' or '?' or ')' or '-' or '…'))
            .Should().BeEmpty();

    /// <summary>Codes below 100 are about definitions: a sample shows them.
    /// The others need stacks or history: a test may.</summary>
    [Fact]
    public void Every_code_is_shown_by_a_sample_or_asserted_by_a_test()
    {
        var samples = Codes(Files("Samples", "*"), annotated: true);
        var tests = Codes(Files("", "*.cs")
            .Except([Repository.Path("tests", "Diagnostics", "ProblemCodesTests.cs")]), annotated: false);

        ProblemMethods.All.Select(problem => problem.Example.Code).Distinct()
            .Where(code => !samples.Contains(code) && !(MayBeInATest(code) && tests.Contains(code)))
            .Should().BeEmpty();
    }

    /// <summary>PRM001 and PRM002 are about files that an editor would not keep as they are.</summary>
    private static bool MayBeInATest(string code) =>
        string.CompareOrdinal(code, "PRM100") >= 0 || code is "PRM001" or "PRM002";

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.Path("tests", folder), pattern, SearchOption.AllDirectories);

    private static HashSet<string> Codes(IEnumerable<string> files, bool annotated) =>
    [
        .. files.SelectMany(File.ReadLines)
            .Where(line => !annotated || line.AsSpan().TrimStart().StartsWith("#@"))
            .SelectMany(line => Code().Matches(line).Select(match => match.Value)),
    ];

    [GeneratedRegex(@"PRM\d{3}")]
    private static partial Regex Code();
}
