using FluentAssertions;
using Infra.Exchange.Adoption;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Deploy;

/// <summary>A stack is taken down, or takes over what exists.</summary>
public sealed class DestroyTests : IDisposable
{
    private readonly MemoryStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task Everything_in_the_state_is_deleted_users_first()
    {
        _stack.HasParameter("a", "one");
        _stack.State.Put(_stack.HasParameter("b", "one") with { Needs = ["a"] });

        await Destroy(plan: null);

        _stack.Cloud.Changes.Should().Equal("delete /b", "delete /a");
        _stack.Told.Should().Equal("Delete b", "Delete a");
        _stack.Recorded.Should().BeEmpty();
        _stack.State.IsComplete.Should().BeTrue();
    }

    [Fact]
    public async Task What_a_lost_state_does_not_contain_is_looked_up_by_the_plan_and_deleted()
    {
        var plan = Declared.Plan(
            Declared.Parameter("c", new Value.Ref("b", "Value")),
            Declared.Parameter("b", new Value.Ref("a", "Value")),
            Declared.Parameter("a", "one"));
        foreach (var name in (string[])["a", "b", "c", "other"])
        {
            _stack.Cloud.Put(ResourceTypes.Parameter, $"/{name}", Declared.Parameter(name, "one").Properties);
        }

        await Destroy(plan);

        _stack.Cloud.Identifiers.Should().Equal("/other");
        _stack.Told.Should().Equal("Delete c", "Delete b", "Delete a");
    }

    [Fact]
    public async Task What_needs_something_that_does_not_exist_is_not_looked_for()
    {
        _stack.HasParameter("b", "one");

        await Destroy(Declared.Plan(
            Declared.Parameter("c", "one") with { DependsOn = ["a", "b"] },
            Declared.Parameter("b", "one"),
            Declared.Parameter("a", "one")));

        _stack.Cloud.Calls.Select(call => $"{call.Operation} {call.Identifier}").Should()
            .Equal("GetResource /a", "GetResource /b", "DeleteResource /b");
    }

    [Fact]
    public async Task A_complete_state_knows_all_that_the_plan_could_name()
    {
        _stack.State.Complete();
        _stack.Cloud.Put(ResourceTypes.Parameter, "/a", Declared.Parameter("a", "one").Properties);

        await Destroy(Declared.Plan(Declared.Parameter("a", "one")));

        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_protected_is_deleted_only_by_force()
    {
        _stack.HasParameter("a", "one");
        _stack.State.Put(_stack.HasParameter("b", "one") with { Protect = true });

        var destroying = () => Destroy(plan: null);

        await destroying.Should().ThrowAsync<DeployException>().WithMessage(
            "b (AWS::SSM::Parameter) is protected. First deploy with 'bedrock-prompts:protect: false'. "
            + "To delete it anyway, add --force.");
        _stack.Cloud.Changes.Should().BeEmpty();
        _stack.State.IsComplete.Should().BeFalse();
        await _stack.Deployer.Destroy(plan: null, force: true, default);
        _stack.Cloud.Identifiers.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_service_does_not_delete_stays_recorded()
    {
        _stack.HasParameter("a", "one");
        _stack.Cloud.Instead = call => call.Operation is "DeleteResource"
            ? CloudAnswer.Failure("ResourceConflict", "It is in use.")
            : null;

        var destroying = () => Destroy(plan: null);

        await destroying.Should().ThrowAsync<DeployException>().WithMessage("It is in use.");
        _stack.Recorded.Should().Equal("a /a");
        _stack.Told.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_taken_over_is_told_once()
    {
        var a = Declared.Parameter("a", "one");
        _stack.Cloud.Put(a.Type, "/a", a.Properties);
        _stack.HasParameter("b", "one");
        AdoptedResource[] adopted = [new(Declared.Parameter("b", "one"), "/b"), new(a, "/a")];

        await _stack.Deployer.Adopt(adopted, default);
        await _stack.Deployer.Adopt(adopted, default);

        _stack.Told.Should().Equal("Adopt a");
        _stack.Recorded.Should().Equal("a /a", "b /b");
    }

    [Fact]
    public async Task A_stopped_command_takes_nothing_over()
    {
        _stack.HasParameter("b", "one");

        var adopting = () => _stack.Deployer.Adopt(
            [new(Declared.Parameter("b", "one"), "/b")], new CancellationToken(canceled: true));

        await adopting.Should().ThrowAsync<OperationCanceledException>();
    }

    private Task Destroy(Plan? plan) => _stack.Deployer.Destroy(plan, force: false, default);
}
