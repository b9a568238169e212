using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class TakeoverTests : IDisposable
{
    private static readonly DeclaredResource Greeting =
        Declared.Resource("greeting", ResourceTypes.Prompt, Map(("Name", "declared"))) with
        {
            DependsOn = ["policy"],
            Protect = true,
        };

    private readonly MemoryStack _stack = new();
    private readonly Takeover _takeover;

    public TakeoverTests() => _takeover = new(_stack.Cloud.Client(), _stack.State, "us-east-1");

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task What_exists_is_recorded_with_what_it_has_and_not_with_what_only_the_service_sets()
    {
        _stack.Cloud.Put(ResourceTypes.Prompt, "arn", Map(("Name", "there"), ("Arn", "arn"), ("Version", "DRAFT")));

        (await _takeover.Take(new(Greeting, "arn"), default)).Should().BeTrue();

        _stack.State.Find("greeting").Should().BeEquivalentTo(new DeployedResource
        {
            Name = "greeting",
            Type = ResourceTypes.Prompt,
            Identifier = "arn",
            Region = "us-east-1",
            Properties = Map(("Name", "there")),
            Needs = ["policy"],
            Protect = true,
        });
    }

    [Fact]
    public async Task What_the_stack_has_already_is_nothing_new()
    {
        _stack.Has("greeting", ResourceTypes.Prompt, "arn", Map());

        (await _takeover.Take(new(Greeting, "arn"), default)).Should().BeFalse();

        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_begun_is_taken_over()
    {
        _stack.State.Put(_stack.Has("greeting", ResourceTypes.Prompt, "arn", Map()) with { Identifier = null });

        (await _takeover.Take(new(Greeting, "arn"), default)).Should().BeTrue();

        _stack.Recorded.Should().Equal("greeting arn");
    }

    [Fact]
    public async Task A_name_cannot_stand_for_two_resources()
    {
        _stack.Has("greeting", ResourceTypes.Prompt, "one", Map());

        var taking = () => _takeover.Take(new(Greeting, "two"), default);

        await taking.Should().ThrowAsync<DeployException>().WithMessage(
            "greeting (AWS::Bedrock::Prompt) is already one in this stack, so it cannot be two as well.");
    }

    [Fact]
    public async Task What_does_not_exist_is_not_recorded()
    {
        var taking = () => _takeover.Take(new(Greeting, "arn"), default);

        await taking.Should().ThrowAsync<DeployException>()
            .WithMessage("greeting (AWS::Bedrock::Prompt): there is no arn.");
        _stack.Recorded.Should().BeEmpty();
    }
}
