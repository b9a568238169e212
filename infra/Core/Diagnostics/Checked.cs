using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Diagnostics;

/// <summary>What a step yields: everything that was wrong, and the value if there is one.</summary>
/// <param name="Value">The value, or null when the input was too broken to build one.</param>
/// <param name="Diagnostics">All of them, in file order.</param>
public sealed record Checked<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether the value may be used: it is there and nothing is an error.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSound => Value is not null && !Diagnostics.HasErrors();
}

/// <summary>What is asked of many diagnostics at once.</summary>
public static class DiagnosticExtensions
{
    /// <summary>Whether any of them stops a plan.</summary>
    public static bool HasErrors(this IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Any(diagnostic => diagnostic.Severity is Severity.Error);

    /// <summary>In file order, each once.</summary>
    public static ImmutableArray<Diagnostic> InFileOrder(this IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(diagnostic => diagnostic.At)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
            .Distinct()];
}
