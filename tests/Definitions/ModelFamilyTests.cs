using FluentAssertions;
using Infra.Definitions.Prompts;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Definitions;

public sealed class ModelFamilyTests
{
    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", """{"top_k":250}""")]
    [InlineData("us.anthropic.claude-sonnet-4-20250514-v1:0", """{"top_k":250}""")]
    [InlineData("global.anthropic.claude-sonnet-4-5-20250929-v1:0", """{"top_k":250}""")]
    [InlineData("us-gov.amazon.nova-lite-v1:0", """{"inferenceConfig":{"topK":250}}""")]
    [InlineData("apac.amazon.nova-pro-v1:0", """{"inferenceConfig":{"topK":250}}""")]
    [InlineData("cohere.command-r-plus-v1:0", """{"k":250}""")]
    [InlineData("mistral.mixtral-8x7b-instruct-v0:1", """{"top_k":250}""")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2", """{"top_k":250}""")]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-micro-v1:0",
        """{"inferenceConfig":{"topK":250}}""")]
    [InlineData(
        "arn:aws:bedrock:us-west-2:123456789012:custom-model/anthropic.claude-3-haiku-20240307-v1:0/abcdef123456",
        """{"top_k":250}""")]
    public void TopK_is_spelt_as_the_family_spells_it(string model, string fields) =>
        CanonicalJson.Compact(ModelFamily.Of(model)!.TopKFields(250)!).Should().Be(fields);

    [Theory]
    [InlineData("mistral.mistral-large-2402-v1:0")]
    [InlineData("us.meta.llama3-3-70b-instruct-v1:0")]
    [InlineData("ai21.jamba-1-5-large-v1:0")]
    [InlineData("amazon.titan-text-express-v1")]
    [InlineData("us.deepseek.r1-v1:0")]
    public void A_family_without_topK_says_so(string model) => ModelFamily.Of(model)!.TopKFields(250).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("${model}")]
    [InlineData("somebody.new-model-v1:0")]
    [InlineData("us.anthropically-named.model")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:imported-model/a1b2c3d4e5f6")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:endpoint/my-endpoint")]
    public void A_family_that_cannot_be_told_is_not_guessed(string model) => ModelFamily.Of(model).Should().BeNull();
}
