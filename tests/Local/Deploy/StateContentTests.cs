using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class StateContentTests
{
    private const string World = """{"world":"ours"}""";
    private const string Complete = """{"complete":true}""";

    private static readonly DeployedResource A = new()
    {
        Name = "a",
        Type = "AWS::SSM::Parameter",
        Identifier = "/a",
        Region = "us-east-1",
        Properties = Map(("Name", "/a"), ("Value", "one")),
        Needs = ["b", "c"],
        Protect = true,
    };

    [Fact]
    public void A_resource_is_a_line_that_a_person_can_read() =>
        CanonicalJson.Compact(A.ToValue()).Should().Be(
            """{"identifier":"/a","name":"a","needs":["b","c"],"properties":{"Name":"/a","Value":"one"}"""
            + ""","protect":true,"region":"us-east-1","type":"AWS::SSM::Parameter"}""");

    [Fact]
    public void A_line_gives_back_its_resource()
    {
        DeployedResource.Of(A.ToValue()).Should().BeEquivalentTo(A);
        var bare = new DeployedResource { Name = "a", Type = "AWS::SSM::Parameter", Properties = Map() };
        DeployedResource.Of(bare.ToValue()).Should().BeEquivalentTo(bare);
    }

    [Theory]
    [InlineData("""{"type":"AWS::SSM::Parameter","properties":{}}""")]
    [InlineData("""{"name":"a","properties":{}}""")]
    [InlineData("""{"name":"a","type":"AWS::SSM::Parameter"}""")]
    [InlineData("""{"name":1,"type":"AWS::SSM::Parameter","properties":{}}""")]
    public void A_line_without_name_type_or_properties_is_no_resource(string line) =>
        DeployedResource.Of((Value.Map)JsonValue.Parse(line)).Should().BeNull();

    [Fact]
    public void Any_difference_makes_two_records_unequal()
    {
        A.IsSame(A with { Properties = Map(("Value", "one"), ("Name", "/a")) }).Should().BeTrue();
        A.IsSame(A with { Protect = false }).Should().BeFalse();
        A.IsSame(A with { Needs = ["b"] }).Should().BeFalse();
        A.IsSame(A with { Identifier = null }).Should().BeFalse();
    }

    [Theory]
    [InlineData("AWS::IAM::ManagedPolicy", null)]
    [InlineData("AWS::IAM::Role", null)]
    [InlineData("AWS::IAM::RolePolicy", null)]
    [InlineData("AWS::SSM::Parameter", "eu-west-1")]
    [InlineData("AWS::Bedrock::Prompt", "eu-west-1")]
    public void A_resource_has_a_region_unless_its_service_has_none(string type, string? region) =>
        DeployedResource.RegionOf(type, "eu-west-1").Should().Be(region);

    [Fact]
    public void The_last_line_for_a_name_counts()
    {
        var content = Read(World, Line(A), Line(A with { Name = "b" }), Line(A with { Identifier = "/other" }));

        content.Resources.Keys.Should().BeEquivalentTo("a", "b");
        content.Resources["a"].Identifier.Should().Be("/other");
    }

    [Fact]
    public void What_is_gone_is_no_longer_there()
    {
        var content = Read(World, Line(A), Line(A with { Name = "b" }), StateContent.Gone("a"));

        content.Resources.Keys.Should().Equal("b");
        StateContent.Gone("a").Should().Be("""{"gone":"a"}""");
    }

    [Fact]
    public void What_was_made_in_another_world_does_not_exist_in_this_one()
    {
        var content = Read("""{"world":"other"}""", Line(A), Complete);

        content.Resources.Should().BeEmpty();
        content.IsComplete.Should().BeFalse();
        content.World.Should().Be("ours");
    }

    [Fact]
    public void A_state_is_complete_once_a_line_says_so()
    {
        Read(World, Line(A)).IsComplete.Should().BeFalse();
        Read(World, """{"complete":false}""").IsComplete.Should().BeFalse();
        Read(World, Complete, Line(A)).IsComplete.Should().BeTrue();
        Read(World, Complete, Complete, """{"unknown":true}""").IsComplete.Should().BeTrue();
    }

    [Fact]
    public void Lines_of_no_known_form_cost_nothing() =>
        Read(World, "[]", """{"unknown":true}""", Line(A)).Resources.Keys.Should().Equal("a");

    [Fact]
    public void The_fewest_lines_say_the_same()
    {
        var content = Read(World, Line(A), Line(A with { Name = "b" }), StateContent.Gone("b"));

        content.Lines(isComplete: false).Should().Equal(World, Line(A));
        content.Lines(isComplete: true).Should().Equal(World, Line(A), Complete);
    }

    [Fact]
    public void Two_names_can_lead_to_one_resource()
    {
        var content = Read(World, Line(A), Line(A with { Name = "b", Identifier = "/b" }));

        content.HasOther(A with { Name = "moved" }, "/a").Should().BeTrue();
        content.HasOther(A, "/a").Should().BeFalse("it is the same one");
        content.HasOther(A with { Name = "moved" }, "/c").Should().BeFalse();
        content.HasOther(A with { Name = "moved", Region = "eu-west-1" }, "/a").Should().BeFalse();
        content.HasOther(A with { Name = "moved", Type = "AWS::IAM::Role" }, "/a").Should().BeFalse();
    }

    private static StateContent Read(params string[] lines) => StateContent.Of([.. lines], "ours");

    private static string Line(DeployedResource resource) => CanonicalJson.Compact(resource.ToValue());
}
