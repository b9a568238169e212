using System.Globalization;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The parameter that says which units get which arm; <c>infra/Clients</c> reads it.</summary>
internal static class ExperimentParameter
{
    /// <summary>The hash that assigns units to arms: GrowthBook's hash version 2 over UTF-8 bytes.</summary>
    private const string Hash = "gb2-utf8";

    /// <summary>Buckets have four digits; with this many, rounding thirds has no effect on them.</summary>
    private const int Digits = 12;

    /// <summary>The parameter of a prompt; none without an experiment.</summary>
    public static IEnumerable<DeclaredResource> Of(PromptDeployment prompt, Value tags, StackSettings settings) => Of(
        prompt.Experiment,
        arm => new Value.Ref(PromptResources.VersionName(prompt.Name, arm.Release), "Arn"),
        tags,
        settings);

    /// <summary>The parameter of a flow; none without an experiment.</summary>
    public static IEnumerable<DeclaredResource> Of(
        FlowDeployment flow, Func<ExperimentArm, Value> arn, Value tags, StackSettings settings) =>
        Of(flow.Experiment, arn, tags, settings);

    private static IEnumerable<DeclaredResource> Of(
        Experiment? experiment, Func<ExperimentArm, Value> arn, Value tags, StackSettings settings) =>
        experiment is null ? [] :
        [
            new()
            {
                Name = $"{experiment.Name}-experiment",
                Type = ResourceTypes.Parameter,
                Owner = experiment.Name,
                Because = $"experiment {experiment.Seed}: {experiment.Shares}",
                Properties = Map(
                    ("Name", AliasParameter.ExperimentPath(experiment.Name, settings)),
                    ("Type", "String"),
                    ("Description", $"Which units get which release of {experiment.Name} in {settings.Stack}"),
                    ("Value", Join([.. Content(experiment, arn)])),
                    ("Tags", tags)),
                DependsOn = [CallerAccess.PolicyName(experiment.Name)],
            },
        ];

    /// <summary>An arm's range always starts where it would at full coverage, so changing the coverage moves no unit
    /// between arms.</summary>
    private static IEnumerable<Value> Content(Experiment experiment, Func<ExperimentArm, Value> arn)
    {
        var start = 0m;
        var key = experiment.Key;
        yield return Quoted($"{{'v':1,'experiment':'{key}','hash':'{Hash}','seed':'{key}','arms':[");
        foreach (var (index, arm) in experiment.Arms.Index())
        {
            var (from, to) = (Number(start), Number(start + (experiment.Share(arm) / 100)));
            yield return Quoted(
                $"{(index == 0 ? "" : ",")}{{'key':'{arm.Key}','release':{arm.Release},'arn':'");
            yield return arn(arm);
            yield return Quoted($"','range':[{from},{to}]}}");
            start += arm.Weight;
        }

        yield return Quoted($"],'otherwise':{{'release':{experiment.Arms[0].Release},'arn':'");
        yield return arn(experiment.Arms[0]);
        yield return Quoted($"'}}}}");
    }

    /// <summary>JSON written with single quotes, which become double ones; no part contains either, since keys, seeds
    /// and names consist of letters, digits and separators.</summary>
    private static Value Quoted(FormattableString json) =>
        json.ToString(CultureInfo.InvariantCulture).Replace('\'', '"');

    private static string Number(decimal share) =>
        Math.Round(share, Digits).ToString("0.############", CultureInfo.InvariantCulture);
}
