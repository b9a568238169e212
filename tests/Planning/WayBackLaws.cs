using System.Globalization;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Settings;
using Infra.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Infra.Tests.Planning;

/// <summary>
/// Whatever people do, in whatever order, and even if deployments are skipped, fail half-way or are repeated elsewhere:
/// callers get the complete live release and can call its model, metered or not; every flow fits its prompts; every
/// kept release can be rolled back to, unless the preview said before that it cannot; and nothing is written that was
/// not announced.
/// </summary>
public sealed class WayBackLaws(ITestOutputHelper output)
{
    /// <summary>The number of sequences; PROMPTS_SEQUENCES=10000 is the long run.</summary>
    private static readonly int Sequences = int.Parse(
        Environment.GetEnvironmentVariable("PROMPTS_SEQUENCES") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public void No_sequence_of_moves_and_deployments_takes_the_way_back_away_without_a_word()
    {
        var stacks = new List<StackOverTime>();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Sequences).WithReplay(20261127, 9),
            Prop.ForAll(Steps().ToArbitrary(), steps =>
            {
                var stack = new StackOverTime();
                foreach (var (act, number) in steps)
                {
                    Do(stack, act, number);
                }

                stack.Deploy();
                stack.Deploy();
                stacks.Add(stack);
            }));

        var (deployed, refused) = (stacks.Sum(stack => stack.Deployed), stacks.Sum(stack => stack.Refused));
        var (warned, back) = (stacks.Sum(stack => stack.Warned), stacks.Sum(stack => stack.RolledBack));
        var kept = stacks.Sum(stack => stack.KeptProfiles);
        output.WriteLine($"{stacks.Count} sequences: {deployed} deployments, {refused} refused by their preview, "
            + $"{warned} versions warned of, {back} rollbacks deployed, {kept} profiles kept");
        new[] { deployed, refused, warned, back, kept }
            .Should().OnlyContain(count => count > 10, "else nothing was tried");
    }

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
        from act in Gen.Frequency(
            (6, Gen.Constant(Act.Deploy)),
            (3, Gen.Elements(Act.RollBackPrompt, Act.RollBackFlow, Act.RollBackBoth)),
            (6, Gen.Elements(Act.PromotePrompt, Act.PromoteFlow, Act.PromoteBoth)),
            (2, Gen.Constant(Act.Measure)),
            (4, Gen.Elements(Enum.GetValues<Act>())))
        from number in Gen.Choose(1, StackOverTime.Releases)
        select (act, number),
        20);

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
            case Act.ServeNewest:
                stack.ServeNewest();
                break;
            case Act.ServeDraft:
                stack.ServeDraft();
                break;
            case Act.Deploy:
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
            case Act.Measure:
                stack.Measure = (Measuring)(number % 3);
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
        ServeNewest,
        ServeDraft,
        Deploy,
        FailHalfWay,
        RefusedDestroy,
        NewEnvironment,
        Measure,
        Retain,
    }
}
