using System.Globalization;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The parameter that says which units get which arm; <c>infra/Clients</c> read it.</summary>
internal static class ExperimentParameter
{
    /// <summary>How units are dealt: GrowthBook's hash version 2 over UTF-8 bytes.</summary>
    private const string Hash = "gb2-utf8";

    /// <summary>Buckets have four digits; these keep thirds apart from what they stand for by nothing.</summary>
    private const int Digits = 12;

    /// <summary>That of a prompt; none where nothing is compared.</summary>
    public static IEnumerable<DeclaredResource> Of(PromptDeployment prompt, Value tags, StackSettings settings) => Of(
        prompt.Experiment,
        arm => new Value.Ref(PromptResources.VersionName(prompt.Name, arm.Release), "Arn"),
        tags,
        settings);

    /// <summary>That of a flow; none where nothing is compared.</summary>
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

    /// <summary>An arm's range starts where it would if everybody took part, so that no ramp moves a unit.</summary>
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

    /// <summary>No part holds a quote of either kind: keys, seeds and names are letters and digits.</summary>
    private static Value Quoted(FormattableString json) =>
        json.ToString(CultureInfo.InvariantCulture).Replace('\'', '"');

    private static string Number(decimal share) =>
        Math.Round(share, Digits).ToString("0.############", CultureInfo.InvariantCulture);
}
