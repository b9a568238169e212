using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Diagnostics;

/// <summary>The result of a step: all problems found, and the value if there is one.</summary>
/// <param name="Value">The value; null when the input was too broken to make one.</param>
/// <param name="Diagnostics">All of them, in file order.</param>
public sealed record Checked<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether the value may be used: there is one, and none of the problems is an error.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSound => Value is not null && !Diagnostics.HasErrors();
}

/// <summary>Questions about several diagnostics.</summary>
public static class DiagnosticExtensions
{
    /// <summary>Whether any of them is an error, which stops a plan.</summary>
    public static bool HasErrors(this IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Any(diagnostic => diagnostic.Severity is Severity.Error);

    /// <summary>In the order of files and lines, without duplicates.</summary>
    public static ImmutableArray<Diagnostic> InFileOrder(this IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(diagnostic => diagnostic.At)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
            .Distinct()];
}
