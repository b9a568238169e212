using Infra.Diagnostics;

namespace Infra.Planning;

/// <summary>Checks that one deployment does no harm to deployed resources.</summary>
public static class StepPlanRules
{
    /// <summary>All problems of a deployment that leads from one plan to another.</summary>
    /// <param name="before">The plan in the older revision.</param>
    /// <param name="after">The plan now.</param>
    /// <param name="at">The stack's settings.</param>
    public static IEnumerable<Diagnostic> Check(Plan before, Plan after, Location at) =>
    [
        .. ProtectedStay(before, after, at),
        .. TheyStayTheirKind(before, after, at),
        .. ProfilesStay(before, after, at),
    ];

    /// <summary>Reports what would be created again as another type of resource (PRM165): its alias is deployed, but
    /// not the resource of the type that sends additional fields.</summary>
    /// <param name="plan">The plan to deploy.</param>
    /// <param name="at">The stack's settings.</param>
    /// <param name="isThere">Whether a resource of the plan, given by its name, is already deployed.</param>
    public static IEnumerable<Diagnostic> KindsAreThoseDeployed(Plan plan, Location at, Func<string, bool> isThere) =>
        from resource in plan.Resources
        where AdditionalFields.AreIn(resource) && !isThere(resource.Name)
        where plan.Resources.Any(alias => alias.Owner == resource.Owner
            && alias.Type == ResourceTypes.Parameter
            && isThere(alias.Name))
        select Problems.AdditionalFieldsSwitch(at, resource.Owner, now: true);

    private static IEnumerable<Diagnostic> ProtectedStay(Plan before, Plan after, Location at)
    {
        var now = after.Resources.Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        return before.Resources
            .Where(resource => resource.Protect && !now.Contains(resource.Name))
            .Select(resource => resource.Owner)
            .Distinct(StringComparer.Ordinal)
            .Select(owner => Problems.ProtectedGoes(at, owner));
    }

    /// <summary>Versions that stay must keep the inference profile that they may have been made with
    /// (PRM641).</summary>
    private static IEnumerable<Diagnostic> ProfilesStay(Plan before, Plan after, Location at)
    {
        string[] losing =
        [
            .. (from was in before.Resources
                where was.Postcondition is { Profile: not null } condition && condition.Cut != condition.Expected
                join now in after.Resources on was.Name equals now.Name
                where now.Postcondition is { Profile: null }
                select was.Owner).Distinct(StringComparer.Ordinal),
        ];
        return losing.Length == 0 ? [] : [Problems.ProfilesGoAtOnce(at, string.Join(", ", losing))];
    }

    private static IEnumerable<Diagnostic> TheyStayTheirKind(Plan before, Plan after, Location at) =>
        from was in before.Resources
        where was.Type is ResourceTypes.Prompt or ResourceTypes.Flow
        join now in after.Resources on (was.Name, was.Type) equals (now.Name, now.Type)
        where AdditionalFields.AreIn(was) != AdditionalFields.AreIn(now)
        select Problems.AdditionalFieldsSwitch(at, now.Owner, AdditionalFields.AreIn(now));
}
