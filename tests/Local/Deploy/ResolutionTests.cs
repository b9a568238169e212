using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class ResolutionTests
{
    private readonly List<string> _asked = [];

    private readonly Resolution _resolution;

    public ResolutionTests() => _resolution = new("eu-west-1", (resource, attribute) =>
    {
        _asked.Add($"{resource}.{attribute}");
        return Task.FromResult<Value>($"{attribute} of {resource}");
    });

    [Fact]
    public async Task Partition_region_and_account_are_those_of_the_local_Bedrock() =>
        (await _resolution.Resolve(List(Partition, Region, Account)))
            .Should().Be(List("aws", "eu-west-1", "123456789012"));

    [Fact]
    public async Task References_are_resolved_wherever_they_stand() =>
        (await _resolution.Resolve(Map(
            ("Arn", Join("arn:", Partition, ":", new Value.Ref("prompt", "Id"), "/*")),
            ("Policy", Document(Map(("Resource", List(new Value.Ref("prompt", "Arn")))))),
            ("Count", 3),
            ("Nothing", new Value.Null()))))
            .Should().Be(Map(
                ("Arn", "arn:aws:Id of prompt/*"),
                ("Policy", Map(("Resource", List("Arn of prompt")))),
                ("Count", 3),
                ("Nothing", new Value.Null())));

    [Fact]
    public async Task An_attribute_is_asked_for_once()
    {
        var twice = List(new Value.Ref("prompt", "Arn"), new Value.Ref("prompt", "Arn"));

        await _resolution.Resolve(twice);
        await _resolution.Resolve(List(twice, new Value.Ref("prompt", "Id"), new Value.Ref("flow", "Arn")));

        _asked.Should().Equal("prompt.Arn", "prompt.Id", "flow.Arn");
    }

    [Fact]
    public void A_resource_needs_what_it_refers_to_and_what_it_depends_on_each_once()
    {
        var declared = Declared.Parameter("a", Join(new Value.Ref("y", "Arn"), new Value.Ref("b", "Arn"))) with
        {
            DependsOn = ["z", "b", "a-draft"],
        };

        Resolution.Needs(declared).Should().Equal("a-draft", "b", "y", "z");
    }

    [Fact]
    public void What_names_a_resource_makes_its_identifier()
    {
        Identifiers.Named("AWS::SSM::Parameter", Map(("Name", "/a"), ("Value", "x"))).Should().Be("/a");
        Identifiers.Named("AWS::IAM::RolePolicy", Map(("RoleName", "role"), ("PolicyName", "policy")))
            .Should().Be("policy|role");
        Identifiers.Named("AWS::Bedrock::Prompt", Map(("Name", "a"))).Should().BeNull("the service assigns it");
    }

    [Fact]
    public void An_attribute_may_be_the_identifier()
    {
        Identifiers.IsIdentifier("AWS::Bedrock::Prompt", "Arn").Should().BeTrue();
        Identifiers.IsIdentifier("AWS::Bedrock::Prompt", "Version").Should().BeFalse();
    }
}
