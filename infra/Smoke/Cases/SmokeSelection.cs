using System.Collections.Immutable;

namespace Infra.Smoke.Cases;

/// <summary>Selects cases; all given conditions must hold.</summary>
public sealed record SmokeSelection
{
    /// <summary>All of them.</summary>
    public static readonly SmokeSelection All = new();

    /// <summary>
    /// A part of <c>definition / case</c>, regardless of case; <c>*</c> matches anything. Null for no condition.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>Tags, at least one of which the case must have; empty for no condition.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Definitions, for example those that changed; null for no condition.</summary>
    public ImmutableHashSet<string>? Definitions { get; init; }

    /// <summary>Cases, for example those that failed last; null for no condition.</summary>
    public ImmutableHashSet<CaseId>? Cases { get; init; }

    /// <summary>Whether a case is selected.</summary>
    public bool Includes(SmokeCase test) =>
        (Filter is null || Matches(Filter, test.Id.ToString()))
        && (Tags.IsEmpty || Tags.Any(test.Tags.Contains))
        && Definitions?.Contains(test.Definition) is not false
        && Cases?.Contains(test.Id) is not false;

    /// <summary>Whether the parts of a filter occur in a text in order.</summary>
    private static bool Matches(string filter, string text)
    {
        var from = 0;
        foreach (var part in filter.Split('*'))
        {
            var at = text.IndexOf(part, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return true;
    }
}

/// <summary>The id of a case in a stack, the same in every run.</summary>
/// <param name="Definition">The prompt or flow.</param>
/// <param name="Name">The case's name, without secrets.</param>
public readonly record struct CaseId(string Definition, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Definition} / {Name}";
}
