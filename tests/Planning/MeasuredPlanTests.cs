using System.Collections.Immutable;
using FluentAssertions;
using Infra.Planning;
using Infra.Settings;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class MeasuredPlanTests
{
    private const string Lite = "amazon.nova-lite-v1:0";

    private static readonly SampleProject Two = new()
    {
        Releases = ["One {{name}}.", "Two {{name}}."],
        Target = "[1, 2]",
        Settings = ["measure: true"],
    };

    [Theory]
    [InlineData("true", Measuring.On)]
    [InlineData("'true'", Measuring.On)]
    [InlineData("false", Measuring.Off)]
    [InlineData("'false'", Measuring.Off)]
    [InlineData("ending", Measuring.Ending)]
    public void It_is_said_in_any_of_Pulumis_spellings(string text, Measuring expected) =>
        (Two with { Settings = [$"measure: {text}"] }).Read().Stacks["prod"].Measure.Should().Be(expected);

    [Fact]
    public void Another_word_is_refused_where_it_stands() =>
        (Two with { Settings = ["measure: sometimes"] }).Read().Stacks["prod"].IsDoubtful.Should().BeTrue();

    [Fact]
    public void A_prompt_calls_each_of_its_models_through_a_profile_of_its_own()
    {
        var plan = Two.Plan().Value!;

        var profile = plan.Profiles.Should().ContainSingle().Which;
        (profile.Owner, profile.Model).Should().Be(("greeting", Lite));
        var resource = Resource(plan, profile.Name);
        resource.Type.Should().Be("AWS::Bedrock::ApplicationInferenceProfile");
        CanonicalJson.Compact(resource.Properties["ModelSource"]!).Should()
            .Contain($"::foundation-model/{Lite}");
        ModelOf(plan).Should().Be(profile.Arn);
        Resource(plan, "greeting-r1").DependsOn.Should().Contain(profile.Name);
    }

    [Fact]
    public void Without_it_nothing_is_declared() =>
        (Two with { Settings = [] }).Plan().Value!.Profiles.Should().BeEmpty();

    [Fact]
    public void While_it_ends_versions_keep_their_profile_and_the_draft_names_the_model()
    {
        var plan = (Two with { Settings = ["measure: ending"] }).Plan().Value!;

        plan.Profiles.Should().ContainSingle();
        ModelOf(plan).Should().Be((Value)Lite);
    }

    [Fact]
    public void The_digest_of_what_is_released_covers_the_model_and_never_the_profile()
    {
        var (off, on) = ((Two with { Settings = [] }).Plan().Value!, Two.Plan().Value!);

        on.Aliases.Single().Content.Should().Be(off.Aliases.Single().Content);
        Resource(on, "greeting-r2").Postcondition!.Expected.Should()
            .Be(Resource(off, "greeting-r2").Postcondition!.Expected);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:default-prompt-router/anthropic.claude:1")]
    public void What_no_profile_can_be_made_of_is_called_as_it_is_written(string model)
    {
        var plan = (Two with { Prompt = $"model: {model}" }).Plan().Value!;

        plan.Profiles.Should().BeEmpty();
        ModelOf(plan).Should().Be((Value)model);
    }

    [Theory]
    [InlineData("prod-", "greeting")]
    [InlineData("a-very-long-prefix-that-a-whole-division-of-the-company-has-agreed-on-", "greeting")]
    public void Its_name_is_one_that_aws_takes_and_stays_when_the_prefix_changes(string prefix, string owner)
    {
        var plan = (Two with { Settings = ["measure: true", $"namePrefix: {prefix}"] }).Plan().Value!;

        var resource = plan.Resources.First(declared => declared.Owner == owner);
        var name = ((Value.Text)resource.Properties["InferenceProfileName"]!).Content;
        name.Should().MatchRegex("^([0-9a-zA-Z][ _-]?)+$").And.HaveLength(Math.Min(64, name.Length));
        resource.IgnoreChanges.Should().Equal("InferenceProfileName");
    }

    [Fact]
    public void More_profiles_than_an_account_has_are_warned_of()
    {
        var settings = Two.Read().Stacks["prod"];
        ImmutableArray<DeclaredProfile> many =
            [.. Enumerable.Range(0, 1000).Select(i => new DeclaredProfile($"p{i}", $"p{i}-profile-1", Lite))];

        MeasuredModels.Quota(many, settings).Should().BeEmpty();
        MeasuredModels.Quota(many.Add(many[0]), settings).Should().ContainSingle().Which.Code.Should().Be("PRM640");
    }

    [Theory]
    [InlineData("measure: true", "measure: false", "Warning PRM641")]
    [InlineData("measure: true", "measure: ending")]
    [InlineData("measure: ending", "measure: false")]
    [InlineData("measure: false", "measure: true")]
    public void It_ends_in_two_steps(string before, string after, params string[] said) =>
        (Two with { Settings = [after] }).Since(Two with { Settings = [before] }).Should().Equal(said);

    [Fact]
    public void Where_no_version_is_kept_it_ends_in_one_step()
    {
        var draft = new SampleProject { Settings = ["measure: true", "default: draft"] };

        (draft with { Settings = ["default: draft"] }).Since(draft).Should().BeEmpty();
    }

    private static Value? ModelOf(Plan plan) =>
        ((Value.Map)((Value.List)Resource(plan, "greeting").Properties["Variants"]!).Items[0])["ModelId"];

    private static DeclaredResource Resource(Plan plan, string name) =>
        plan.Resources.Single(resource => resource.Name == name);
}
