using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class ResourceOperationsTests : IDisposable
{
    private const string Parameter = ResourceTypes.Parameter;

    private readonly MemoryStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task A_new_resource_is_recorded_before_it_is_made_and_its_identifier_after()
    {
        IReadOnlyList<string> during = [];
        _stack.Cloud.Instead = _ =>
        {
            during = _stack.Recorded;
            return null;
        };

        (await Bring(Declared.Parameter("a", "one"))).Should().Be((DeployAction.Create, null));

        during.Should().Equal("a");
        _stack.Recorded.Should().Equal("a /a");
        _stack.State.Find("a")!.Properties.Should().Be(_stack.Cloud.Find(Parameter, "/a"));
    }

    [Fact]
    public async Task A_resource_that_the_service_refused_is_not_recorded()
    {
        _stack.Cloud.Instead = _ => CloudAnswer.Failure("InvalidRequest", "No.");

        var bringing = () => Bring(Declared.Parameter("a", "one"));

        await bringing.Should().ThrowAsync<DeployException>().WithMessage("No.");
        _stack.Recorded.Should().BeEmpty();
    }

    [Fact]
    public async Task A_resource_that_may_have_been_made_before_the_connection_was_lost_stays_recorded()
    {
        _stack.Cloud.Instead = _ => throw new HttpRequestException("Connection reset");

        var bringing = () => Bring(Declared.Parameter("a", "one"));

        await bringing.Should().ThrowAsync<DeployException>();
        _stack.Recorded.Should().Equal("a");
    }

    [Fact]
    public async Task What_was_begun_and_exists_is_not_made_again()
    {
        _stack.State.Put(_stack.HasParameter("a", "one") with { Identifier = null });

        (await Bring(Declared.Parameter("a", "one"))).Should().Be((DeployAction.Keep, null));

        _stack.Recorded.Should().Equal("a /a");
        _stack.Cloud.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task What_exists_but_is_not_recorded_is_taken_over_and_changed()
    {
        _stack.Cloud.Put(Parameter, "/a", Map(("Name", "/a"), ("Value", "by hand")));

        (await Bring(Declared.Parameter("a", "one"))).Should().Be(
            (DeployAction.Update, "existed but was missing from the state; it was added there"));

        _stack.Recorded.Should().Equal("a /a");
        _stack.Cloud.Find(Parameter, "/a")!["Value"].Should().Be((Value)"one");
    }

    [Fact]
    public async Task What_belongs_to_another_stack_is_not_taken_over()
    {
        var others = _stack.HasParameter("a", "by hand");
        _stack.State.Remove("a");
        _stack.AnotherStackHas(others);

        var bringing = () => Bring(Declared.Parameter("a", "one"));

        (await bringing.Should().ThrowAsync<DeployException>()).WithMessage("/a already exists.")
            .Which.Code.Should().Be("AlreadyExists");
        _stack.Cloud.Find(Parameter, "/a")!["Value"].Should().Be((Value)"by hand");
        _stack.Recorded.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_as_declared_is_kept_and_recorded_only_if_the_record_differs()
    {
        _stack.HasParameter("a", "one");
        var lines = _stack.Lines.Count;

        (await Bring(Declared.Parameter("a", "one"))).Should().Be((DeployAction.Keep, null));
        _stack.Lines.Should().HaveCount(lines);

        await Bring(Declared.Parameter("a", "one") with { Protect = true });
        _stack.State.Find("a")!.Protect.Should().BeTrue();
        _stack.Cloud.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task While_a_resource_is_changed_its_record_says_that_nobody_knows_the_value()
    {
        Value? during = null;
        _stack.HasParameter("a", "one");
        _stack.Cloud.Instead = call =>
        {
            during = call.Operation is "UpdateResource" ? _stack.State.Find("a")!.Properties["Value"] : during;
            return null;
        };

        (await Bring(Declared.Parameter("a", "two"))).Should().Be((DeployAction.Update, null));

        during.Should().Be(new Value.Null());
        _stack.State.Find("a")!.Properties["Value"].Should().Be((Value)"two");
        _stack.Cloud.Find(Parameter, "/a")!["Value"].Should().Be((Value)"two");
    }

    [Fact]
    public async Task A_change_that_is_ignored_is_not_made()
    {
        _stack.HasParameter("a", "one");

        (await Bring(Declared.Parameter("a", "two") with { IgnoreChanges = ["Value"] }))
            .Should().Be((DeployAction.Keep, null));
    }

    [Fact]
    public async Task What_can_no_longer_be_made_says_what_to_deploy_first()
    {
        var bringing = () => Bring(Declared.Parameter("a", "one") with { MustExist = true });

        await bringing.Should().ThrowAsync<DeployException>().WithMessage(
            "Its draft holds another arm's release. Deploy the live release first, then start the experiment.");
        _stack.Cloud.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_lost_state_does_not_contain_is_recorded_if_it_exists()
    {
        _stack.Cloud.Put(Parameter, "/a", Map(("Name", "/a"), ("Value", "one")));

        await Claim(Declared.Parameter("a", "one"));
        await Claim(Declared.Parameter("b", "one"));

        _stack.Recorded.Should().Equal("a /a");
        var asked = _stack.Cloud.Calls.Count;
        await Claim(Declared.Parameter("a", "one"));
        _stack.Cloud.Calls.Should().HaveCount(asked, "it is recorded already");
    }

    [Fact]
    public async Task An_attribute_is_read_unless_it_is_the_identifier()
    {
        _stack.Has("greeting", ResourceTypes.Prompt, "arn", Map(("Arn", "arn"), ("Version", "DRAFT")));

        (await _stack.Operations.ReadAttribute("greeting", "Arn")).Should().Be((Value)"arn");
        _stack.Cloud.Calls.Should().BeEmpty();
        (await _stack.Operations.ReadAttribute("greeting", "Version")).Should().Be((Value)"DRAFT");
    }

    [Fact]
    public async Task An_attribute_that_is_not_there_is_told()
    {
        var a = _stack.HasParameter("a", "one");
        Func<string, Func<Task>> reading = name => () => _stack.Operations.ReadAttribute(name, "Other");

        await reading("a").Should().ThrowAsync<DeployException>()
            .WithMessage("a has no attribute Other; it may have been deleted by hand.");
        _stack.Cloud.Remove(a.Type, "/a");
        await reading("a").Should().ThrowAsync<DeployException>()
            .WithMessage("a has no attribute Other; it may have been deleted by hand.");
        (await reading("b").Should().ThrowAsync<DeployException>()).WithMessage("b is used before it exists.")
            .Which.Code.Should().BeEmpty("the service refused nothing");
    }

    private Task<(DeployAction Action, string? Message)> Bring(DeclaredResource resource) =>
        _stack.Operations.Bring(resource, resource.Properties, default);

    private Task Claim(DeclaredResource resource) =>
        _stack.Operations.Claim(resource, resource.Properties, default);
}
