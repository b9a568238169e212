using FluentAssertions;
using Infra.Planning.Access;
using Xunit;

namespace Infra.Tests.Planning.Access;

public sealed class InferenceProfilesTests
{
    [Fact]
    public void Where_a_profile_routes_to_depends_on_where_it_is_called()
    {
        const string Haiku = "us.anthropic.claude-3-haiku-20240307-v1:0";

        InferenceProfiles.Destinations(Haiku, "us-east-2").Should().Equal("us-east-1", "us-east-2", "us-west-2");
        InferenceProfiles.Destinations(Haiku, "us-west-2").Should().Equal("us-east-1", "us-west-2");
        InferenceProfiles.Destinations(Haiku, "eu-west-1").Should().BeNull();
        InferenceProfiles.Destinations(Haiku, region: null).Should().Equal("us-east-1", "us-east-2", "us-west-2");
    }

    [Fact]
    public void What_is_not_in_the_list_is_not_guessed()
    {
        InferenceProfiles.Destinations("us.vendor.new-v1:0", "us-east-1").Should().BeNull();
        InferenceProfiles.Sources("us.vendor.new-v1:0").Should().BeEmpty();
    }

    [Fact]
    public void No_profile_lists_a_source_twice()
    {
        foreach (var id in InferenceProfiles.Ids)
        {
            InferenceProfiles.Sources(id).Should().NotBeEmpty().And.OnlyHaveUniqueItems(id);
        }
    }
}
