using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Deploy;

/// <summary>The deployer's process dies at each of its calls, before or after the server has done it.</summary>
public sealed partial class KillTests
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

        var expected = await After(First);

        await Killed([], (stack, kill) => stack.Deploy(First, kill), isServed, stack => Is(stack, First, expected));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_of_updates_new_versions_and_deletions_does_too(bool isServed)
    {
        var expected = await After(First, Second);

        await Killed(
            [First], (stack, kill) => stack.Deploy(Second, kill), isServed, stack => Is(stack, Second, expected));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_not_taken_down_whole_is_deployed_whole(bool isServed)
    {
        var expected = await After(First);

        await Killed(
            [First], (stack, kill) => stack.Destroy(First, kill), isServed, stack => IsLike(stack, First, expected));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_not_taken_down_whole_is_taken_down_by_the_next_command(bool isServed) =>
        await Killed([First], (stack, kill) => stack.Destroy(First, kill), isServed, IsGone);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_not_deployed_whole_is_taken_down_whole(bool isServed) =>
        await Killed([First], (stack, kill) => stack.Deploy(Second, kill), isServed, IsGone);

    private static async Task<IReadOnlyList<string>> After(params Plan[] plans)
    {
        await using var stack = await LocalStack.Start();
        foreach (var plan in plans)
        {
            await stack.Deploy(plan);
        }

        return await Inventory.Of(stack);
    }

    /// <summary>One more deployment, and all is as if nothing had happened.</summary>
    private static async Task Is(LocalStack stack, Plan plan, IReadOnlyList<string> expected)
    {
        await stack.Deploy(plan);

        await Holds(stack, expected, line => line);
        (await stack.Deploy(plan)).Should().BeEmpty();
    }

    /// <summary>The same where a version may have been cut again: its number is never given twice.</summary>
    private static async Task IsLike(LocalStack stack, Plan plan, IReadOnlyList<string> expected)
    {
        await stack.Deploy(plan);

        await Holds(stack, expected, Unnumbered);
        (await stack.Deploy(plan)).Should().BeEmpty();
    }

    private static async Task Holds(LocalStack stack, IReadOnlyList<string> expected, Func<string, string> spell)
    {
        var found = await Inventory.Of(stack);
        found.Select(spell).Except(expected.Select(spell)).Should().BeEmpty();
        found.Should().HaveSameCount(expected);
    }

    private static async Task IsGone(LocalStack stack)
    {
        await stack.Destroy();

        (await Inventory.Of(stack)).Should().BeEmpty();
    }

    /// <param name="before">What is deployed already.</param>
    /// <param name="step">What dies at every call in turn.</param>
    /// <param name="isServed">Whether the server still gets the call at which it dies.</param>
    /// <param name="next">The next command, and what must hold then.</param>
    private static async Task Killed(
        IReadOnlyList<Plan> before,
        Func<LocalStack, Kill, Task<bool>> step,
        bool isServed,
        Func<LocalStack, Task> next)
    {
        for (var call = 0; ; call++)
        {
            await using var stack = await LocalStack.Start();
            foreach (var earlier in before)
            {
                await stack.Deploy(earlier);
            }

            if (!await step(stack, new Kill(call, isServed)))
            {
                call.Should().BeGreaterThan(10);
                return;
            }

            await next(stack);
        }
    }

    private static string Unnumbered(string line) => Number().Replace(line, "#");

    [GeneratedRegex("""(?<=:)\d+(?=")|(?<="(Flow)?Version":")\d+""")]
    private static partial Regex Number();
}
