using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Changes;

/// <summary>What a change of the repository means for one stack, as a reviewer has to know it.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Diagnostics">What is wrong, or worth knowing.</param>
public abstract record StackReview(string Stack, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>There is a plan.</summary>
    public sealed record Planned(PlanChanges Changes, ImmutableArray<Diagnostic> Diagnostics)
        : StackReview(Changes.Stack, Diagnostics);

    /// <summary>There must be no deployment: some diagnostics are errors.</summary>
    public sealed record Refused(string Stack, ImmutableArray<Diagnostic> Diagnostics)
        : StackReview(Stack, Diagnostics);

    /// <summary>The stack's file is gone; what it deployed stays until somebody destroys it.</summary>
    public sealed record Gone(string Stack) : StackReview(Stack, []);

    /// <summary>The most dangerous first.</summary>
    public static ImmutableArray<StackReview> InOrder(IEnumerable<StackReview> reviews) =>
    [
        .. reviews
            .OrderByDescending(review => review.Danger)
            .ThenByDescending(review => review is Planned { Changes: var changes } ? changes.Resources.Length : 0)
            .ThenBy(review => review.Stack, StringComparer.Ordinal),
    ];

    /// <summary>How closely it has to be looked at.</summary>
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

/// <summary>How closely a reviewer has to look at a stack.</summary>
public enum Danger
{
    /// <summary>Nothing changes.</summary>
    None,

    /// <summary>Something changes.</summary>
    Some,

    /// <summary>Somebody may do more than before.</summary>
    Widening,

    /// <summary>Something changes that the stack protects.</summary>
    Protected,

    /// <summary>Callers may fail.</summary>
    Breaking,

    /// <summary>It cannot be deployed.</summary>
    Refused,
}
