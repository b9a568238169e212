using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Changes;

/// <summary>What a change of the repository means for one stack, for its reviewer.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Diagnostics">The problems.</param>
public abstract record StackReview(string Stack, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>There is a plan.</summary>
    public sealed record Planned(PlanChanges Changes, ImmutableArray<Diagnostic> Diagnostics)
        : StackReview(Changes.Stack, Diagnostics);

    /// <summary>It cannot be deployed, because some diagnostics are errors.</summary>
    public sealed record Refused(string Stack, ImmutableArray<Diagnostic> Diagnostics)
        : StackReview(Stack, Diagnostics);

    /// <summary>The stack's file has been deleted; what it deployed stays until it is destroyed.</summary>
    public sealed record Gone(string Stack) : StackReview(Stack, []);

    /// <summary>The most dangerous first.</summary>
    public static ImmutableArray<StackReview> InOrder(IEnumerable<StackReview> reviews) =>
    [
        .. reviews
            .OrderByDescending(review => review.Danger)
            .ThenByDescending(review => review is Planned { Changes: var changes } ? changes.Resources.Length : 0)
            .ThenBy(review => review.Stack, StringComparer.Ordinal),
    ];

    /// <summary>How carefully it has to be reviewed.</summary>
    public Danger Danger => this switch
    {
        Refused => Danger.Refused,
        Gone => Danger.Breaking,
        Planned { Changes: var changes } => Of(changes),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Danger Of(PlanChanges changes) =>
        changes.Served.Any(served => served.Now is null || served.Content.Any(Breaks)) ? Danger.Breaking
        : changes.Resources.Any(change => change.Resource.Protect) ? Danger.Protected
        : !changes.Widened.IsEmpty ? Danger.Widening
        : changes.IsEmpty ? Danger.None
        : Danger.Some;

    private static bool Breaks(ContentChange change) => change.Impact is Impact.Breaking;
}

/// <summary>How carefully a reviewer has to look at a stack.</summary>
public enum Danger
{
    /// <summary>Nothing changes.</summary>
    None,

    /// <summary>Something changes.</summary>
    Some,

    /// <summary>A policy allows more than before.</summary>
    Widening,

    /// <summary>A protected resource changes.</summary>
    Protected,

    /// <summary>Callers may fail.</summary>
    Breaking,

    /// <summary>It cannot be deployed.</summary>
    Refused,
}
