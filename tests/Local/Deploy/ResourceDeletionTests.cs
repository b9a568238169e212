using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

/// <summary>A resource goes: because it is no longer declared, or because another takes its place.</summary>
public sealed class ResourceDeletionTests : IDisposable
{
    private const string Parameter = ResourceTypes.Parameter;

    private readonly MemoryStack _stack = new();

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task A_resource_is_replaced_by_a_new_one_before_the_old_one_is_deleted()
    {
        List<string> during = [];
        _stack.HasParameter("a", "one");
        _stack.Cloud.Instead = call =>
        {
            during.Add($"{call.Operation}: {string.Join(", ", _stack.Recorded)}");
            return null;
        };

        (await Bring(Named("a", "/b"))).Should().Be((DeployAction.Replace, null));

        _stack.Cloud.Changes.Should().Equal("create /b", "delete /a");
        during.Should().Contain("CreateResource: a, a (replaced) /a")
            .And.Contain("DeleteResource: a /b, a (replaced) /a");
        _stack.Recorded.Should().Equal("a /b");
    }

    [Fact]
    public async Task A_protected_resource_is_not_replaced()
    {
        _stack.State.Put(_stack.HasParameter("a", "one") with { Protect = true });

        var bringing = () => Bring(Named("a", "/b"));

        await bringing.Should().ThrowAsync<DeployException>().WithMessage(
            "It would have to be replaced, and it is protected. First deploy with 'bedrock-prompts:protect: false'.");
        _stack.Cloud.Changes.Should().BeEmpty();
        _stack.Recorded.Should().Equal("a /a");
    }

    [Fact]
    public async Task What_is_deleted_is_no_longer_recorded_whether_it_existed_or_not()
    {
        var (a, b) = (_stack.HasParameter("a", "one"), _stack.HasParameter("b", "one"));
        _stack.Cloud.Remove(Parameter, "/b");

        await _stack.Operations.Delete(a, default);
        await _stack.Operations.Delete(b, default);

        _stack.Cloud.Changes.Should().Equal("delete /a");
        _stack.Recorded.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_stack_has_under_another_name_is_not_deleted()
    {
        var a = _stack.HasParameter("a", "one");
        _stack.State.Put(a with { Name = "renamed" });

        await _stack.Operations.Delete(a, default);

        _stack.Cloud.Identifiers.Should().Equal("/a");
        _stack.Recorded.Should().Equal("renamed /a");
    }

    [Fact]
    public async Task A_resource_is_deleted_in_its_own_region()
    {
        var a = _stack.HasParameter("a", "one") with { Region = "eu-west-1" };
        _stack.Cloud.Put(Parameter, "/a", a.Properties, "eu-west-1");

        await _stack.Operations.Delete(a, default);

        _stack.Cloud.Find(Parameter, "/a", "eu-west-1").Should().BeNull();
        _stack.Cloud.Find(Parameter, "/a").Should().NotBeNull();
    }

    private static DeclaredResource Named(string name, string parameter) =>
        Declared.Resource(name, Parameter, Map(("Name", parameter), ("Value", "one")));

    private Task<(DeployAction Action, string? Message)> Bring(DeclaredResource resource) =>
        _stack.Operations.Bring(resource, resource.Properties, default);
}
