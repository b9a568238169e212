using System.Reflection;

namespace Infra.Tests.Support;

/// <summary>The closed sets of the product: its enums, and its unions (abstract, each case nested in it).</summary>
internal static class ClosedSets
{
    /// <summary>Every type of the product.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. new[] { "Infra.Core", "Infra.Smoke", "Infra.Workspace", "Infra.Component", "Infra.Local", "prompts" }
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.Namespace is { } space
                && (space.StartsWith("Infra", StringComparison.Ordinal)
                    || space.StartsWith("BedrockPrompts", StringComparison.Ordinal))),
    ];

    /// <summary>The enums' names; one that is always combined, such as flags, is no closed set.</summary>
    public static IReadOnlySet<string> Enums { get; } = Types
        .Where(type => type.IsEnum && !type.IsDefined(typeof(FlagsAttribute)))
        .Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The unions' cases, by the unions' names.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Unions { get; } = Types
        .Where(IsUnion)
        .GroupBy(type => type.Name, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            IReadOnlySet<string> (same) => same.SelectMany(Cases).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Whether a type is a union: abstract, each of its cases nested in it.</summary>
    public static bool IsUnion(Type type) =>
        type is { IsAbstract: true, IsSealed: false, IsInterface: false } && Cases(type).Any()
        && Types.Where(type.IsAssignableFrom).All(each => each == type || each.DeclaringType == type);

    private static IEnumerable<string> Cases(Type union) =>
        from type in union.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
        where !type.IsAbstract && union.IsAssignableFrom(type)
        select type.Name;
}
