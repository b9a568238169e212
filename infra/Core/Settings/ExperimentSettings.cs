using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>Reads the experiments of a stack.</summary>
internal static partial class ExperimentSettings
{
    /// <summary>How far the sum of the weights, in percent, may be from 100: thirds do not add up exactly.</summary>
    private const decimal Tolerance = 1;

    private const int LongestName = 64;

    private static readonly Shape Shape = new(
        "an experiment",
        "Releases that are compared, and which units take part.",
        new("arms", new Kind.MapOf(new Kind.Number(1, Whole: true)),
            "Kept releases, by the names of their arms; the first is the control and must be live.",
            Required: true),
        new("weights", new Kind.MapOf(new Kind.Number(0)), "Percent of the units that take part, by arm; equal if "
            + "absent."),
        new("coverage", new Kind.Number(0, 100), "Percent of units that take part; 0 stops it.", Required: true),
        new("seed", new Kind.Text(), "What assigns units to arms; a new seed assigns them again.", Required: true));

    /// <summary>The kind of setting: experiments by prompt or flow.</summary>
    public static readonly Kind Kind = new Kind.MapOf(new Kind.Keys(Shape));

    /// <summary>The valid experiments, by name.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="live">The targets of the stack: the arm with the live release is the control.</param>
    public static ImmutableSortedDictionary<string, Experiment> Read(
        YamlNode setting, ImmutableSortedDictionary<string, Target> live) =>
        setting.Entries()
            .Where(entry => ShapeCheck.Fits(entry.Value, Shape) && !Check(entry).Any())
            .Select(entry => Read(entry, (live.GetValueOrDefault(entry.Key.Text) as Target.Pinned)?.Live))
            .ToImmutableSortedDictionary(one => one.Name, one => one, StringComparer.Ordinal);

    /// <summary>The problems of experiments whose shape is right (PRM101, PRM580 to PRM584).</summary>
    public static IEnumerable<Diagnostic> Check(YamlNode setting) =>
        setting.Entries().Where(entry => ShapeCheck.Fits(entry.Value, Shape)).SelectMany(Check);

    private static Experiment Read(YamlEntry entry, int? live)
    {
        var arms = Arms(entry.Value);
        var weights = entry.Value.Get("weights");
        var sum = weights is null ? arms.Length : arms.Sum(arm => weights.Number(arm.Key)!.Value);
        return new()
        {
            Name = entry.Key.Text,
            Arms =
            [
                .. arms
                    .Select(arm => arm with { Weight = (weights.Number(arm.Key)?.Value ?? 1) / sum })
                    .OrderBy(arm => arm.Release != live)
                    .ThenBy(arm => arm.Key, StringComparer.Ordinal),
            ],
            Coverage = entry.Value.Number("coverage")!.Value,
            Seed = entry.Value.Text("seed")!.Value,
            At = entry.Key.At,
        };
    }

    private static ImmutableArray<ExperimentArm> Arms(YamlNode experiment) =>
    [
        .. experiment.Get("arms").Entries().Select(arm =>
            new ExperimentArm(arm.Key.Text, arm.Value.Whole()?.Value ?? 0, 0, arm.Key.At)),
    ];

    private static IEnumerable<Diagnostic> Check(YamlEntry entry) =>
        [.. OfArms(entry), .. OfWeights(entry.Value), .. OfNumbers(entry.Value)];

    private static IEnumerable<Diagnostic> OfArms(YamlEntry entry)
    {
        var arms = Arms(entry.Value);
        if (arms.Length is < Experiment.FewestArms or > Experiment.MostArms)
        {
            yield return Problems.NumberOfArms(
                entry.Key.At, entry.Key.Text, arms.Length, Experiment.FewestArms, Experiment.MostArms);
        }

        foreach (var arm in arms.Where(arm => arm.Key.Length > LongestName || !Names.IsBedrockName(arm.Key)))
        {
            yield return Problems.ArmName(arm.At, arm.Key);
        }
    }

    private static IEnumerable<Diagnostic> OfWeights(YamlNode experiment)
    {
        if (experiment.Get("weights") is not { } weights)
        {
            yield break;
        }

        var arms = Arms(experiment).Select(arm => arm.Key).ToArray();
        foreach (var weight in weights.Entries())
        {
            if (!arms.Contains(weight.Key.Text, StringComparer.Ordinal))
            {
                yield return Problems.WeightOfNoArm(
                    weight.Key.At, weight.Key.Text, DidYouMean.Advice(weight.Key.Text, arms));
            }
            else if (weight.Value.Number() is { Value: <= 0 } nothing)
            {
                yield return Problems.WeightIsNotPositive(nothing.At, weight.Key.Text);
            }
        }

        var missing = arms.Where(arm => weights.Get(arm) is null).ToArray();
        var sum = weights.Entries().Sum(weight => weight.Value.Number()?.Value ?? 0);
        if (missing.Length > 0)
        {
            yield return Problems.ArmWithoutWeight(weights.At, string.Join(", ", missing));
        }
        else if (Math.Abs(sum - 100) > Tolerance)
        {
            yield return Problems.WeightsDoNotAddUp(weights.At, sum.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<Diagnostic> OfNumbers(YamlNode experiment)
    {
        if (experiment.Number("coverage") is { Value: < 0 or > 100 } coverage)
        {
            yield return Problems.SettingOutOfRange(coverage.At, "coverage",
                coverage.Value.ToString(CultureInfo.InvariantCulture), "0", "100");
        }

        if (experiment.Get("seed") is YamlNode.Scalar seed
            && (!SeedPattern().IsMatch(seed.Text)
                || (seed.Style is ScalarStyle.Plain && ReadsAsNumberOrDay().IsMatch(seed.Text))))
        {
            yield return Problems.Seed(seed.At, seed.Text);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex SeedPattern();

    /// <summary>Texts that Pulumi passes on changed: 2026.10 as 2026.1, and 2026-12-01 with a time.</summary>
    [GeneratedRegex(@"^(0[0-9xob].*|[0-9][0-9_]*([.eE_][0-9+_-]*)+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$")]
    private static partial Regex ReadsAsNumberOrDay();
}
