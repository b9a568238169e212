using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Releases;

/// <summary>What holds for every target, and for every sequence of moves.</summary>
public sealed class MovesLaws
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 3);

    private static readonly Gen<int> Retain = Gen.Choose(2, StackSettings.MostKept);

    internal static readonly Gen<Target?> Targets = Gen.OneOf(
        Gen.Constant<Target?>(null),
        Gen.Constant<Target?>(new Target.Draft(default)),
        Gen.Constant<Target?>(new Target.Latest(default)),
        from releases in Gen.Shuffle(Enumerable.Range(1, 12))
        from count in Gen.Choose(1, StackSettings.MostKept)
        from live in Gen.Choose(0, count - 1)
        select (Target?)new Target.Pinned([.. releases[..count]], releases[live], default));

    /// <summary>A promotion of that release, or a rollback where it is 0.</summary>
    private static readonly Gen<(int Release, int Retain)[]> Sequences =
        Gen.Choose(0, 9).Zip(Retain).Select(move => (move.Item1 > 6 ? 0 : move.Item1, move.Item2)).ArrayOf(40);

    [Fact]
    public void Rollback_undoes_the_promotion_of_a_release_that_is_new_to_the_list() =>
        ForAll(Targets, (from, retain) =>
        {
            if (Live(from, served: 13) is not { } live)
            {
                return;
            }

            var promoted = Moves.Promote(from, 14, served: 13, retain).Value!;
            Assert.Equal(live, Moves.Rollback(promoted).Value!.Live);
        });

    [Fact]
    public void A_promoted_release_is_live_last_and_kept_once_among_no_more_than_are_retained() =>
        ForAll(Targets, (from, retain) =>
        {
            var release = retain + 4;
            var promoted = Moves.Promote(from, release, served: null, retain);
            if (Live(from, served: null) == release)
            {
                Assert.Equal(["PRM170"], promoted.Diagnostics.Select(why => why.Code));
                return;
            }

            AssertSound(promoted.Value!, release, retain);
        });

    [Fact]
    public void A_release_that_was_rolled_back_from_is_never_reached_by_rollback() =>
        Check.One(Config, Prop.ForAll(Sequences.ToArbitrary(), moves =>
        {
            var target = new Target.Pinned([1], 1, default);
            var bad = ImmutableHashSet<int>.Empty;
            foreach (var (release, retain) in moves)
            {
                var made = release == 0 ? Moves.Rollback(target) : Moves.Promote(target, release, served: null, retain);
                if (made.Value is not { } next)
                {
                    Assert.True(made.Diagnostics.HasErrors());
                    continue;
                }

                bad = release == 0 ? bad.Add(target.Live) : bad.Remove(release);
                Assert.DoesNotContain(next.Live, bad);
                if (release == 0)
                {
                    Assert.Equal(target.Kept, next.Kept);
                }
                else
                {
                    AssertSound(next, release, retain);
                    Assert.Empty(bad.Intersect(next.Kept));
                }

                target = next;
            }
        }));

    private static void ForAll(Gen<Target?> targets, Action<Target?, int> law) =>
        Check.One(Config, Prop.ForAll(targets.ToArbitrary(), Retain.ToArbitrary(), law));

    private static int? Live(Target? target, int? served) => target switch
    {
        Target.Pinned pinned => pinned.Live,
        Target.Latest => served,
        _ => null,
    };

    private static void AssertSound(Target.Pinned target, int release, int retain)
    {
        Assert.Equal(release, target.Live);
        Assert.Equal(release, target.Kept[^1]);
        Assert.InRange(target.Kept.Length, 1, retain);
        Assert.Equal(target.Kept.Length, target.Kept.Distinct().Count());
    }
}
