using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Values;

/// <summary>What holds for every value that plans are made of.</summary>
public sealed class ValueLaws
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261127, 3);

    private static readonly Gen<string> Names = Gen.Elements("a", "b", "ab", "B", "ä", "aa");

    private static readonly Gen<Value> Plain = Gen.OneOf(
        Names.Select(text => (Value)new Value.Text(text)),
        Gen.Elements(0m, 1m, 1.0m, 1.50m, -2m).Select(number => (Value)number),
        Gen.Elements(true, false).Select(flag => (Value)flag),
        Gen.Elements<Value>(new Value.Null(), Shorthand.Region, new Value.Ref("a", "Arn")));

    private static readonly Gen<Value> Any = Nested(2);

    [Fact]
    public void Two_values_are_equal_exactly_when_they_are_spelled_alike() =>
        Check(Any.Two(), pair =>
        {
            var (left, right) = pair;
            var alike = CanonicalJson.Compact(left) == CanonicalJson.Compact(right);

            left.Equals(right).Should().Be(alike);
            (left.GetHashCode() == right.GetHashCode() || !alike).Should().BeTrue();
        });

    [Fact]
    public void The_order_in_which_members_are_given_does_not_matter() =>
        Check(Members(Any), members =>
        {
            var (forth, back) = (Shorthand.Map(members), Shorthand.Map(members.Reverse()));

            back.Should().Be(forth);
            forth.Entries.Keys.Should().BeInAscendingOrder(StringComparer.Ordinal);
            forth.Entries.Count.Should().Be(members.Length);
        });

    [Fact]
    public void A_member_is_found_until_it_is_removed_and_again_once_it_is_set() =>
        Check(Members(Any).Zip(Names), given =>
        {
            var (members, name) = given;
            var map = Shorthand.Map(members);

            map[name].Should().Be(members.FirstOrDefault(member => member.Key == name).Value);
            map.Entries.Remove(name).ContainsKey(name).Should().BeFalse();
            map.Entries.SetItem(name, "set")[name].Should().Be((Value)"set");
            map.Entries.Remove(name).Except(map.Entries).Should().BeEmpty();
        });

    [Fact]
    public void A_name_that_stands_twice_is_refused()
    {
        var twice = () => Shorthand.Map(("a", 1), ("b", 2), ("a", 3));

        twice.Should().Throw<ArgumentException>().WithMessage("The member a is given twice.*");
    }

    private static Gen<Value> Nested(int depth) => depth == 0 ? Plain : Gen.OneOf(
        Plain,
        Nested(depth - 1).ArrayOf(3).Select(items => (Value)Shorthand.List(items)),
        Nested(depth - 1).ArrayOf(2).Select(parts => (Value)Shorthand.Join(parts)),
        Members(Nested(depth - 1)).Select(members => (Value)Shorthand.Map(members)));

    private static Gen<(string Key, Value? Value)[]> Members(Gen<Value> values) =>
        from names in Names.ArrayOf(4)
        from contents in values.ArrayOf(4)
        select names.Distinct().Zip(contents, (name, content) => (name, (Value?)content)).ToArray();

    private static void Check<T>(Gen<T> given, Action<T> holds) =>
        FsCheck.Fluent.Prop.ForAll(given.ToArbitrary(), holds).Check(Config);
}
