using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Tests.Support;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class MovedResourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StateFile _state;

    public MovedResourcesTests() => _state = StateFile.Open(_folder.File("prod.state.jsonl"));

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_in_the_old_region_is_set_aside_with_what_it_depends_on()
    {
        _state.Put(Of("version", "us-east-1") with { Needs = ["prompt", "policy"] });
        _state.Put(Of("prompt", "us-east-1"));
        _state.Put(Of("policy", null));
        _state.Put(Of("new", "eu-west-1"));

        MovedResources.SetAside(_state, "eu-west-1");

        _state.Resources.Select(resource => resource.Name).Should()
            .Equal("new", "policy", "prompt (in us-east-1)", "version (in us-east-1)");
        _state.Find("version (in us-east-1)").Should().BeEquivalentTo(
            Of("version", "us-east-1") with
            {
                Name = "version (in us-east-1)",
                Needs = ["prompt (in us-east-1)", "policy"],
            });
    }

    [Fact]
    public void What_has_been_set_aside_keeps_its_name()
    {
        _state.Put(Of("prompt (in us-east-1)", "us-east-1"));

        MovedResources.SetAside(_state, "eu-west-1");

        _state.Resources.Select(resource => resource.Name).Should().Equal("prompt (in us-east-1)");
    }

    [Fact]
    public void A_protected_resource_stays_where_it_is_and_says_how_to_move()
    {
        _state.Put(Of("prompt", "us-east-1") with { Protect = true });
        _state.Put(Of("parameter", "us-east-1"));

        FluentActions.Invoking(() => MovedResources.SetAside(_state, "eu-west-1"))
            .Should().Throw<DeployException>().WithMessage(
                "prompt (AWS::SSM::Parameter) is in us-east-1 and is protected, but the stack's region is eu-west-1. "
                + "Make another stack for the other region; to move this one, first deploy it in us-east-1 with "
                + "'bedrock-prompts:protect: false'.");
        _state.Resources.Select(resource => resource.Name).Should().Equal("parameter", "prompt");
    }

    private static DeployedResource Of(string name, string? region) => new()
    {
        Name = name,
        Type = "AWS::SSM::Parameter",
        Identifier = $"/{name}",
        Region = region,
        Properties = Map(("Name", $"/{name}")),
    };
}
