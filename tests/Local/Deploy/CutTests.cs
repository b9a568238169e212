using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

/// <summary>A version is made from its release's content, whatever its draft says.</summary>
public sealed class CutTests : IDisposable
{
    private static readonly Value Draft = Says("Draft.");
    private static readonly Value Released = Says("Release {{name}}.");

    private readonly MemoryStack _stack = new();

    public CutTests() => _stack.Has("greeting", ResourceTypes.Prompt, "arn", Prompt(Draft));

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task A_draft_with_another_content_has_the_releases_while_the_version_is_made()
    {
        (await Bring(Released)).Should().Be((DeployAction.Create, null));

        _stack.Cloud.Changes.Should().Equal("update arn", "create PromptVersion-1", "update arn");
        _stack.Cloud.Find(ResourceTypes.PromptVersion, "PromptVersion-1")!["Variants"].Should().Be(Released);
        _stack.Cloud.Find(ResourceTypes.Prompt, "arn").Should().Be(Prompt(Draft));
        _stack.State.Find("greeting")!.Properties.Should().Be(Prompt(Draft));
    }

    [Fact]
    public async Task A_draft_with_the_releases_content_is_not_touched()
    {
        await Bring(Draft);

        _stack.Cloud.Changes.Should().Equal("create PromptVersion-1");
    }

    [Fact]
    public async Task What_somebody_wrote_into_the_draft_by_hand_is_not_in_the_version()
    {
        _stack.Cloud.Put(ResourceTypes.Prompt, "arn", Prompt(Says("By hand.")));

        await Bring(Draft);

        _stack.Cloud.Find(ResourceTypes.PromptVersion, "PromptVersion-1")!["Variants"].Should().Be(Draft);
    }

    [Fact]
    public async Task What_the_cloud_assigned_is_in_the_version()
    {
        _stack.Has("profile", ResourceTypes.InferenceProfile, "abc", Map(("InferenceProfileArn", "arn-of-profile")));

        await Bring(List(Map(("Name", "v"), ("ModelId", new Value.Ref("profile", "InferenceProfileArn")))));

        _stack.Cloud.Find(ResourceTypes.PromptVersion, "PromptVersion-1")!["Variants"].Should().Be(
            List(Map(("Name", "v"), ("ModelId", "arn-of-profile"))));
    }

    [Fact]
    public async Task A_killed_command_leaves_a_record_by_which_the_draft_is_set_back()
    {
        _stack.Cloud.Instead = call => call.Operation is "CreateResource"
            ? throw new HttpRequestException("Connection reset")
            : null;

        var bringing = () => Bring(Released);

        await bringing.Should().ThrowAsync<DeployException>();
        _stack.State.Find("greeting")!.Properties.Should().Be(Prompt(Released));
        _stack.Recorded.Should().Equal("greeting arn", "greeting-r1");
    }

    [Fact]
    public async Task A_draft_that_somebody_deleted_is_not_set_to_anything()
    {
        _stack.Cloud.Remove(ResourceTypes.Prompt, "arn");

        await Bring(Released);

        _stack.Cloud.Changes.Should().Equal("create PromptVersion-1");
    }

    [Fact]
    public async Task A_version_that_a_lost_state_does_not_know_is_not_made_again()
    {
        _stack.Cloud.Put(ResourceTypes.PromptVersion, "v1", Map(
            ("PromptArn", "arn"), ("Description", "Release 1"), ("Variants", Released)));

        (await Bring(Released)).Should().Be((DeployAction.Keep, null));

        _stack.Recorded.Should().Equal("greeting arn", "greeting-r1 v1");
        _stack.Cloud.Changes.Should().BeEmpty();
    }

    private static Value Says(string text) => List(Map(("Name", "v"), ("Text", text)));

    private static Value.Map Prompt(Value variants) =>
        Map(("Name", "greeting"), ("Variants", variants), ("DefaultVariant", "v"));

    private Task<(DeployAction Action, string? Message)> Bring(Value released)
    {
        var declared = Declared.Resource("greeting-r1", ResourceTypes.PromptVersion, Map(
            ("PromptArn", new Value.Ref("greeting", "Arn")), ("Description", "Release 1"))) with
        {
            Postcondition = new("Variants", released, "release 1 of greeting", MustHold: true),
        };
        return _stack.Operations.Bring(
            declared, Map(("PromptArn", "arn"), ("Description", "Release 1")), default);
    }
}
