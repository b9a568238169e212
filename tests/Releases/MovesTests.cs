using FluentAssertions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Releases;

public sealed class MovesTests
{
    private static readonly Location Place = new("Pulumi.prod.yaml", 7, 5);

    [Theory]
    [InlineData("2 3*", 4, "2 3 4*")]
    [InlineData("2 3* 4", 4, "2 3 4*")]
    [InlineData("2 3* 4", 5, "2 3 5*")]
    [InlineData("2* 3 4", 5, "2 5*")]
    [InlineData("2 3 4*", 2, "3 4 2*")]
    [InlineData("2 3 4 5 6*", 7, "3 4 5 6 7*")]
    [InlineData("1 2 3 4 5 6 7*", 8, "4 5 6 7 8*")]
    [InlineData("3*", 4, "3 4*")]
    [InlineData("draft", 4, "4*")]
    [InlineData("nothing", 4, "4*")]
    [InlineData("latest", 4, "3 4*")]
    [InlineData("latest", 3, "3*")]
    public void Promotion_drops_what_was_rolled_back_and_keeps_what_was_live(string from, int release, string to) =>
        Written(Moves.Promote(Target(from), release, served: 3, retain: 5).Value).Should().Be(to);

    [Theory]
    [InlineData("2 3 4*", "2 3* 4")]
    [InlineData("2 3* 4", "2* 3 4")]
    public void Rollback_goes_one_to_the_left_and_changes_nothing_else(string from, string to) =>
        Written(Moves.Rollback(Target(from)!).Value).Should().Be(to);

    [Fact]
    public void A_release_that_is_live_is_not_promoted_again() =>
        Moves.Promote(Target("2 3*"), 3, served: 3, retain: 5).Diagnostics
            .Should().Equal(Problems.AlreadyLive(Place, 3));

    [Theory]
    [InlineData("draft", "PRM171")]
    [InlineData("latest", "PRM171")]
    [InlineData("3*", "PRM172")]
    [InlineData("3* 4", "PRM172")]
    public void Rollback_is_refused_where_no_release_was_live_before(string from, string code)
    {
        var refused = Moves.Rollback(Target(from)!);

        refused.Value.Should().BeNull();
        refused.Diagnostics.Select(why => (why.Code, why.At)).Should().Equal((code, Place));
    }

    internal static Target? Target(string text) => text switch
    {
        "nothing" => null,
        "draft" => new Target.Draft(Place),
        "latest" => new Target.Latest(Place),
        _ => new Target.Pinned(
            [.. text.Split(' ').Select(release => int.Parse(release.TrimEnd('*')))],
            int.Parse(text.Split(' ').Single(release => release.EndsWith('*')).TrimEnd('*')),
            Place),
    };

    private static string Written(Target.Pinned? target) =>
        string.Join(' ', target!.Kept.Select(release => release == target.Live ? $"{release}*" : $"{release}"));
}
