using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

/// <summary>What the compiler does not count: a line that fits a screen, a file that holds one idea.</summary>
public sealed class HouseStyleTests
{
    private const int LongestLine = 120;
    private const int LongestFile = 200;
    private const int LongestTestFile = 250;

    [Fact]
    public void Lines_and_files_keep_within_their_lengths() =>
        Repository.Sources("infra", "tests")
            .SelectMany(source => Violations(source.Name, File.ReadAllText(source.Path)))
            .Should().BeEmpty();

    [Fact]
    public void A_long_line_and_a_long_file_are_found()
    {
        var line = new string('x', LongestLine);

        Violations("infra/A.cs", $"{line}\n").Should().BeEmpty();
        Violations("infra/A.cs", $"\n{line}x\n").Should().Equal("infra/A.cs(2): 121 characters");
        Violations("infra/A.cs", Lines(201)).Should().Equal("infra/A.cs: 201 lines");
        Violations("tests/A.cs", Lines(201)).Should().BeEmpty();
        Violations("tests/A.cs", Lines(251)).Should().Equal("tests/A.cs: 251 lines");
    }

    [Fact]
    public void A_file_that_does_not_end_with_one_line_end_is_found()
    {
        Violations("infra/A.cs", "a\nb").Should().Equal("infra/A.cs: does not end with one line end");
        Violations("infra/A.cs", "a\n\n").Should().Equal("infra/A.cs: does not end with one line end");
        Violations("infra/A.cs", "a\r\n").Should().Equal("infra/A.cs: has a carriage return");
    }

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("x\n", count));

    private static IEnumerable<string> Violations(string name, string text)
    {
        var lines = text.Split('\n')[..^1];
        var most = name.StartsWith("tests/", StringComparison.Ordinal) ? LongestTestFile : LongestFile;
        return lines
            .Select((line, index) => (line.Length, Number: index + 1))
            .Where(line => line.Length > LongestLine)
            .Select(line => $"{name}({line.Number}): {line.Length} characters")
            .Concat(lines.Length > most ? [$"{name}: {lines.Length} lines"] : [])
            .Concat(text.Contains('\r', StringComparison.Ordinal) ? [$"{name}: has a carriage return"] : [])
            .Concat(lines is [.., not ""] && text.EndsWith('\n') ? [] : [$"{name}: does not end with one line end"]);
    }
}
