using System.Reflection;
using System.Runtime.CompilerServices;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

/// <summary>One name, one meaning, in every namespace. A union's case is told by the union's name.</summary>
public sealed class TypeNamesTests
{
    [Fact]
    public void No_two_types_have_one_name() =>
        Doubles(ClosedSets.Types).Should().BeEmpty();

    [Fact]
    public void Two_types_of_one_name_are_found() =>
        Doubles([typeof(System.Timers.Timer), typeof(System.Threading.Timer), typeof(List<>), typeof(string)])
            .Should().Equal("Timer: System.Threading.Timer, System.Timers.Timer");

    private static IEnumerable<string> Doubles(IEnumerable<Type> types) =>
        from type in types
        where !type.IsNestedPrivate && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            && !(type.DeclaringType is { } owner && ClosedSets.IsUnion(owner))
        group type.FullName!.Split('`')[0] by type.Name.Split('`')[0] into same
        where same.Distinct(StringComparer.Ordinal).Skip(1).Any()
        orderby same.Key
        select $"{same.Key}: {string.Join(", ", same.Order(StringComparer.Ordinal))}";
}
