using System.Collections.Immutable;
using System.Globalization;
using Infra.Diagnostics;

namespace Infra.Planning;

/// <summary>
/// Checks versions that a deployment makes. They are cut from the only draft, which a deployment sets to the last kept
/// release: a new version of any other release would have the wrong content, and could not be rolled back to.
/// </summary>
public static class VersionCuts
{
    /// <summary>Versions that would be cut with the wrong content (PRM161, PRM162, PRM592).</summary>
    /// <param name="plan">The plan to deploy.</param>
    /// <param name="at">The place of a name's target in the stack's settings.</param>
    /// <param name="isThere">Whether a resource of the plan, given by its name, is already deployed.</param>
    public static IEnumerable<Diagnostic> Check(Plan plan, Func<string, Location> at, Func<string, bool> isThere) =>
    [
        .. OfPrompts(plan, at, isThere),
        .. from version in plan.Resources
           where version.MustExist && !isThere(version.Name)
           select Problems.FlowCutWrong(at(version.Owner), version.Owner, version.Name),
    ];

    private static IEnumerable<Diagnostic> OfPrompts(
        Plan plan, Func<string, Location> at, Func<string, bool> isThere) =>
        from resource in plan.Resources
        where resource.Type == ResourceTypes.PromptVersion
        group resource by resource.Owner into versions
        let first = versions.Where(version => !isThere(version.Name)).ToImmutableArray()
        where !first.IsEmpty
        let prompt = plan.Resources.Single(resource =>
            resource.Owner == versions.Key && resource.Type == ResourceTypes.Prompt)
        from problem in Check(prompt, first, Release(versions.Last()), (at(prompt.Name), isThere(prompt.Name)))
        select problem;

    private static IEnumerable<Diagnostic> Check(
        DeclaredResource prompt, ImmutableArray<DeclaredResource> first, int last, (Location At, bool IsThere) now)
    {
        var wrong = first.Where(version => version.Postcondition!.Cut != prompt.Properties["Variants"]).ToArray();
        return wrong.Length == 0 ? []
            : !now.IsThere ? wrong.Select(version => version.Postcondition!.MustHold
                ? Problems.LiveCutWrong(now.At, prompt.Name, Release(version), last)
                : Problems.KeptCutWrong(now.At, prompt.Name, Release(version)))
            : first.Length > 1 ? [Problems.SeveralFirstKept(now.At, prompt.Name, [.. first.Select(Release)])]
            : [Problems.FirstKeptIsNotLast(now.At, prompt.Name, Release(first[0]))];
    }

    private static int Release(DeclaredResource version) => int.Parse(
        version.Name.AsSpan(PromptResources.VersionName(version.Owner, 0).Length - 1), CultureInfo.InvariantCulture);
}
