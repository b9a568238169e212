using FsCheck;
using FsCheck.Fluent;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Releases;

/// <summary>What holds however a file is laid out.</summary>
public sealed class StackFileEditLaws
{
    private const string File = "Pulumi.prod.yaml";

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261121, 7);

    private static readonly Gen<StackFileLayout> Listed = MovesLaws.Targets
        .Where(target => target is not null)
        .SelectMany(target => Gen.Choose(1, 1_000_000).Select(seed => StackFileLayout.Of(target, seed)));

    /// <summary>A promotion of that release, or a rollback where it is 0.</summary>
    private static readonly Gen<(int Release, int Retain)> Moving =
        Gen.Choose(0, 14).Zip(Gen.Choose(2, StackSettings.MostKept));

    private static readonly Gen<string> Damage = Gen.Elements(
        "", "[", "}", "- ", "a: ", "#", "'", "\n", "\r", "\t", "  ", "---\n", "? ", ", ", "|\n", "&x ");

    [Fact]
    public void A_move_is_written_and_nothing_outside_its_entry_changes() => ForAll(Listed, (layout, target) =>
    {
        var edited = StackFileEdit.Serve(ProjectConfig.None, File, layout.Text, ("a", target));

        Assert.Empty(edited.Diagnostics);
        AssertServes(edited.Value!, layout.Text, target);
        Assert.StartsWith(layout.Parts.Before, edited.Value, StringComparison.Ordinal);
        Assert.EndsWith(layout.Parts.After, edited.Value, StringComparison.Ordinal);
        foreach (var (comment, release) in layout.Comments.Where(comment => Stays(comment.Value, layout, target)))
        {
            var line = edited.Value!.Split('\n').Single(line => line.Contains(comment, StringComparison.Ordinal));
            Assert.StartsWith(release == 0 ? "" : $"{release}", line.TrimStart(' ', '-'), StringComparison.Ordinal);
        }
    });

    [Fact]
    public void A_name_that_is_not_listed_is_added_and_every_line_stays() => ForAll(
        Gen.Choose(1, 1_000_000).Select(seed => StackFileLayout.Of(from: null, seed)),
        (layout, target) =>
        {
            var edited = StackFileEdit.Serve(ProjectConfig.None, File, layout.Text, ("a", target));

            Assert.Empty(edited.Diagnostics);
            AssertServes(edited.Value!, layout.Text, target);
            var others = Lines(edited.Value!).Where(line => !line.Contains(" a: [", StringComparison.Ordinal));
            Assert.Equal(Lines(layout.Text), others);
        });

    [Fact]
    public void Several_names_at_once_are_written_as_one_after_the_other() => ForAll(
        Gen.OneOf(Listed, Gen.Choose(1, 1_000_000).Select(seed => StackFileLayout.Of(from: null, seed))),
        (layout, target) =>
        {
            (string, Target.Pinned)[] moves = [("x1", target), ("a", target), ("x2", target)];

            var together = StackFileEdit.Serve(ProjectConfig.None, File, layout.Text, [.. moves]);

            var ordered = layout.Text.Contains(" a:", StringComparison.Ordinal)
                ? moves.OrderBy(move => move.Item1 is "a" ? 0 : 1)
                : moves.AsEnumerable();
            var apart = ordered.Aggregate(
                layout.Text, (text, move) => StackFileEdit.Serve(ProjectConfig.None, File, text, move).Value ?? text);
            Assert.Equal(apart, together.Value);
        });

    [Fact]
    public void A_damaged_file_is_edited_rightly_or_not_at_all() =>
        Check.One(Config, Prop.ForAll(
            Listed.Zip(Gen.Choose(0, 10_000).Two()).ToArbitrary(),
            Damage.ToArbitrary(),
            (damage, insert) =>
            {
                var ((layout, (at, length)), text) = (damage, damage.Item1.Text);
                var start = at % text.Length;
                text = text.Remove(start, Math.Min(length % 5, text.Length - start)).Insert(start, insert);
                var target = Moves.Promote(layout.From, 14, served: 13, retain: 5).Value!;

                if (StackFileEdit.Serve(ProjectConfig.None, File, text, ("a", target)).Value is { } edited)
                {
                    AssertServes(edited, text, target);
                }
            }));

    private static void ForAll(Gen<StackFileLayout> layouts, Action<StackFileLayout, Target.Pinned> law) =>
        Check.One(Config, Prop.ForAll(layouts.ToArbitrary(), Moving.ToArbitrary(), (layout, move) =>
        {
            var moved = move.Release > 0 || layout.From is null
                ? Moves.Promote(layout.From, Math.Max(1, move.Release), served: 13, move.Retain)
                : Moves.Rollback(layout.From);
            if (moved.Value is { } target)
            {
                law(layout, target);
            }
        }));

    /// <summary>Whether a release's line stays: not when it is dropped, nor when it moves to the end.</summary>
    private static bool Stays(int release, StackFileLayout layout, Target.Pinned target) =>
        release == 0
        || (target.Kept.Contains(release)
            && (release != target.Live || ((Target.Pinned)layout.From!).Kept.SequenceEqual(target.Kept)));

    private static void AssertServes(string edited, string before, Target.Pinned target)
    {
        var (was, now) = (Settings(before), Settings(edited));
        var read = Assert.IsType<Target.Pinned>(now.Value!.Live["a"]);
        Assert.Equal(Spell(target), Spell(read));
        Assert.Equal(Spell(was.Value!), Spell(now.Value));
        Assert.Empty(Messages(now).Except(Messages(was)));
    }

    private static Checked<StackSettings> Settings(string text) =>
        SettingsReader.ReadText(
            new SourceText(File, text.Replace("\r\n", "\n", StringComparison.Ordinal)), ProjectConfig.None);

    /// <summary>Everything but <c>a</c>, as text.</summary>
    private static string Spell(StackSettings settings) => string.Join('\n',
    [
        $"{settings.Region} {settings.Default} {settings.Retain} {settings.Protect}",
        $"{settings.NamePrefix} {settings.ParameterPath}",
        .. settings.Tags.Select(tag => $"{tag.Name.Value}={tag.Text.Value}"),
        .. settings.Live.Where(entry => entry.Key != "a").Select(entry => $"{entry.Key}: {Spell(entry.Value)}"),
    ]);

    private static string Spell(Target target) =>
        target is Target.Pinned pinned ? $"{string.Join(' ', pinned.Kept)}, live {pinned.Live}" : target.GetType().Name;

    private static IEnumerable<string> Messages(Checked<StackSettings> settings) =>
        settings.Diagnostics.Select(problem => problem.Message);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);
}
