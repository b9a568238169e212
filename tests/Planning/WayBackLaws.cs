using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

/// <summary>
/// Whatever people do, in whatever order, with deployments that are skipped, fail half-way or are made anew elsewhere:
/// callers get the live release whole, every flow fits its prompts, every kept release can be rolled back to or the
/// preview said before that it cannot, and nothing is written that was not promised.
/// </summary>
public sealed class WayBackLaws
{
    [Fact]
    public void No_sequence_of_moves_and_deployments_takes_the_way_back_away_without_a_word() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20261127, 9),
            Prop.ForAll(Steps().ToArbitrary(), steps =>
            {
                var stack = new StackOverTime();
                foreach (var (act, number) in steps)
                {
                    Do(stack, act, number);
                }

                stack.Deploy();
                stack.Deploy();
            }));

    [Fact]
    public void Two_promotions_in_one_deployment_are_refused_before_anything_is_cut()
    {
        var stack = new StackOverTime();
        stack.Promote(prompt: true, flow: false, 1);
        stack.Deploy();
        stack.Promote(prompt: true, flow: false, 2);
        stack.Promote(prompt: true, flow: false, 3);

        stack.Deploy();

        stack.Refused.Should().Be(1);
    }

    private static Gen<(Act Act, int Number)[]> Steps() => Gen.ArrayOf(
        from act in Gen.Elements(Enum.GetValues<Act>())
        from number in Gen.Choose(1, StackOverTime.Releases)
        select (act, number),
        16);

    private static void Do(StackOverTime stack, Act act, int number)
    {
        switch (act)
        {
            case Act.PromotePrompt:
                stack.Promote(prompt: true, flow: false, number);
                break;
            case Act.PromoteFlow:
                stack.Promote(prompt: false, flow: true, number);
                break;
            case Act.PromoteBoth:
                stack.Promote(prompt: true, flow: true, number);
                break;
            case Act.RollBackPrompt:
                stack.Rollback(prompt: true, flow: false);
                break;
            case Act.RollBackFlow:
                stack.Rollback(prompt: false, flow: true);
                break;
            case Act.RollBackBoth:
                stack.Rollback(prompt: true, flow: true);
                break;
            case Act.Deploy or Act.DeployAgain:
                stack.Deploy();
                break;
            case Act.FailHalfWay:
                stack.Deploy(number);
                break;
            case Act.RefusedDestroy:
                stack.RefusedDestroy();
                break;
            case Act.NewEnvironment:
                stack.NewEnvironment();
                break;
            case Act.Retain:
                stack.Retain = Math.Max(2, number);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act));
        }
    }

    private enum Act
    {
        PromotePrompt,
        PromoteFlow,
        PromoteBoth,
        RollBackPrompt,
        RollBackFlow,
        RollBackBoth,
        Deploy,
        DeployAgain,
        FailHalfWay,
        RefusedDestroy,
        NewEnvironment,
        Retain,
    }
}
