using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Deploy;

/// <summary>The deployer's process dies at each of its calls, before or after the server has done it.</summary>
public sealed class KillTests
{
    private static readonly Plan First = new FlowProject { Settings = ["tags: { team: shop }"] }.Plan();

    private static readonly Plan Second = new FlowProject
    {
        Live = ["topic: [2]", "answer: [1, 2]", "triage: [2]"],
    }.Plan();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_first_deployment_ends_as_if_nothing_had_happened(bool isServed)
    {
        First.Resources.Length.Should().BeGreaterThanOrEqualTo(20);
        await using var whole = await LocalStack.Start();
        await whole.Deploy(First);

        await Killed([], First, await Inventory.Of(whole), isServed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_of_updates_new_versions_and_deletions_does_too(bool isServed)
    {
        await using var whole = await LocalStack.Start();
        await whole.Deploy(First);
        await whole.Deploy(Second);

        await Killed([First], Second, await Inventory.Of(whole), isServed);
    }

    private static async Task Killed(
        IReadOnlyList<Plan> before, Plan plan, IReadOnlyList<string> expected, bool isServed)
    {
        for (var call = 0; ; call++)
        {
            await using var stack = await LocalStack.Start();
            foreach (var earlier in before)
            {
                await stack.Deploy(earlier);
            }

            if (!await stack.Deploy(plan, new Kill(call, isServed)))
            {
                call.Should().BeGreaterThan(10);
                return;
            }

            await stack.Deploy(plan);

            var found = await Inventory.Of(stack);
            found.Except(expected).Should().BeEmpty($"it was killed at call {call}");
            found.Should().HaveSameCount(expected, $"it was killed at call {call}");
            (await stack.Deploy(plan)).Should().BeEmpty();
        }
    }
}
