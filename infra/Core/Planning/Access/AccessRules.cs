using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>Checks the access that a plan gives, as far as that is possible offline.</summary>
internal static class AccessRules
{
    /// <summary>Whether the stack can call the models of its prompts.</summary>
    public static IEnumerable<Diagnostic> Check(IEnumerable<PromptDeployment> prompts, StackSettings settings) =>
        from prompt in prompts
        from content in prompt.Served
        let model = content.Model
        where model is not null
        from problem in Check(model, settings)
        select problem;

    /// <summary>Whether the stack can call a model, according to the known inference profiles.</summary>
    public static IEnumerable<Diagnostic> Check(Located<string> model, StackSettings settings)
    {
        if (Placeholders.Has(model.Value))
        {
            yield break;
        }

        switch (ModelReference.Of(model.Value))
        {
            case ModelReference.CustomModel:
                yield return Problems.CustomModelIsNotCalled(model.At, model.Value);
                break;
            case ModelReference.SystemProfile profile
                when ModelAccess.Stated(settings, profile) is null:
                var sources = settings.Models.Sources(profile.Id);
                if (!profile.IsGlobal && !settings.Models.Knows(profile.Id))
                {
                    var nearest = DidYouMean.Nearest(profile.Id, settings.Models.Profiles);
                    yield return Problems.UnknownProfile(
                        model.At, profile.Id, $"{settings.Models.Date:yyyy-MM-dd}", nearest);
                }
                else if ((profile.Region ?? settings.Region) is { } region
                    && !sources.IsEmpty && !sources.Contains(region))
                {
                    yield return Problems.ProfileIsNotCalledFrom(
                        model.At, profile.Id, region, string.Join(", ", sources));
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Whether the policies are within IAM's limits.</summary>
    public static IEnumerable<Diagnostic> Sizes(
        IEnumerable<DeclaredResource> resources, Catalog catalog, StackSettings settings)
    {
        var policies = resources.Where(resource => Most(resource) is not null).ToArray();
        return Concurrently.Map(policies, policy => Size(policy, catalog, settings)).OfType<Diagnostic>();
    }

    private static int? Most(DeclaredResource resource) => resource.Type switch
    {
        ResourceTypes.ManagedPolicy => PolicySize.MostOfManaged,
        ResourceTypes.RolePolicy => PolicySize.MostOfRole,
        _ => null,
    };

    private static Diagnostic? Size(DeclaredResource policy, Catalog catalog, StackSettings settings)
    {
        var most = Most(policy)!.Value;
        var size = PolicySize.Of(policy.Properties["PolicyDocument"]!, settings);
        var at = settings.Live.GetValueOrDefault(policy.Owner) is Target.Pinned { Kept.Length: > 1 } several
            ? several.At
            : catalog.Definitions.GetValueOrDefault(policy.Owner)?.At ?? settings.At;
        return size > most ? Problems.PolicyTooLarge(at, policy.Owner, size, most) : null;
    }
}
