using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Tests.Component;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Settings;

public sealed class SettingsReaderTests
{
    /// <summary>Every setting, as a file says it.</summary>
    private const string File = """
        config:
          aws:region: eu-central-1
          bedrock-prompts:live: { a: 3, b: [1, 2], c: { kept: [1, 2], live: 1 }, d: draft }
          bedrock-prompts:experiments: { b: { arms: { z: 2, y: 1 }, weights: { z: 60, y: 40 }, coverage: 5, seed: s } }
          bedrock-prompts:default: latest
          bedrock-prompts:retain: 3
          bedrock-prompts:namePrefix: p-
          bedrock-prompts:parameterPath: /p
          bedrock-prompts:measure: ending
          bedrock-prompts:values: { team: shop }
          bedrock-prompts:tags: { team: shop }
          bedrock-prompts:inferenceProfiles: { us.x: [us-east-1] }
          bedrock-prompts:models: { amazon.nova-lite-v1:0: { output: 5 } }
          bedrock-prompts:judge: { model: amazon.nova-pro-v1:0, pass: 2 of 3 }
          bedrock-prompts:promptModels: { "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ": m }
          bedrock-prompts:encryptionKey: arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012
          bedrock-prompts:permissionsBoundary: arn:aws:iam::123456789012:policy/bounds
          bedrock-prompts:protect: true
          bedrock-prompts:require: { owner: true, models: [amazon.*], triedIn: staging, monthsOfModel: 6 }
          bedrock-prompts:exempt: { a: Moves to Nova in May }
          bedrock-prompts:watch:
            failures: { above: 5% }
            latency: { p95: 1.5s, in: 1h }
            notify: arn:aws:sns:us-east-1:123456789012:prompts
            dashboard: true
            logGroup: /logs
            names: { a: none, b: { failures: { of: 9, in: 1h } }, c: { latency: none, quality: { below: 95 % } } }
            rollback:
              { repository: a/b, connection: "arn:aws:events:us-east-1:123456789012:connection/a/b", merge: true }
        """;

    [Fact]
    public void The_sample_states_every_setting_unlike_its_default() =>
        SettingsShape.All.Select(setting => setting.Field.Key)
            .Where(key => !File.Contains($"bedrock-prompts:{key}:", StringComparison.Ordinal)
                || Said(Read(File)) == Said(Read(Without(key))))
            .Should().BeEmpty();

    [Fact]
    public void A_file_and_pulumi_say_the_same_and_so_does_what_pulumi_config_set_writes()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "Pulumi.prod.yaml");
        System.IO.File.WriteAllText(path, File);
        var texts = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(StackConfig.Of(path))!;
        var quoted = "config:\n" + string.Concat(texts.Select(setting =>
            $"  {setting.Key}: '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));

        var config = SettingsReader.ReadConfig(
            "prod",
            SettingsReader.Keys.Select(key => (key, texts.GetValueOrDefault($"bedrock-prompts:{key}"))),
            System.Collections.Immutable.ImmutableHashSet<string>.Empty,
            (null, "eu-central-1"));

        new[] { Said(config), Said(Read(quoted)) }.Should().AllBe(Said(Read(File)));
        Read(File).Diagnostics.Should().BeEmpty();
    }

    /// <summary>Those whose names mean nothing else in the product.</summary>
    [Theory]
    [InlineData("retain")]
    [InlineData("namePrefix")]
    [InlineData("parameterPath")]
    [InlineData("inferenceProfiles")]
    [InlineData("promptModels")]
    [InlineData("encryptionKey")]
    public void The_name_of_a_setting_is_written_once(string key) =>
        Repository.Sources("infra")
            .Where(source => System.IO.File.ReadAllText(source.Path).Contains(
                $"new(\"{key}\"", StringComparison.Ordinal))
            .Select(source => source.Name)
            .Should().Equal("infra/Core/Settings/SettingsShape.cs");

    [Fact]
    public void A_silent_file_says_every_default_and_none_of_them_is_wrong()
    {
        var silent = Read("config: {}\n");
        var spoken = Read("config:\n" + string.Concat(SettingsShape.All
            .Where(setting => setting.Default is not null)
            .Select(setting => $"  bedrock-prompts:{setting.Field.Key}: "
                + setting.Default!.Replace("<stack>", "prod", StringComparison.Ordinal) + "\n")));

        Said(spoken).Should().Be(Said(silent));
        spoken.Diagnostics.Should().BeEmpty();
        silent.Value!.Retain.Should().Be(5);
    }

    [Theory]
    [InlineData("[]", "PRM009")]
    [InlineData("hello", "PRM009")]
    [InlineData("config: x", "PRM009")]
    [InlineData("config: [a]", "PRM009")]
    [InlineData("confg: { bedrock-prompts:default: draft }", "PRM008")]
    [InlineData("config: { bedrock-promts:default: draft }", "PRM470")]
    [InlineData("config: { bedrock_prompts:default: draft }", "PRM470")]
    [InlineData("config: { bedrockprompts:default: draft }", "PRM470")]
    [InlineData("config: { bedrock-prompts: { default: draft } }", "PRM470")]
    [InlineData("config: { default: draft }", "PRM470")]
    [InlineData("config: { parameterpath: /a }", "PRM470")]
    [InlineData("config: { bedrock-prompts:defualt: draft }", "PRM008")]
    [InlineData("config: { aws:region: us-east-1, aws-native:region: us-west-2 }", "PRM472")]
    public void What_nobody_would_read_is_an_error(string file, string code)
    {
        var read = Read(file);

        read.Diagnostics.Select(problem => (problem.Code, problem.Severity))
            .Should().Equal((code, Severity.Error));
        read.Value!.IsDoubtful.Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("config:\n")]
    [InlineData("secretsprovider: x\nencryptedkey: y\nencryptionsalt: z\nenvironment: [a]\n")]
    [InlineData("config: { bedrock-agents:default: draft, prompts:default: x, customer: y, aws:region: us-east-1 }\n")]
    public void What_pulumi_or_others_read_is_not(string file) =>
        Read(file).Diagnostics.Where(problem => problem.Code is not "PRM560").Should().BeEmpty();

    private static Checked<StackSettings> Read(string text) =>
        SettingsReader.ReadText(new SourceText("Pulumi.prod.yaml", text), ProjectConfig.None);

    private static string Without(string key) => Regex.Replace(
        $"{File}\n", $@"^  bedrock-prompts:{key}:.*\n(    .*\n)*", "", RegexOptions.Multiline);

    private static string Said(Checked<StackSettings> read) => string.Join(
        '\n', [Said(read.Value!), .. read.Diagnostics.Select(problem => problem.Code)]);

    private static string Said(Thresholds thresholds) => string.Join(' ', new[]
    {
        thresholds.Failures, thresholds.Latency, thresholds.Quality,
    }.Select(one => $"{one?.Limit} of {one?.Of} in {one?.In}"));

    /// <summary>Everything that settings say.</summary>
    internal static string Said(StackSettings settings) => string.Join(
        '\n',
        [
            settings.Region,
            .. settings.Live.Select(target => $"{target.Key} " + (target.Value is Target.Pinned pinned
                ? $"{string.Join(' ', pinned.Kept)} live {pinned.Live}"
                : target.Value.GetType().Name)),
            .. settings.Experiments.Values.Select(one => $"{one.Key} {one.Shares} "
                + string.Join(' ', one.Arms.Select(arm => $"{arm.Key}={arm.Release}"))),
            $"{settings.Default} {settings.Retain} {settings.NamePrefix} {settings.ParameterPath} {settings.Protect}",
            $"{settings.Models.Of("amazon.nova-lite-v1:0")!.Output}",
            .. settings.Values.Select(value => $"{value.Key}={value.Value.Value}"),
            .. settings.Tags.Select(tag => $"{tag.Name.Value}:{tag.Text.Value}"),
            .. settings.InferenceProfiles.Select(profile => $"{profile.Key} {string.Join(' ', profile.Value)}"),
            .. settings.PromptModels.Select(prompt => $"{prompt}"),
            $"{settings.Measure}",
            $"{settings.Judge?.Model?.Value} {settings.Judge?.Votes}",
            settings.EncryptionKey,
            settings.PermissionsBoundary,
            $"{settings.Require.Owner} {settings.Require.TriedIn?.Value} {settings.Require.MonthsOfModel}",
            .. settings.Require.Models,
            .. settings.Require.Exempt.Select(exempt => $"{exempt.Name.Value}:{exempt.Text.Value}"),
            .. settings.Watch?.Names.Select(name => $"{name.Key} {Said(name.Value.Thresholds)}") ?? [],
            settings.Watch is { } watch
                ? $"{Said(watch.Each)} {watch.Notify} {watch.Dashboard} {watch.LogGroup} {watch.Rollback}"
                : "",
        ]);
}
