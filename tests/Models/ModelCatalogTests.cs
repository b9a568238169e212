using FluentAssertions;
using Infra.Models;
using Xunit;

namespace Infra.Tests.Models;

public sealed class ModelCatalogTests
{
    private static readonly ModelCatalog Catalog = ModelCatalog.Known;

    [Theory]
    [InlineData("amazon.nova-lite-v1:0")]
    [InlineData("us.amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0/abcdefghijkl")]
    public void One_look_up_takes_ids_profiles_and_ARNs(string name) =>
        Catalog.Of(name)!.Id.Should().Be("amazon.nova-lite-v1:0");

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("us.vendor.new-v1:0")]
    [InlineData("amazon.nova-lite-v9:0")]
    [InlineData("${model}")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:imported-model/a1b2c3d4e5f6")]
    public void What_is_not_there_is_unknown(string name)
    {
        Catalog.Of(name).Should().BeNull();
        Catalog.Price(name).Should().BeNull();
        Refusals.Of(new(name) { Temperature = 1, TopP = 1, System = true }, Catalog, "us-east-1", Catalog.Date)
            .Should().BeEmpty();
    }

    [Fact]
    public void A_profile_is_priced_for_itself()
    {
        Catalog.Price("amazon.nova-lite-v1:0")!.Input.Should().Be(0.06m);
        Catalog.Price("apac.amazon.nova-lite-v1:0")!.Input.Should().Be(0.063m);
        Catalog.Price("eu.amazon.nova-lite-v1:0").Should().BeNull("two sources disagree");
        Catalog.Price("us.anthropic.claude-sonnet-5")!.Input.Should().Be(2.2m);
        Catalog.Price("global.anthropic.claude-sonnet-5")!.Input.Should().Be(2m);
    }

    [Fact]
    public void Where_a_profile_leads_depends_on_where_it_is_called()
    {
        Catalog.Destinations("us.anthropic.claude-sonnet-5", "us-east-2")
            .Should().Equal("us-east-1", "us-east-2", "us-west-2");
        Catalog.Destinations("us.anthropic.claude-sonnet-5", "eu-west-1").Should().BeNull();
        Catalog.Knows("us.anthropic.claude-haiku-5-5").Should().BeTrue("a catalog lists it");
        Catalog.Sources("us.anthropic.claude-haiku-5-5").Should().BeEmpty("nobody said from where");
    }

    [Fact]
    public void The_world_is_the_last_of_the_profiles_that_a_region_calls() =>
        ModelCatalog.ProfilesFrom(Catalog.Of("anthropic.claude-haiku-4-5-20251001-v1:0")!, "us-east-1")
            .Should().Equal(
                "us.anthropic.claude-haiku-4-5-20251001-v1:0", "global.anthropic.claude-haiku-4-5-20251001-v1:0");

    [Fact]
    public void A_stack_corrects_one_fact_and_the_rest_stays()
    {
        using var facts = System.Text.Json.JsonDocument.Parse(
            """{ "lifecycle": { "eol": "2027-01-01" }, "onDemand": ["us-east-1"], "output": 5 }""");

        var stated = ModelFacts.Read(Catalog.Of("amazon.nova-lite-v1:0")!, facts.RootElement);
        var model = Catalog.With([stated]).Of("us.amazon.nova-lite-v1:0")!;

        model.Lifecycle.End.Should().Be(new DateOnly(2027, 1, 1));
        model.OnDemand.Should().Equal("us-east-1");
        model.Output.Should().Be(5);
        model.Parameters.TopK!.Most.Should().Be(128);
    }

    [Fact]
    public void Every_profile_is_of_a_model_that_is_there()
    {
        Catalog.Models.Should().HaveCountGreaterThan(100);
        Catalog.Profiles.Should().OnlyHaveUniqueItems().And.OnlyContain(id => ModelName.IsProfile(id));
        Catalog.Profiles.Should().OnlyContain(id => Catalog.Of(id) != null);
    }
}
