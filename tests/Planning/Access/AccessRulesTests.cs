using FluentAssertions;
using Infra.Models;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class AccessRulesTests
{
    [Theory]
    [InlineData("us.amazon.nova-lite-v1:0")]
    [InlineData("global.vendor.anything-v1:0")]
    [InlineData("vendor.anything-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl")]
    public void A_model_that_can_be_called_is_not_remarked_on(string model) => Remarks(model).Should().BeEmpty();

    [Fact]
    public void A_profile_that_is_not_in_the_list_is_remarked_on() =>
        Remarks("us.anthropic.claude-3-haiku-20240307-v2:0").Should().Equal(
            "prompts/hello.yaml(2,8): warning PRM180: 'us.anthropic.claude-3-haiku-20240307-v2:0' is not among "
            + $"the inference profiles known on {ModelCatalog.Known.Date:yyyy-MM-dd}. "
            + "Did you mean 'us.anthropic.claude-3-haiku-20240307-v1:0'? "
            + "If it is new, list its regions in bedrock-prompts:inferenceProfiles: until then callers may use its "
            + "model in any region, but only through this profile.");

    [Fact]
    public void A_profile_that_the_stack_states_is_not_remarked_on() =>
        Remarks("us.vendor.new-v1:0", "inferenceProfiles: { us.vendor.new-v1:0: [us-east-1] }").Should().BeEmpty();

    [Fact]
    public void A_profile_of_another_geography_is_remarked_on() =>
        Remarks("jp.anthropic.claude-sonnet-4-6").Should().Equal(
            "prompts/hello.yaml(2,8): warning PRM181: 'jp.anthropic.claude-sonnet-4-6' cannot be called from "
            + "us-east-1, only from ap-northeast-1, ap-northeast-3. Choose a profile of this region; "
            + "if AWS has added it, list where it leads in bedrock-prompts:inferenceProfiles.");

    [Fact]
    public void A_custom_model_is_remarked_on() =>
        Remarks("arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan-text-lite-v1/abcdefghijkl")
            .Should().ContainSingle().Which.Should().Contain("PRM182").And.Contain("custom-model-deployment");

    [Fact]
    public void A_policy_that_iam_would_refuse_is_an_error()
    {
        const string Profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl";
        var models = Enumerable.Range(0, 80)
            .Select(index => $"\"arn:aws:bedrock:us-east-1::foundation-model/vendor.a-rather-long-name-{index}\"");

        Remarks(Profile, $"inferenceProfiles: {{ \"{Profile}\": [{string.Join(", ", models)}] }}")
            .Should().ContainSingle().Which.Should().MatchRegex(
                @"^prompts/hello\.yaml\(1,1\): error PRM183: The policy that gives access to 'hello' has [67],\d{3} ");
    }

    [Theory]
    [InlineData("[1, 2]", "Pulumi.prod.yaml")]
    [InlineData("2", "prompts/greeting.yaml")]
    public void It_is_reported_where_it_can_be_mended(string target, string file)
    {
        const string Model = "eu.anthropic.claude-sonnet-5";
        var regions = string.Join(", ", Enumerable.Range(1, 60).Select(number => $"eu-central-{number}"));

        new SampleProject
        {
            Releases = ["Hi {{name}}.", "Hello {{name}}."],
            Target = target,
            Region = "eu-central-1",
            Prompt = $"model: {Model}",
            Settings = [$"inferenceProfiles: {{ {Model}: [{regions}] }}", "measure: true"],
        }.Plan().Diagnostics.Should().ContainSingle(problem => problem.Code == "PRM183")
            .Which.At.File.Should().Be(file);
    }

    [Theory]
    [InlineData("inferenceProfiles: { us.a.b: [] }", "PRM130")]
    [InlineData("inferenceProfiles: { us.a.b: [everywhere] }", "PRM131")]
    [InlineData("inferenceProfiles: { us.a.b: [us-east-1, eu-central-1, us-gov-west-1] }", null)]
    [InlineData("inferenceProfiles: { us.a.b: [\"arn:aws:bedrock:::foundation-model/a.b\"] }", null)]
    [InlineData("inferenceProfiles: { \"arn:aws:bedrock:us-east-1:1:prompt-router/a\": [us-west-2] }", "PRM131")]
    [InlineData("inferenceProfiles: { us.a.b: us-east-1 }", "PRM009")]
    [InlineData("promptModels: { \"arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:3\": a.b }", null)]
    [InlineData("promptModels: { hello: a.b }", "PRM132")]
    public void What_a_stack_states_is_checked(string setting, string? code) =>
        Planned.Of(Planned.Dev(setting), Planned.Prompt("hello", "a.b")).Diagnostics
            .Select(diagnostic => diagnostic.Code)
            .Should().Equal(code is null ? [] : [code]);

    private static IEnumerable<string> Remarks(string model, params string[] settings) =>
        Planned.Of(Planned.Dev(settings), Planned.Prompt("hello", model)).Diagnostics
            .Select(diagnostic => diagnostic.ToString());
}
