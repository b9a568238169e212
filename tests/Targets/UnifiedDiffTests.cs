using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Targets;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_change_is_shown_with_three_lines_around_it() =>
        UnifiedDiff.Of("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n").Should().Be(
            "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    [Fact]
    public void Changes_far_apart_have_a_hunk_each() =>
        UnifiedDiff.Of("a", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "1\n2\n3\n4\n5\n6\n7\nb\nc\n").Should().Be(
            "--- a/a\n+++ b/a\n@@ -1,4 +1,3 @@\n-a\n 1\n 2\n 3\n@@ -7,3 +6,4 @@\n 6\n 7\n b\n+c\n");

    [Fact]
    public void A_last_line_without_an_end_says_so() =>
        UnifiedDiff.Of("a", "1\n2", "1\n2\n3").Should().Be(
            "--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n 1\n-2\n\\ No newline at end of file\n"
            + "+2\n+3\n\\ No newline at end of file\n");

    [Fact]
    public void Nothing_changed_is_an_empty_diff() => UnifiedDiff.Of("a", "1\n", "1\n").Should().BeEmpty();

    [Fact]
    public void Git_makes_the_new_file_from_the_old_one_and_the_diff()
    {
        var line = Gen.Elements("a\n", "b\n", "  c\r\n", "\n", "d\n");
        var text = line.ArrayOf().Zip(Gen.Elements("", "z", "b\n"), (lines, end) => string.Concat(lines) + end);
        var change = text.Two().Where(pair => pair.Item1.Length > 0 && pair.Item1 != pair.Item2);
        using var repository = new TemporaryRepository();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20261121, 5),
            Prop.ForAll(change.ToArbitrary(), pair =>
            {
                var (before, after) = pair;
                repository.Write("file", before).Write("change.patch", UnifiedDiff.Of("file", before, after));

                repository.Git("apply", "--whitespace=nowarn", "change.patch");

                repository.Read("file").Should().Be(after);
            }));
    }
}
