using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Changes;
using Xunit;

namespace Infra.Tests.Changes;

public sealed class EditScriptTests
{
    [Fact]
    public void The_edits_lead_from_one_list_to_the_other_and_no_shorter_way_does()
    {
        var list = Gen.Elements("a", "b", "c", "d").ArrayOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261127, 3),
            Prop.ForAll(list.Two().ToArbitrary(), pair =>
            {
                var (before, after) = pair;

                var script = EditScript.Between(before, after);

                Apply(script, before, after).Should().Equal(after);
                script.Edits.Sum(edit => edit.Removed + edit.Added).Should()
                    .Be(before.Length + after.Length - (2 * LongestCommon(before, after)));
                script.IsComplete.Should().BeTrue();
            }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void The_work_is_bounded_however_long_and_different_the_lists_are(int times)
    {
        var before = Enumerable.Range(0, 500 * times).Select(i => i % 2 == 0 ? "a" : ",").ToArray();
        var after = Enumerable.Range(0, 500 * times).Select(i => i % 2 == 0 ? "b" : ".").ToArray();

        var script = EditScript.Between(before, after);

        script.Steps.Should().BeLessThan(EditScript.MostSteps + (4 * before.Length));
        script.IsComplete.Should().Be(times == 1);
        Apply(script, before, after).Should().Equal(after);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void A_change_in_a_long_list_costs_no_more_than_reading_it(int times)
    {
        var before = Enumerable.Range(0, 2_000 * times).Select(i => $"{i % 50}").ToArray();
        string[] after = [.. before];
        after[before.Length / 2] = "another";

        var script = EditScript.Between(before, after);

        script.Edits.Should().Equal(new Edit(before.Length / 2, 1, before.Length / 2, 1));
        script.Steps.Should().BeLessThan(2 * before.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void Lists_that_repeat_themselves_are_bounded_as_well(int times)
    {
        var before = Enumerable.Range(0, 1_900 * times).Select(i => i % 97 == 0 ? $"{i}" : "x").ToArray();
        var after = Enumerable.Range(0, 1_900 * times).Select(i => i % 89 == 0 ? $"-{i}" : "x").ToArray();

        var script = EditScript.Between(before, after);

        script.Steps.Should().BeLessThan(EditScript.MostSteps + (4 * before.Length));
        Apply(script, before, after).Should().Equal(after);
    }

    private static List<string> Apply(EditScript script, string[] before, string[] after)
    {
        var made = new List<string>();
        var done = 0;
        foreach (var edit in script.Edits)
        {
            made.AddRange(before[done..edit.Before]);
            made.AddRange(after[edit.After..(edit.After + edit.Added)]);
            done = edit.Before + edit.Removed;
        }

        made.AddRange(before[done..]);
        return made;
    }

    private static int LongestCommon(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = 1; i <= before.Length; i++)
        {
            for (var j = 1; j <= after.Length; j++)
            {
                lengths[i, j] = before[i - 1] == after[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[before.Length, after.Length];
    }
}
