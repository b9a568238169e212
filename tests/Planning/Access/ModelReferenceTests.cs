using FluentAssertions;
using Infra.Planning.Access;
using Infra.Tests.Support.Iam;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class ModelReferenceTests
{
    private const string Place = "arn:aws:bedrock:us-east-1:123456789012";

    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0")]
    [InlineData("deepseek.v3.2")]
    [InlineData("zai.glm-4.7")]
    [InlineData("amazon.nova-pro-v1:0")]
    [InlineData("ai21.jamba-1-5-large-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0")]
    public void A_model(string model) => ModelReference.Of(model).Should().BeOfType<ModelReference.Foundation>();

    [Theory]
    [InlineData("us.amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0", false)]
    [InlineData("us-gov.anthropic.claude-3-haiku-20240307-v1:0", "anthropic.claude-3-haiku-20240307-v1:0", false)]
    [InlineData("apac.amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0", false)]
    [InlineData("jp.anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6", false)]
    [InlineData("global.anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6", true)]
    public void A_profile_of_aws_and_the_model_behind_it(string id, string model, bool isGlobal)
    {
        var profile = ModelReference.Of(id).Should().BeOfType<ModelReference.SystemProfile>().Subject;

        profile.Model.Should().Be(model);
        profile.IsGlobal.Should().Be(isGlobal);
        Deployed.Fill(profile.Arn).Should().Be((Value)$"{Place}:inference-profile/{id}");
    }

    [Fact]
    public void A_profile_by_its_arn_is_called_where_the_arn_says() =>
        ModelReference.Of("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0")
            .Should().BeOfType<ModelReference.SystemProfile>().Which.Region.Should().Be("eu-west-1");

    [Theory]
    [InlineData($"{Place}:application-inference-profile/abcdefghijkl", typeof(ModelReference.ApplicationProfile))]
    [InlineData($"{Place}:prompt-router/abcdefghijkl", typeof(ModelReference.PromptRouter))]
    [InlineData($"{Place}:default-prompt-router/anthropic.claude:1", typeof(ModelReference.PromptRouter))]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:endpoint/mine", typeof(ModelReference.Endpoint))]
    [InlineData($"{Place}:custom-model/amazon.titan-text-lite-v1/abcdefghijkl", typeof(ModelReference.CustomModel))]
    [InlineData($"{Place}:provisioned-model/abcdefghijkl", typeof(ModelReference.Other))]
    [InlineData($"{Place}:imported-model/abcdefghijkl", typeof(ModelReference.Other))]
    [InlineData($"{Place}:custom-model-deployment/abcdefghijkl", typeof(ModelReference.Other))]
    public void Everything_else_is_told_by_its_arn(string arn, Type expected) =>
        ModelReference.Of(arn).Should().BeOfType(expected);
}
