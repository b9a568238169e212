using Infra.Diagnostics;
using Infra.Planning;
using Pulumi;
using Pulumi.Utilities;

namespace BedrockPrompts;

/// <summary>
/// Reports versions that would be cut with the wrong content. In a preview, deployed resources have an id and new ones
/// do not, so this works before anything is deployed, whatever earlier deployments skipped or failed to do.
/// </summary>
internal static class PreviewedCuts
{
    /// <summary>Reports versions that a deployment would cut with the wrong content, and refuses those that must not
    /// be.</summary>
    public static void Check(Plan plan, IReadOnlyDictionary<string, CloudResource> registered)
    {
        if (Deployment.Instance.IsDryRun)
        {
            // Pulumi observes every output: one that fails ends the preview.
            Output.Create(Found(plan, registered));
        }
    }

    private static async Task<bool> Found(Plan plan, IReadOnlyDictionary<string, CloudResource> registered)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in plan.Resources.Where(resource =>
            resource.MustExist
            || resource.Type is ResourceTypes.Prompt or ResourceTypes.PromptVersion or ResourceTypes.Flow
                or ResourceTypes.Parameter))
        {
            if (await OutputUtilities.GetIsKnownAsync(registered[resource.Name].Id).ConfigureAwait(false))
            {
                there.Add(resource.Name);
            }
        }

        var settings = Location.StartOf($"Pulumi.{plan.Stack}.yaml");
        var found = VersionCuts.Check(plan, _ => settings, there.Contains)
            .Concat(StepPlanRules.KindsAreThoseDeployed(plan, settings, there.Contains))
            .InFileOrder();
        foreach (var warning in found.Where(problem => problem.Severity is not Severity.Error))
        {
            Log.Warn(warning.ToString());
        }

        return found.HasErrors()
            ? throw new RunException(string.Join('\n', found.Where(problem => problem.Severity is Severity.Error)))
            : true;
    }
}
