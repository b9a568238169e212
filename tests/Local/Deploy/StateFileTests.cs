using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Local.State;
using Infra.Tests.Support;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_put_is_there_when_the_file_is_opened_again()
    {
        using (var state = Open())
        {
            state.Put(Of("b"));
            state.Put(Of("a"));
            state.Put(Of("c"));
            state.Remove("b");
            state.Resources.Select(resource => resource.Name).Should().Equal("a", "c");
            state.Find("b").Should().BeNull();
        }

        using var again = Open();
        again.Resources.Should().BeEquivalentTo([Of("a"), Of("c")], options => options.WithStrictOrdering());
        again.Find("a").Should().BeEquivalentTo(Of("a"));
        again.Find("b").Should().BeNull();
        again.Damage.Should().BeNull();
    }

    [Fact]
    public void A_state_is_complete_from_the_moment_on_that_says_so()
    {
        using (var state = Open())
        {
            state.IsComplete.Should().BeFalse();
            state.Complete();
            state.Complete();
            state.IsComplete.Should().BeTrue();
            Lines().Should().Equal("""{"world":"ours"}""", """{"complete":true}""");
        }

        using var again = Open();
        again.IsComplete.Should().BeTrue();
        again.Put(Of("a"));
        again.IsComplete.Should().BeTrue("everything that was made is still recorded");
    }

    [Fact]
    public void A_file_that_is_opened_again_has_no_more_lines_than_it_needs()
    {
        using (var state = Open())
        {
            state.Put(Of("a") with { Identifier = null });
            state.Put(Of("a"));
            state.Put(Of("b"));
            state.Remove("b");
        }

        using var again = Open();
        Lines().Should().HaveCount(2).And.StartWith("""{"world":"ours"}""");
    }

    [Fact]
    public void A_state_of_another_world_is_empty()
    {
        using (var state = Open())
        {
            state.Put(Of("a"));
            state.Complete();
        }

        using var other = StateFile.Open(Path(), "other");
        other.Resources.Should().BeEmpty();
        other.IsComplete.Should().BeFalse();
    }

    [Fact]
    public void A_damaged_line_is_told_kept_and_makes_the_state_incomplete()
    {
        using (var state = Open())
        {
            state.Put(Of("a"));
            state.Put(Of("b"));
            state.Complete();
        }

        var damaged = File.ReadAllText(Path()).Replace("/a", "/x", StringComparison.Ordinal);
        File.WriteAllText(Path(), damaged);

        using (var again = Open())
        {
            again.Damage.Should().Be(
                $"{Path()}(2) was damaged. It is kept as prod.state.jsonl.damaged, and the stack's resources are "
                + "looked up. If others are left over, delete .local/ and deploy again.");
            again.IsComplete.Should().BeFalse();
            again.Resources.Select(resource => resource.Name).Should().Equal("b");
            _folder.Read("prod.state.jsonl.damaged").Should().Be(damaged);
        }

        using var last = Open();
        last.Damage.Should().BeNull();
        last.IsComplete.Should().BeFalse("nobody has looked since");
    }

    [Fact]
    public void Only_one_command_at_a_time_deploys_a_stack()
    {
        using (Open())
        {
            FluentActions.Invoking(Open).Should().Throw<DeployException>()
                .WithMessage("Another command is deploying this stack. Wait until it is done.");
        }

        using var next = Open();
        next.Resources.Should().BeEmpty();
    }

    [Fact]
    public void A_resource_of_the_same_stack_can_have_the_identifier_under_another_name()
    {
        using var state = Open();
        state.Put(Of("a"));

        state.IsAnothers("/a", Of("a")).Should().BeFalse();
        state.IsAnothers("/a", Of("moved")).Should().BeTrue();
        state.IsOfAnotherStack("/a", Of("moved")).Should().BeFalse();
    }

    [Fact]
    public void A_resource_of_a_stack_whose_state_is_beside_is_another_stacks_whatever_its_name()
    {
        using var staging = StateFile.Open(_folder.File("staging.state.jsonl"), "ours");
        using var empty = StateFile.Open(_folder.File("dev.state.jsonl"), "ours");
        using var elsewhere = StateFile.Open(_folder.File("old.state.jsonl"), "other");
        using var noState = StateFile.Open(_folder.File("bedrock.jsonl"), "ours");
        staging.Put(Of("a"));
        elsewhere.Put(Of("b"));
        noState.Put(Of("c"));
        using var state = Open();

        state.IsOfAnotherStack("/a", Of("a")).Should().BeTrue();
        state.IsOfAnotherStack("/b", Of("b")).Should().BeFalse("it is in another world");
        state.IsOfAnotherStack("/c", Of("c")).Should().BeFalse("that file is no stack's state");
    }

    private StateFile Open() => StateFile.Open(Path(), "ours");

    private string Path() => _folder.File("prod.state.jsonl");

    private IEnumerable<string> Lines() => LineFile.Read(Path()).Lines;

    private static DeployedResource Of(string name) => new()
    {
        Name = name,
        Type = "AWS::SSM::Parameter",
        Identifier = $"/{name}",
        Region = "us-east-1",
        Properties = Map(("Name", $"/{name}")),
    };
}
