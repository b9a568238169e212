using FluentAssertions;
using Infra.Diagnostics;
using Infra.Local.Access.Evaluation;
using Infra.Models;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class ModelAccessTests
{
    private const string Account = $"arn:aws:bedrock:us-east-1:{Deployed.Account}";

    private const string ByProfile = "bedrock:InferenceProfileArn";

    private const string Sonnet = "anthropic.claude-sonnet-4-6";

    private const string Haiku = "anthropic.claude-3-haiku-20240307-v1:0";

    private static readonly StackSettings Dev = new()
    {
        Stack = "dev",
        At = Location.StartOf("Pulumi.dev.yaml"),
        Region = "us-east-1",
        NamePrefix = "dev-",
        ParameterPath = "/bedrock-prompts/dev",
    };

    [Fact]
    public void A_model_is_called_in_the_stacks_region_only()
    {
        var policy = Policy(Dev, Haiku);

        policy.Should().Allow(Invoke(Model("us-east-1", Haiku)));
        policy.Should().NotAllow(Invoke(Model("us-west-2", Haiku)));
        policy.Should().NotAllow(Invoke(Model("us-east-1", "anthropic.claude-3-opus-20240229-v1:0")));
    }

    [Theory]
    [InlineData("us-east-1", "us-east-1 us-west-2", "us-east-2")]
    [InlineData("us-east-2", "us-east-1 us-east-2 us-west-2", "us-west-1")]
    public void A_profile_reaches_its_model_where_it_routes_to_from_the_stacks_region(
        string from, string reached, string notReached)
    {
        var profile = $"arn:aws:bedrock:{from}:{Deployed.Account}:inference-profile/us.{Haiku}";

        var policy = Policy(Dev with { Region = from }, profile);

        policy.Should().Allow(Invoke(profile));
        foreach (var region in reached.Split(' '))
        {
            policy.Should().Allow(Invoke(Model(region, Haiku)).With(ByProfile, profile));
        }

        policy.Should().NotAllow(Invoke(Model(notReached, Haiku)).With(ByProfile, profile));
    }

    [Fact]
    public void A_model_behind_a_profile_is_not_called_past_it()
    {
        var policy = Policy(Dev, $"us.{Haiku}");

        policy.Should().NotAllow(Invoke(Model("us-east-1", Haiku)));
        policy.Should().NotAllow(Invoke(Model("us-east-1", Haiku))
            .With(ByProfile, $"{Account}:inference-profile/us.anthropic.claude-3-opus-20240229-v1:0"));
    }

    [Fact]
    public void A_global_profile_reaches_its_model_at_home_and_in_the_region_without_a_name()
    {
        var profile = $"{Account}:inference-profile/global.anthropic.claude-sonnet-4-6";

        var policy = Policy(Dev, "global.anthropic.claude-sonnet-4-6");

        policy.Should().Allow(Invoke(profile));
        policy.Should().Allow(Invoke(Model("us-east-1", Sonnet)).With(ByProfile, profile));
        policy.Should().Allow(Invoke(Model("", Sonnet)).With(ByProfile, profile));
        policy.Should().NotAllow(Invoke(Model("eu-west-1", Sonnet)).With(ByProfile, profile));
    }

    [Fact]
    public void A_stack_may_state_where_a_profile_leads()
    {
        var profile = $"{Account}:inference-profile/us.vendor.new-v1:0";
        var settings = Dev with
        {
            InferenceProfiles = Dev.InferenceProfiles.Add("us.vendor.new-v1:0", ["us-east-1", "us-west-1"]),
        };

        var policy = Policy(settings, "us.vendor.new-v1:0");

        policy.Should().Allow(Invoke(Model("us-west-1", "vendor.new-v1:0")).With(ByProfile, profile));
        policy.Should().NotAllow(Invoke(Model("us-west-2", "vendor.new-v1:0")).With(ByProfile, profile));
    }

    [Fact]
    public void A_profile_nobody_knows_reaches_its_own_model_alone_and_only_through_itself()
    {
        var profile = $"{Account}:inference-profile/us.vendor.new-v1:0";

        var policy = Policy(Dev, "us.vendor.new-v1:0");

        policy.Should().Allow(Invoke(Model("us-west-2", "vendor.new-v1:0")).With(ByProfile, profile));
        policy.Should().NotAllow(Invoke(Model("us-west-2", "vendor.new-v1:0")));
        policy.Should().NotAllow(Invoke(Model("us-west-2", Haiku)).With(ByProfile, profile));
    }

    [Theory]
    [InlineData("application-inference-profile/abcdefghijkl", "bedrock:InferenceProfileArn")]
    [InlineData("prompt-router/abcdefghijkl", "bedrock:PromptRouterArn")]
    public void What_a_profile_of_ones_own_or_a_router_leads_to_is_reached_only_through_it(string resource, string key)
    {
        var through = $"{Account}:{resource}";

        var policy = Policy(Dev, through);

        policy.Should().Allow(Invoke(through));
        policy.Should().Allow(Invoke(Model("us-west-2", Haiku)).With(key, through));
        policy.Should().NotAllow(Invoke(Model("us-west-2", Haiku)));
        policy.Should().NotAllow(Invoke(Model("us-west-2", Haiku)).With(key, $"{through}2"));
    }

    [Fact]
    public void A_stack_may_state_which_models_a_profile_of_its_own_leads_to()
    {
        var through = $"{Account}:application-inference-profile/abcdefghijkl";
        var settings = Dev with { InferenceProfiles = Dev.InferenceProfiles.Add(through, [Model("us-east-1", Haiku)]) };

        var policy = Policy(settings, through);

        policy.Should().Allow(Invoke(Model("us-east-1", Haiku)).With(ByProfile, through));
        policy.Should().NotAllow(Invoke(Model("us-west-2", Haiku)).With(ByProfile, through));
    }

    [Fact]
    public void A_marketplace_model_is_called_through_bedrock_only()
    {
        const string Endpoint = "arn:aws:sagemaker:us-east-1:123456789012:endpoint/mine";

        var policy = Policy(Dev, Endpoint);

        policy.Should().Allow(Invoke($"{Account}:marketplace/model-endpoint/all-access"));
        policy.Should().Allow(
            new AccessRequest("sagemaker:InvokeEndpoint", Endpoint).With("aws:CalledViaLast", "bedrock.amazonaws.com"));
        policy.Should().NotAllow(new("sagemaker:InvokeEndpoint", Endpoint));
    }

    [Fact]
    public void What_every_kind_of_model_takes_is_as_recorded()
    {
        const string Elsewhere = "arn:aws:bedrock:eu-west-1:123456789012";
        var settings = Dev with
        {
            InferenceProfiles = Dev.InferenceProfiles
                .Add("us.vendor.stated-v1:0", ["us-west-1", Model("us-west-2", "vendor.other-v1:0")])
                .Add($"{Account}:prompt-router/statedrouter", [Model("us-east-1", Haiku)])
                .Add($"{Account}:application-inference-profile/statedprofil", [Model("us-east-1", Haiku)]),
        };
        string[] models =
        [
            Haiku,
            Model("us-west-2", Haiku),
            $"us.{Haiku}",
            $"{Elsewhere}:inference-profile/eu.{Haiku}",
            $"global.{Sonnet}",
            "us.vendor.stated-v1:0",
            "us.vendor.unknown-v1:0",
            $"{Account}:application-inference-profile/abcdefghijkl",
            $"{Account}:application-inference-profile/statedprofil",
            $"{Account}:prompt-router/abcdefghijkl",
            $"{Account}:prompt-router/statedrouter",
            $"{Account}:provisioned-model/abcdefghijkl",
            $"{Account}:custom-model-deployment/abcdefghijkl",
            $"{Account}:imported-model/abcdefghijkl",
            "arn:aws:sagemaker:us-east-1:123456789012:endpoint/mine",
        ];

        Recorded.Equal("policies/models.json", CanonicalJson.Indented(Deployed.Fill(Statement.Policy(
            models.SelectMany(model => ModelAccess.Statements(
                [model], settings, ModelAccess.Invoke, ModelAccess.Stream))))) + "\n");
    }

    [Fact]
    public void Neither_order_nor_repetition_changes_a_policy()
    {
        string[] models = [Haiku, $"us.{Haiku}", "eu.amazon.nova-pro-v1:0", $"global.{Sonnet}", Haiku];

        Policy(Dev, [.. models.Reverse()]).ToString().Should().Be(Policy(Dev, models).ToString());
    }

    [Fact]
    public void Every_profile_in_the_list_makes_a_policy_that_iam_understands()
    {
        foreach (var id in ModelCatalog.Known.Profiles)
        {
            foreach (var region in ModelCatalog.Known.Sources(id))
            {
                Policy(Dev with { Region = region }, id).Violations.Should().BeEmpty();
            }
        }
    }

    private static string Model(string region, string id) => $"arn:aws:bedrock:{region}::foundation-model/{id}";

    private static AccessRequest Invoke(string arn) => new(ModelAccess.Invoke, arn);

    private static Granted Policy(StackSettings settings, params string[] models) =>
        new(Deployed.Fill(Statement.Policy(
            ModelAccess.Statements(models, settings, ModelAccess.Invoke, ModelAccess.Stream))));
}
