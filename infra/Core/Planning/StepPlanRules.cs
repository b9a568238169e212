using Infra.Diagnostics;
using Infra.Values;

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
        .. PromptsStayTheirKind(before, after, at),
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

    private static IEnumerable<Diagnostic> PromptsStayTheirKind(Plan before, Plan after, Location at) =>
        from was in before.Resources
        where was.Type == ResourceTypes.Prompt
        join now in after.Resources on (was.Name, was.Type) equals (now.Name, now.Type)
        where HasAdditionalFields(was) != HasAdditionalFields(now)
        select Problems.AdditionalFieldsSwitch(at, now.Owner, HasAdditionalFields(now));

    /// <summary>Whether a prompt sends fields for the model alone,
    /// which only another kind of Pulumi resource can.</summary>
    public static bool HasAdditionalFields(DeclaredResource prompt) =>
        prompt.Properties["Variants"] is Value.List variants
        && variants.Items.OfType<Value.Map>().Any(variant => variant["AdditionalModelRequestFields"] is not null);
}
