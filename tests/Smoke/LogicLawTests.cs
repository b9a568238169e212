using FsCheck;
using FsCheck.Fluent;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;
using Check = Infra.Smoke.Expectations.Check;
using Outcome = Infra.Smoke.Judging.Outcome;

namespace Infra.Tests.Smoke;

public sealed class LogicLawTests
{
    /// <summary>Expectations that hold, do not hold or are unknown, depending on the answer.</summary>
    private static readonly string[] Items =
        ["contains: a", "icontains-any: [b, c]", "word-count: { max: 2 }", "cost: 1", "regex: 'a+b'", "is-json: true",
            "is-refusal: true"];

    private static readonly Gen<string> AnyItem = Gen.Elements(Items);

    private static readonly Gen<Answer> AnyAnswer =
        from text in Gen.Elements("a", "b a c d", "", "{\"a\": 1}", "aab", "I can't help with that.")
        from cost in Gen.Elements<decimal?>(null, 0.5m, 2m)
        select new Answer { Text = text, Cost = cost };

    [Fact]
    public void Not_turns_a_verdict_round_and_leaves_the_unknown() => For((item, _, answer) =>
        Judge(item, answer) == Turned(Judge($"not-{item}", answer)));

    [Fact]
    public void None_of_is_not_any_of() => For((left, right, answer) =>
        Judge($"none-of: [{{ {left} }}, {{ {right} }}]", answer)
            == Judge($"not-any-of: [{{ {left} }}, {{ {right} }}]", answer));

    [Fact]
    public void Not_all_of_is_any_of_the_opposites() => For((left, right, answer) =>
        Judge($"not-all-of: [{{ {left} }}, {{ {right} }}]", answer)
            == Judge($"any-of: [{{ not-{left} }}, {{ not-{right} }}]", answer));

    [Fact]
    public void A_group_of_one_is_the_one() => For((item, _, answer) =>
        Judge($"all-of: [{{ {item} }}]", answer) == Judge(item, answer)
        && Judge($"any-of: [{{ {item} }}]", answer) == Judge(item, answer));

    [Fact]
    public void The_order_in_a_group_does_not_matter() => For((left, right, answer) =>
        Judge($"all-of: [{{ {left} }}, {{ {right} }}]", answer)
            == Judge($"all-of: [{{ {right} }}, {{ {left} }}]", answer));

    [Fact]
    public void A_text_equals_contains_starts_and_ends_with_itself() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 17),
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            Finding Find(Check.OfText check) => TextChecks.Find(check, new(text.Get, "it", Redaction.None));
            return Find(new Check.EqualTo([text.Get], IsSingle: true)).Holds is true
                && Find(new Check.Contains([text.Get], All: true, IgnoreCase: true)).Holds is true
                && Find(new Check.StartsWith(text.Get)).Holds is true
                && Find(new Check.EndsWith(text.Get)).Holds is true;
        }));

    [Fact]
    public void Similarity_is_symmetric_and_one_for_the_same_words() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 17),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (left, right) =>
        {
            var (a, b) = (new WordBag(left ?? ""), new WordBag(right ?? ""));
            return Math.Abs(a.Similarity(b) - b.Similarity(a)) < 1e-12
                && a.Similarity(b) is >= 0 and <= 1
                && (a.IsEmpty || Math.Abs(a.Similarity(a) - 1) < 1e-12);
        }));

    private static void For(Func<string, string, Answer, bool> law) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 17),
        Prop.ForAll(AnyItem.ToArbitrary(), AnyItem.ToArbitrary(), AnyAnswer.ToArbitrary(), law));

    private static Outcome Judge(string item, Answer answer) => SmokeCases.Judge($"{{ {item} }}", answer).Outcome;

    private static Outcome Turned(Outcome outcome) => outcome switch
    {
        Outcome.Pass => Outcome.Fail,
        Outcome.Fail => Outcome.Pass,
        _ => outcome,
    };
}
