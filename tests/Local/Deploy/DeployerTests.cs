using System.Collections.Immutable;
using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class DeployerTests : IDisposable
{
    private readonly MemoryStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task What_others_need_is_made_before_them_wherever_it_stands_in_the_plan()
    {
        await Deploy(
            Declared.Parameter("c", new Value.Ref("b", "Value")),
            Declared.Parameter("b", "one") with { DependsOn = ["a"] },
            Declared.Parameter("a", "one"));

        _stack.Cloud.Changes.Should().Equal("create /a", "create /b", "create /c");
        _stack.Told.Should().Equal("Create a", "Create b", "Create c");
        _stack.Cloud.Find(ResourceTypes.Parameter, "/c")!["Value"].Should().Be((Value)"one");
    }

    [Fact]
    public async Task What_was_done_is_told_resource_by_resource()
    {
        _stack.HasParameter("kept", "one");
        _stack.HasParameter("changed", "one");
        _stack.HasParameter("gone", "one");
        _stack.Cloud.Put(ResourceTypes.Parameter, "/there", Map(("Name", "/there"), ("Value", "one")));

        await Deploy(
            Declared.Parameter("kept", "one"),
            Declared.Parameter("changed", "two"),
            Declared.Parameter("there", "one"),
            Declared.Parameter("new", "one"));

        _stack.Told.Should().Equal(
            "Keep kept",
            "Update changed",
            "Update there: existed but was missing from the state; it was added there",
            "Create new",
            "Delete gone");
    }

    [Fact]
    public async Task A_second_deployment_changes_nothing()
    {
        var plan = Declared.Plan(Declared.Parameter("a", "one"), Declared.Parameter("b", new Value.Ref("a", "Value")));
        await _stack.Deployer.Deploy(plan, default);
        var changes = _stack.Cloud.Changes.Count;

        await _stack.Deployer.Deploy(plan, default);

        _stack.Cloud.Changes.Should().HaveCount(changes);
        _stack.State.IsComplete.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_no_longer_declared_is_deleted_last_and_its_users_first()
    {
        _stack.HasParameter("a", "one");
        _stack.State.Put(_stack.HasParameter("b", "one") with { Needs = ["a", "kept"] });
        _stack.State.Put(_stack.HasParameter("c", "one") with { Needs = ["b", "a"] });
        _stack.HasParameter("kept", "one");

        await Deploy(Declared.Parameter("kept", "one"), Declared.Parameter("new", "one"));

        _stack.Cloud.Changes.Should().Equal("create /new", "delete /c", "delete /b", "delete /a");
        _stack.Recorded.Should().Equal("kept /kept", "new /new");
    }

    [Fact]
    public async Task What_is_protected_is_not_deleted_because_it_is_no_longer_declared()
    {
        _stack.HasParameter("a", "one");
        _stack.State.Put(_stack.HasParameter("b", "one") with { Protect = true });

        var deploying = () => Deploy(Declared.Parameter("new", "one"));

        await deploying.Should().ThrowAsync<DeployException>().WithMessage(
            "b (AWS::SSM::Parameter) is protected. First deploy with 'bedrock-prompts:protect: false'.");
        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refusal_names_the_resource_and_keeps_the_services_code()
    {
        _stack.Cloud.Instead = call => call.DesiredState["Name"] == (Value)"/b"
            ? CloudAnswer.Failure("InvalidRequest", "Value is too long.")
            : null;

        var deploying = () => Deploy(
            Declared.Parameter("a", "one"),
            Declared.Parameter("b", "one"),
            Declared.Parameter("c", "one") with { DependsOn = ["b"] });

        (await deploying.Should().ThrowAsync<DeployException>())
            .WithMessage("b (AWS::SSM::Parameter): Value is too long.").Which.Code.Should().Be("InvalidRequest");
        _stack.Recorded.Should().Equal("a /a");
        _stack.Told.Should().Equal("Create a");
        _stack.State.IsComplete.Should().BeFalse();
    }

    [Fact]
    public async Task After_a_refusal_nothing_is_deleted()
    {
        _stack.HasParameter("gone", "one");
        _stack.Cloud.Instead = call =>
            call.Operation is "CreateResource" ? CloudAnswer.Failure("InvalidRequest") : null;

        var deploying = () => Deploy(Declared.Parameter("a", "one"));

        await deploying.Should().ThrowAsync<DeployException>();
        _stack.Recorded.Should().Equal("gone /gone");
    }

    [Fact]
    public async Task A_stopped_command_calls_nothing()
    {
        var stopped = new CancellationToken(canceled: true);

        var deploying = () => _stack.Deployer.Deploy(Declared.Plan(Declared.Parameter("a", "one")), stopped);

        await deploying.Should().ThrowAsync<OperationCanceledException>();
        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_kept_version_with_another_content_is_made_and_then_warned_of()
    {
        await Deploy(Declared.Resource("greeting", ResourceTypes.Prompt, Map(("Name", "greeting"))), Version() with
        {
            Postcondition = new("Variants", List("other"), "release 1 of greeting", MustHold: false),
        });

        _stack.Told.Should().Equal(
            "Create greeting",
            "Create greeting-r1",
            "Warn greeting-r1: The deployed version does not hold release 1 of greeting. Remove the release from the "
            + "list and deploy; then promote it again and deploy.");
    }

    [Fact]
    public async Task A_profile_that_a_kept_version_calls_stops_the_deployment_before_it_changes_anything()
    {
        const string profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";
        var version = Version() with
        {
            Postcondition = new("Variants", List(Map(("ModelId", "nova"))), "release 1 of greeting", MustHold: true),
        };
        _stack.Has("greeting-r1", version.Type, "v1", Map(("Variants", List(Map(("ModelId", profile))))));
        _stack.Has("greeting-nova", ResourceTypes.InferenceProfile, "abc", Map());

        var deploying = () => Deploy(Declared.Parameter("a", "one"), version);

        await deploying.Should().ThrowAsync<DeployException>().WithMessage("*through an inference profile*");
        _stack.Cloud.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stack_that_moves_to_another_region_is_made_there_and_then_deleted_here()
    {
        var a = _stack.HasParameter("a", "one");
        _stack.State.Put(a with { Region = "eu-west-1" });
        _stack.Cloud.Remove(a.Type, "/a");
        _stack.Cloud.Put(a.Type, "/a", a.Properties, "eu-west-1");

        await Deploy(Declared.Parameter("a", "one"));

        _stack.Cloud.Changes.Should().Equal("create /a", "delete /a");
        _stack.Cloud.Find(a.Type, "/a").Should().NotBeNull();
        _stack.Cloud.Find(a.Type, "/a", "eu-west-1").Should().BeNull();
        _stack.Recorded.Should().Equal("a /a");
    }

    [Fact]
    public async Task A_deployment_tells_where_each_alias_leads()
    {
        var plan = Declared.Plan(
            Declared.Resource("greeting", ResourceTypes.Prompt, Map(("Name", "greeting"))), Version());
        var live = new DeclaredAlias(
            "greeting",
            "prompt",
            Release: 1,
            new Value.Ref("greeting-r1", "Version"),
            new Value.Ref("greeting-r1", "Arn"),
            "/live",
            Content: Map());
        var draft = live with { Release = null, Version = "DRAFT", Arn = Join(new Value.Ref("greeting", "Arn"), ":x") };
        _stack.Cloud.Instead = call => call is { Operation: "GetResource", Identifier: "PromptVersion-2" }
            ? CloudAnswer.Found(Map(("Version", "7")))
            : null;

        var aliases = await _stack.Deployer.Deploy(plan with { Aliases = [live, draft] }, default);

        aliases.Should().Equal(
            new DeployedAlias("greeting", "prompt", 1, "7", "PromptVersion-2", "/live"),
            new DeployedAlias("greeting", "prompt", null, "DRAFT", "Prompt-1:x", "/live"));
    }

    private static DeclaredResource Version() => Declared.Resource(
        "greeting-r1", ResourceTypes.PromptVersion, Map(("PromptArn", new Value.Ref("greeting", "Arn"))));

    private Task Deploy(params ImmutableArray<DeclaredResource> resources) =>
        _stack.Deployer.Deploy(Declared.Plan(resources), default);
}
