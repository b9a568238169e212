using Infra.Diagnostics;
using Infra.Planning;
using Pulumi;
using Pulumi.Utilities;

namespace BedrockPrompts;

/// <summary>
/// In a preview what is deployed has an id, and what is new has none. So what would be cut wrong is said before
/// anything is, whatever was deployed, skipped or failed before.
/// </summary>
internal static class PreviewedCuts
{
    /// <summary>Says what a deployment would cut wrong, and refuses what must not be.</summary>
    public static void Check(Plan plan, IReadOnlyDictionary<string, CloudResource> registered)
    {
        if (Deployment.Instance.IsDryRun)
        {
            // Pulumi watches every output: one that fails ends the preview.
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
