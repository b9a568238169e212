using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class RecognitionTests : IDisposable
{
    private static readonly Value Released = List(Map(("ModelId", "nova"), ("Text", "One.")));

    private static readonly DeployedResource Prompt = new()
    {
        Name = "greeting",
        Type = ResourceTypes.Prompt,
        Region = "us-east-1",
        Properties = Map(("Name", "greeting")),
    };

    private readonly MemoryStack _stack = new();
    private readonly Recognition _world;

    public RecognitionTests() => _world = new(_stack.Cloud.Client(), _stack.State);

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task What_is_recorded_is_read_by_its_identifier_and_not_by_its_name()
    {
        var a = _stack.HasParameter("a", "one");

        var found = await _world.Find(a with { Properties = Map(("Name", new Value.Null())) }, default);

        found!.Resource.Identifier.Should().Be("/a");
        found.There.Should().Be(a.Properties);
        _stack.Cloud.Calls.Should().ContainSingle().Which.Operation.Should().Be("GetResource");
    }

    [Fact]
    public async Task What_somebody_deleted_is_not_found()
    {
        var a = _stack.HasParameter("a", "one");
        _stack.Cloud.Remove(a.Type, "/a");

        (await _world.Find(a, default)).Should().BeNull();
    }

    [Fact]
    public async Task What_was_begun_is_found_by_the_name_that_it_was_to_get()
    {
        var begun = _stack.HasParameter("a", "one") with { Identifier = null };

        (await _world.Find(begun, default))!.Resource.Identifier.Should().Be("/a");

        _stack.Cloud.Calls.Should().ContainSingle().Which.Operation.Should().Be("GetResource");
    }

    [Fact]
    public async Task What_the_service_names_is_found_among_all_of_its_type()
    {
        _stack.Cloud.Put(Prompt.Type, "Prompt-1", Map(("Name", "other")));
        _stack.Cloud.Put(Prompt.Type, "Prompt-2", Map(("Name", "greeting")));

        (await _world.Find(Prompt, default))!.Resource.Should().BeEquivalentTo(
            Prompt with { Identifier = "Prompt-2" });

        _stack.Cloud.Calls[0].Body["ResourceModel"].Should().Be((Value)"""{"Name":"greeting"}""");
    }

    [Fact]
    public async Task A_resource_is_looked_for_in_its_own_region()
    {
        _stack.Cloud.Put(Prompt.Type, "Prompt-1", Prompt.Properties, "eu-west-1");

        (await _world.Find(Prompt, default)).Should().BeNull();
        (await _world.Find(Prompt with { Region = "eu-west-1" }, default))!.Resource.Identifier.Should().Be("Prompt-1");
    }

    [Fact]
    public async Task What_belongs_to_another_resource_of_the_stack_is_not_what_was_begun()
    {
        _stack.Has("moved", Prompt.Type, "Prompt-1", Prompt.Properties);

        (await _world.Find(Prompt, default)).Should().BeNull();
    }

    [Fact]
    public async Task What_belongs_to_another_stack_is_not_what_was_begun()
    {
        _stack.Cloud.Put(Prompt.Type, "Prompt-1", Prompt.Properties);
        _stack.AnotherStackHas(Prompt with { Identifier = "Prompt-1" });

        (await _world.Find(Prompt, default)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_recorded_stays_the_stacks_own_even_if_another_one_has_it()
    {
        var a = _stack.HasParameter("a", "one");
        _stack.AnotherStackHas(a);

        (await _world.Find(a, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_version_that_a_lost_state_does_not_know_is_found_by_its_content()
    {
        _stack.Cloud.Put(ResourceTypes.PromptVersion, "p:1", Map(("PromptArn", "p"), ("Variants", Released)));

        (await FindVersion(Released))!.Resource.Identifier.Should().Be("p:1");
        (await FindVersion(List(Map(("ModelId", "nova"), ("Text", "Two."))))).Should().BeNull();
    }

    [Fact]
    public async Task A_version_that_calls_through_a_profile_has_its_releases_content()
    {
        const string profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";
        _stack.Cloud.Put(ResourceTypes.PromptVersion, "p:1", Map(
            ("PromptArn", "p"), ("Variants", List(Map(("ModelId", profile), ("Text", "One."))))));

        (await FindVersion(Released)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_complete_state_knows_all_versions_without_a_call()
    {
        _stack.State.Complete();

        (await FindVersion(Released)).Should().BeNull();
        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("same", true)]
    [InlineData("other", false)]
    public async Task A_flows_version_that_a_lost_state_does_not_know_has_what_the_draft_has(string node, bool isFound)
    {
        var begun = Prompt with { Type = ResourceTypes.FlowVersion, Properties = Map(("FlowArn", "f")) };
        _stack.Cloud.Put(ResourceTypes.Flow, "f", Map(("Definition", Map(("Nodes", List("same"))))));
        _stack.Cloud.Put(begun.Type, "f|1", Map(("FlowArn", "f"), ("Definition", Map(("Nodes", List(node))))));

        var found = await _world.FindVersion(
            Declared.Resource("flow-r1", begun.Type, begun.Properties), begun, default);

        (found is not null).Should().Be(isFound);
    }

    [Fact]
    public async Task What_is_no_version_is_not_looked_for_by_its_content()
    {
        _stack.Cloud.Put(Prompt.Type, "Prompt-1", Prompt.Properties);

        (await _world.FindVersion(Declared.Resource("a", Prompt.Type, Prompt.Properties), Prompt, default))
            .Should().BeNull();
        _stack.Cloud.Calls.Should().BeEmpty();
    }

    private Task<FoundResource?> FindVersion(Value content)
    {
        var begun = Prompt with { Type = ResourceTypes.PromptVersion, Properties = Map(("PromptArn", "p")) };
        var declared = Declared.Resource("greeting-r1", begun.Type, begun.Properties) with
        {
            Postcondition = new("Variants", content, "release 1 of greeting", MustHold: true),
        };
        return _world.FindVersion(declared, begun, default);
    }
}
