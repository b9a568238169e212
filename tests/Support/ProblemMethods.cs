using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;
using Infra.Diagnostics;

namespace Infra.Tests.Support;

/// <summary>The methods of <see cref="Problems"/>: what each reports, and how its doc comment sums it up.</summary>
internal static class ProblemMethods
{
    private const int SomeNumber = 777;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Summaries = new(ReadSummaries);

    /// <summary>Every method with a diagnostic as it might report it,
    /// texts and numbers written as an ellipsis.</summary>
    public static ImmutableArray<(string Summary, Diagnostic Example)> All =>
    [
        .. typeof(Problems)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Diagnostic))
            .Select(method => (
                Summaries.Value.GetValueOrDefault(method.Name, ""),
                Elided((Diagnostic)method.Invoke(null, [.. method.GetParameters().Select(Example)])!)))
            .OrderBy(problem => problem.Item2.Code, StringComparer.Ordinal),
    ];

    private static Diagnostic Elided(Diagnostic example) => example with
    {
        Message = example.Message.Replace($"{SomeNumber}", "…", StringComparison.Ordinal),
    };

    private static object? Example(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "…",
        var type when type == typeof(Location) => new Location("prompts/greeting.yaml", 5, 9),
        var type when type == typeof(int) => SomeNumber,
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { "…" },
        var type when type.IsAssignableFrom(typeof(int[])) => new[] { SomeNumber },
        var type when type.IsValueType => Activator.CreateInstance(type),
        _ => throw new InvalidOperationException(
            $"Problems.{parameter.Member.Name}: give '{parameter.Name}' a text, a number or a list of them."),
    };

    private static Dictionary<string, string> ReadSummaries() => XDocument
        .Load(Path.ChangeExtension(typeof(Problems).Assembly.Location, "xml"))
        .Descendants("member")
        .Select(member => (Name: member.Attribute("name")!.Value, Summary: member.Element("summary")))
        .Where(member => member.Name.StartsWith($"M:{typeof(Problems).FullName}.", StringComparison.Ordinal)
            && member.Summary is not null)
        .ToDictionary(
            member => member.Name[$"M:{typeof(Problems).FullName}.".Length..].Split('(')[0],
            member => string.Join(
                ' ', member.Summary!.Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)),
            StringComparer.Ordinal);
}
