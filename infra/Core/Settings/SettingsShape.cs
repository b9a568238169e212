using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;

namespace Infra.Settings;

/// <summary>The settings of a stack under <c>bedrock-prompts:</c>, one entry for each.</summary>
public static class SettingsShape
{
    private static readonly Kind Texts = new Kind.MapOf(new Kind.Text());

    /// <summary>The releases that are served of each name.</summary>
    public static readonly Setting Live = new(
        new("live", new Kind.MapOf(TargetReader.Kind),
            "what is served of each name: `draft`, `latest`, a release, a list, or `{ kept: [1, 2], live: 1 }`"),
        null,
        (settings, node) => settings with { Live = TargetReader.ReadAll(node) })
    {
        Check = TargetReader.Check,
    };

    /// <summary>Every setting, in the recommended order.</summary>
    public static readonly ImmutableArray<Setting> All =
    [
        Live,
        new(
            new("default", new Kind.Word("none", "draft", "latest"),
                "what is served of names that are not listed: `none`, `draft` or `latest`"),
            "none",
            (settings, node) => settings with { Default = DefaultOf(node) ?? settings.Default }),
        new(
            new("retain", new Kind.Number(2, StackSettings.MostKept, Whole: true),
                "how many releases promotion keeps; the service allows 10 versions in all"),
            "5",
            (settings, node) => settings with { Retain = node.Whole()?.Value ?? settings.Retain }),
        new(
            new("experiments", ExperimentSettings.Kind,
                "kept releases that some units get instead, to compare: `{ greeting: { arms: { control: 3, "
                + "shorter: 4 }, coverage: 20, seed: 2026-12 } }`"),
            null,
            (settings, node) => settings with { Experiments = ExperimentSettings.Read(node, settings.Live) })
        {
            Check = ExperimentSettings.Check,
        },
        new(
            new("namePrefix", new Kind.Text(), "the prefix of names on AWS"),
            "<stack>-",
            (settings, node) => settings with { NamePrefix = node.Text()?.Value ?? settings.NamePrefix }),
        new(
            new("parameterPath", new Kind.Text(), "the path of the alias parameters; also names the policies"),
            $"/{SettingsReader.Project}/<stack>",
            (settings, node) => settings with { ParameterPath = node.Text()?.Value ?? settings.ParameterPath })
        {
            Check = SettingsRules.ParameterPath,
        },
        new(
            new("measure", new Kind.Either(new Kind.Flag(), new Kind.Word("ending")),
                "`true`: AWS meters each prompt by itself, through inference profiles; `ending`: no longer, but "
                + "versions cut before keep theirs"),
            "false",
            (settings, node) => settings with
            {
                Measure = MeasureOf(node) ?? settings.Measure,
                MeasureAt = node.At == default ? null : node.At,
            }),
        new(
            new("values", Texts, "the values for `${name}`"),
            null,
            (settings, node) => settings with { Values = ByName(node.Texts(), text => text.Text) })
        {
            Check = SettingsRules.Values,
        },
        new(
            new("tags", Texts, "tags of every resource"),
            null,
            (settings, node) => settings with { Tags = node.Texts() })
        {
            Check = SettingsRules.Tags,
        },
        new(
            new("inferenceProfiles", new Kind.MapOf(new Kind.ListOf(new Kind.Text())),
                "the destinations of an inference profile or prompt router: regions of its model, or ARNs of models"),
            null,
            (settings, node) => settings with { InferenceProfiles = LeadsTo(node) })
        {
            Check = SettingsRules.InferenceProfiles,
        },
        new(
            new("models", new Kind.MapOf(ModelSettings.Facts),
                "facts about models, by their ids, that this tool lacks or has wrong"),
            null,
            (settings, node) => settings with { Models = ModelSettings.Read(node) })
        {
            Check = ModelSettings.Check,
        },
        new(
            new("promptModels", Texts, "the model behind a prompt that flows name by its ARN"),
            null,
            (settings, node) => settings with { PromptModels = ByName(node.Texts(), text => text.Text.Value) })
        {
            Check = SettingsRules.PromptModels,
        },
        new(
            new("judge", Judge.Kind,
                "the model that judges a `rubric` of test cases: `{ model: amazon.nova-pro-v1:0, pass: 2 of 3 }`"),
            null,
            (settings, node) => settings with { Judge = Judge.Read(node) })
        {
            Check = node => Judge.Read(node)!.Check(),
        },
        new(
            new("encryptionKey", new Kind.Text(), "ARN of the KMS key that encrypts prompts and flows"),
            null,
            (settings, node) => settings with { EncryptionKey = node.Text()?.Value })
        {
            Check = SettingsRules.EncryptionKey,
        },
        new(
            new("permissionsBoundary", new Kind.Text(), "ARN of the managed policy that limits what roles may do"),
            null,
            (settings, node) => settings with { PermissionsBoundary = node.Text()?.Value })
        {
            Check = SettingsRules.PermissionsBoundary,
        },
        new(
            new("protect", new Kind.Flag(), "`true`: prompts, flows and aliases are protected from deletion"),
            "false",
            (settings, node) => settings with { Protect = node.Flag() ?? settings.Protect }),
        new(
            new("require", Requirements.Kind,
                "what everything it serves must have: `owner`, `tests`, `maxTokens`, `models`, `guardrail`, `triedIn`, "
                    + "`monthsOfModel`"),
            null,
            (settings, node) => settings with
            {
                Require = Requirements.Read(node) with { Exempt = settings.Require.Exempt },
            })
        {
            Check = Requirements.Check,
        },
        new(
            new("exempt", Texts, "names that are exempt from `require`, each with the reason"),
            null,
            (settings, node) => settings with { Require = settings.Require with { Exempt = node.Texts() } })
        {
            Check = Requirements.Reasons,
        },
        new(
            new("watch", new Kind.Keys(WatchSettings.Shape), WatchSettings.Summary),
            null,
            (settings, node) => settings with { Watch = WatchSettings.Read(node) })
        {
            Check = WatchChecks.Check,
        },
    ];

    /// <summary>The settings as keys of one mapping.</summary>
    public static readonly Shape Shape = new(
        $"{SettingsReader.Project}' settings",
        "What a stack serves, and under which names.",
        [.. All.Select(setting => setting.Field)]);

    private static DefaultTarget? DefaultOf(YamlNode node) => node.Text()?.Value switch
    {
        "none" => DefaultTarget.None,
        "draft" => DefaultTarget.Draft,
        "latest" => DefaultTarget.Latest,
        _ => null,
    };

    private static Measuring? MeasureOf(YamlNode node) => (node.Flag(), node.Text()?.Value) switch
    {
        (true, _) => Measuring.On,
        (false, _) => Measuring.Off,
        (_, "ending") => Measuring.Ending,
        _ => null,
    };

    private static ImmutableSortedDictionary<string, T> ByName<T>(
        ImmutableArray<NamedText> texts, Func<NamedText, T> value) =>
        texts.ToImmutableSortedDictionary(text => text.Name.Value, value, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> LeadsTo(YamlNode node) =>
        node.Entries().ToImmutableSortedDictionary(
            entry => entry.Key.Text,
            entry => entry.Value.Items().Select(item => item.Text()?.Value).OfType<string>().ToImmutableArray(),
            StringComparer.Ordinal);
}
