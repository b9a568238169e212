using FluentAssertions;
using Infra.Models;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Models;

public sealed class RefusalsTests
{
    private const string Nova = "amazon.nova-lite-v1:0";
    private const string Sonnet = "us.anthropic.claude-sonnet-5";
    private const string Haiku = "anthropic.claude-haiku-4-5-20251001-v1:0";

    [Fact]
    public void What_fits_is_not_refused()
    {
        Answers(new(Nova) { Temperature = 0, TopP = 0.9m, Fields = NovaTopK(128), MaxTokens = 10000, System = true })
            .Should().BeEmpty();
        Answers(new(Sonnet) { Temperature = 1, Stops = true, System = true, Tools = true, Streams = true })
            .Should().BeEmpty();
    }

    [Fact]
    public void A_parameter_that_is_not_taken_is_answered_by_its_own_name()
    {
        Answers(new(Sonnet) { Temperature = 0.5m })
            .Should().Equal(Returned("`temperature` is deprecated for this model."));
        Answers(new(Sonnet) { TopP = 1 }).Should().Equal(Returned("`top_p` is deprecated for this model."));
        Answers(new(Sonnet) { Fields = Map(("top_k", 5)) })
            .Should().Equal(Returned("`top_k` is deprecated for this model."));
        Answers(new("openai.gpt-oss-20b-1:0") { Stops = true }).Should().Equal(
            "This model doesn't support the stopSequences field. Remove stopSequences and try again.");
        Answers(new(Nova) { Fields = Map(("top_k", 5)) }).Should().Equal(Returned(
            "Malformed input request: #: extraneous key [top_k] is not permitted, please reformat your input and try "
            + "again."));
    }

    [Fact]
    public void One_sampler_is_taken_and_both_are_not()
    {
        Answers(new($"us.{Haiku}") { Temperature = 0.5m }).Should().BeEmpty();
        Answers(new($"us.{Haiku}") { Temperature = 0.5m, TopP = 0.5m }).Should().Equal(Returned(
            "`temperature` and `top_p` cannot both be specified for this model. Please use only one."));
    }

    [Fact]
    public void The_range_is_the_models_own()
    {
        Answers(new(Nova) { Fields = NovaTopK(129) }).Should().ContainSingle()
            .Which.Should().Contain("#/inferenceConfig/topK: 129");
        Answers(new(Nova) { TopP = 0 }).Should().ContainSingle();
        Answers(new(Nova) { MaxTokens = 10001 }).Should().Equal(
            "The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value "
            + "that is lower than 10000.");
    }

    [Fact]
    public void A_bare_id_that_is_called_through_a_profile_only_names_those_that_fit()
    {
        var refusal = Refusals.Of(new(Haiku), ModelCatalog.Known, "eu-west-1", ModelCatalog.Known.Date).Single();

        refusal.Should().BeOfType<Refusal.ProfileNeeded>()
            .Which.Profiles.Should().Equal($"eu.{Haiku}", $"global.{Haiku}");
        RefusalAnswers.Of(refusal).Message.Should().StartWith(
            $"Invocation of model ID {Haiku} with on-demand throughput isn’t supported.");
    }

    [Theory]
    [InlineData("jp.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("openai.gpt-5.5")]
    public void What_the_region_does_not_have_is_no_id_there(string model) =>
        Answers(new(model)).Should().Equal("The provided model identifier is invalid.");

    [Fact]
    public void Nothing_is_missing_in_a_region_of_which_nothing_is_known() =>
        Refusals.Of(new(Nova), ModelCatalog.Known, "cn-north-1", ModelCatalog.Known.Date).Should().BeEmpty();

    [Fact]
    public void What_is_disputed_is_not_refused()
    {
        Answers(new("anthropic.claude-sonnet-5")).Should().BeEmpty("the bare id is said to work, and not to");
        Answers(new("us.anthropic.claude-sonnet-4-6") { EndsWithAssistant = true }).Should().BeEmpty();
        Answers(new("openai.gpt-oss-20b-1:0") { MaxTokens = 128000 }).Should().BeEmpty();
    }

    [Fact]
    public void The_end_comes_before_everything_else() =>
        Answers(new("anthropic.claude-3-haiku-20240307-v1:0") { EndsWithAssistant = true, MaxTokens = 999999 })
            .Should().Equal(ModelErrors.Of("eol").Message);

    [Fact]
    public void The_conversation_and_what_it_holds_are_looked_at()
    {
        Answers(new(Sonnet) { EndsWithAssistant = true }).Should().Equal(ModelErrors.Of("prefill").Message);
        Answers(new("meta.llama3-8b-instruct-v1:0") { EndsWithAssistant = true })
            .Should().Equal(ModelErrors.Of("last-turn-user").Message);
        Answers(new("mistral.mistral-7b-instruct-v0:2") { System = true })
            .Should().Equal(ModelErrors.Of("system-unsupported").Message);
        Answers(new("meta.llama3-8b-instruct-v1:0") { Tools = true }).Should().BeEmpty();
        Answers(new("meta.llama3-8b-instruct-v1:0") { Tools = true, Streams = true })
            .Should().Equal(ModelErrors.Of("tools-streaming").Message);
        Answers(new("amazon.nova-micro-v1:0") { Images = true })
            .Should().Equal(ModelErrors.Of("image-unsupported").Message);
        Answers(new("qwen.qwen3-32b-v1:0") { CachePoint = true })
            .Should().Equal(ModelErrors.Of("cache-unsupported").Message);
    }

    private static string[] Answers(ModelUse use) =>
    [
        .. Refusals.Of(use, ModelCatalog.Known, "us-east-1", ModelCatalog.Known.Date)
            .Select(refusal => RefusalAnswers.Of(refusal).Message),
    ];

    private static string Returned(string message) => $"The model returned the following errors: {message}";

    private static Value.Map NovaTopK(int topK) => Map(("inferenceConfig", Map(("topK", topK))));
}
