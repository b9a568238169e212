using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Settings;

/// <summary>Every value at its limits, and what is made of it.</summary>
public sealed class SettingValuesTests
{
    private const string Boundary = "arn:aws:iam::123456789012:policy/bounds";

    /// <summary>Each whole number that a setting or a requirement takes, with its range.</summary>
    public static TheoryData<string, int, int> Ranges
    {
        get
        {
            var ranges = new TheoryData<string, int, int>();
            foreach (var setting in SettingsShape.All)
            {
                Add($"bedrock-prompts:{setting.Field.Key}: #", setting.Field.Kind);
            }

            foreach (var required in ((Kind.Keys)Requirements.Kind).Shape.Fields)
            {
                Add($"bedrock-prompts:require: {{ {required.Key}: # }}", required.Kind);
            }

            return ranges;

            void Add(string form, Kind kind)
            {
                if (kind is Kind.Number number)
                {
                    ranges.Add(form, (int)number.Least!, (int)(number.Most ?? int.MaxValue));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void A_number_is_taken_from_its_least_to_its_most(string form, int least, int most)
    {
        foreach (long taken in (long[])[least, most])
        {
            Codes(form, taken).Should().BeEmpty($"{taken} is allowed");
        }

        foreach (var refused in (long[])[least - 1L, most + 1L])
        {
            Codes(form, refused).Should().NotBeEmpty($"{refused} is outside");
        }
    }

    [Fact]
    public void Numbers_with_ranges_are_there() => Ranges.Should().HaveCountGreaterThanOrEqualTo(4);

    [Theory]
    [InlineData("a", true)]
    [InlineData("Dev-1_x.y", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    public void A_stack_has_a_name_that_Pulumi_takes(string name, bool isName) =>
        StackSettings.IsName(name).Should().Be(isName);

    [Fact]
    public void A_stacks_name_has_up_to_a_hundred_characters()
    {
        StackSettings.IsName(new('a', 100)).Should().BeTrue();
        StackSettings.IsName(new('a', 101)).Should().BeFalse();
    }

    [Theory]
    [InlineData("Pulumi.dev.yaml", "dev")]
    [InlineData("Pulumi.a.yaml", "a")]
    [InlineData("Pulumi..yaml", null)]
    [InlineData("Pulumi.yaml", null)]
    [InlineData("Pulumi.dev.yml", null)]
    [InlineData("pulumi.dev.yaml", null)]
    public void A_stacks_file_is_known_by_its_name(string path, string? stack)
    {
        SettingsReader.StackOf(path).Should().Be(stack);
        SettingsReader.IsConfiguration(path).Should().Be(stack is not null || path is "Pulumi.yaml");
    }

    [Fact]
    public void Callers_notice_where_names_and_values_lead()
    {
        var settings = Read("""
              aws:region: us-east-1
              bedrock-prompts:namePrefix: p-
              bedrock-prompts:parameterPath: /p
              bedrock-prompts:retain: 3
              bedrock-prompts:encryptionKey: arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012
              bedrock-prompts:values: { team: shop, "model": nova }
              bedrock-prompts:inferenceProfiles: { us.x: [us-east-1, us-west-2] }
            """).Value!;

        CallerSettings.Of(settings).Select(setting => $"{setting.Key}={setting.Value}").Should().Equal(
            "encryptionKey=arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012",
            "inferenceProfiles.us.x=us-east-1, us-west-2", "namePrefix=p-", "parameterPath=/p", "region=us-east-1",
            "values.model=nova", "values.team=shop");
    }

    [Theory]
    [InlineData("[2, 2]", "A release is listed twice.")]
    [InlineData("[1, 1]", "A release is listed twice.")]
    [InlineData("[0, 2]", "Release numbers start at 1.")]
    [InlineData("[2, 0]", "Release numbers start at 1.")]
    [InlineData("0", "Release numbers start at 1.")]
    [InlineData("[]", "No release is listed.")]
    [InlineData("{ kept: [1, 2], live: 3 }", "Release 3 is live but not among 'kept'.")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8]", null)]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8, 9]", "9 releases are listed, but a stack keeps at most 8")]
    public void The_releases_that_a_stack_keeps_are_judged(string kept, string? problem)
    {
        var problems = Read($"  bedrock-prompts:live: {{ a: {kept} }}").Diagnostics.Select(one => one.Message);

        if (problem is null)
        {
            problems.Should().BeEmpty();
        }
        else
        {
            problems.Should().ContainSingle().Which.Should().StartWith(problem);
        }
    }

    [Fact]
    public void The_default_is_for_names_with_a_file()
    {
        var settings = Read("  bedrock-prompts:default: latest\n  bedrock-prompts:live: { a: 1 }").Value!;

        settings.TargetOf("a", hasWorkingFile: false).Should().BeOfType<Target.Pinned>();
        settings.TargetOf("b", hasWorkingFile: true).Should().BeOfType<Target.Latest>();
        settings.TargetOf("b", hasWorkingFile: false).Should().BeNull();
    }

    [Fact]
    public void A_setting_that_the_model_catalog_knows_is_corrected_and_no_more()
    {
        var models = Read("  bedrock-prompts:models: { amazon.nova-lite-v1:0: { output: 5 } }").Value!.Models;

        models.Of("amazon.nova-lite-v1:0")!.Output.Should().Be(5);
        models.Of("amazon.nova-lite-v1:0")!.Lifecycle.Should().Be(
            Infra.Models.ModelCatalog.Known.Of("amazon.nova-lite-v1:0")!.Lifecycle);
    }

    [Theory]
    [InlineData("environment: []", false)]
    [InlineData("environment: [a]", true)]
    [InlineData("environment:", false)]
    [InlineData("environment: a", true)]
    [InlineData("environment: { imports: [] }", false)]
    [InlineData("environment: { imports: [a] }", true)]
    [InlineData("environment: { values: { pulumiConfig: { other:key: 1 } } }", false)]
    [InlineData("environment: { values: { pulumiConfig: { key: 1 } } }", true)]
    public void An_environment_that_may_set_something_is_told(string environment, bool isTold) =>
        SettingsReader.ReadText(new SourceText("Pulumi.prod.yaml", $"{environment}\nconfig: {{}}\n"),
                ProjectConfig.None).Diagnostics.Select(problem => problem.Code)
            .Should().Equal(isTold ? ["PRM560"] : []);

    [Theory]
    [InlineData("bedrock-prompts:permissionsBoundary: " + Boundary, null)]
    [InlineData("bedrock-prompts:permissionsBoundary: { secure: AAAB }", "PRM100")]
    [InlineData("bedrock-prompts:tags: [{ secure: AAAB }]", "PRM100")]
    [InlineData("bedrock-prompts:values: { a: { secure: AAAB } }", "PRM100")]
    public void A_secret_is_found_wherever_it_stands(string setting, string? code) =>
        Read($"  {setting}").Diagnostics.Select(problem => problem.Code).Distinct()
            .Should().Equal(code is null ? [] : [code]);

    private static IEnumerable<string> Codes(string form, long number) =>
        Read($"  {form.Replace("#", $"{number}", StringComparison.Ordinal)}").Diagnostics
            .Select(problem => problem.Code);

    private static Infra.Diagnostics.Checked<StackSettings> Read(string config) => SettingsReader.ReadText(
        new SourceText("Pulumi.prod.yaml", $"config:\n{config}\n"), ProjectConfig.None);
}
