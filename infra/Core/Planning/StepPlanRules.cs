using Infra.Diagnostics;

namespace Infra.Planning;

/// <summary>What one step must not do to the resources that are deployed.</summary>
public static class StepPlanRules
{
    /// <summary>Everything that is wrong with going from one plan to another.</summary>
    /// <param name="before">The plan as the revision has it.</param>
    /// <param name="after">The plan as it is.</param>
    /// <param name="at">The stack's settings.</param>
    public static IEnumerable<Diagnostic> Check(Plan before, Plan after, Location at) =>
    [
        .. ProtectedStay(before, after, at),
        .. TheyStayTheirKind(before, after, at),
    ];

    private static IEnumerable<Diagnostic> ProtectedStay(Plan before, Plan after, Location at)
    {
        var now = after.Resources.Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        return before.Resources
            .Where(resource => resource.Protect && !now.Contains(resource.Name))
            .Select(resource => resource.Owner)
            .Distinct(StringComparer.Ordinal)
            .Select(owner => Problems.ProtectedGoes(at, owner));
    }

    private static IEnumerable<Diagnostic> TheyStayTheirKind(Plan before, Plan after, Location at) =>
        from was in before.Resources
        where was.Type is ResourceTypes.Prompt or ResourceTypes.Flow
        join now in after.Resources on (was.Name, was.Type) equals (now.Name, now.Type)
        where AdditionalFields.AreIn(was) != AdditionalFields.AreIn(now)
        select Problems.AdditionalFieldsSwitch(at, now.Owner, AdditionalFields.AreIn(now));
}
