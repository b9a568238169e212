using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>Compares existing versions with their releases.</summary>
internal sealed class VersionChecks(CloudControlClient cloud, StateFile state, ResourceOperations operations)
{
    /// <summary>A warning when a version does not have the expected content; an exception when the deployment must
    /// stop.</summary>
    public async Task<string?> Postcondition(DeclaredResource resource, CancellationToken cancel)
    {
        if (resource.Postcondition is not { } condition)
        {
            return null;
        }

        var actual = await Read(resource, cancel).ConfigureAwait(false);
        var profile = condition.Profile is { } known
            ? (await operations.ReadAttribute(known.Resource, known.Attribute).ConfigureAwait(false) as Value.Text)
                ?.Content
            : null;
        if (actual?[condition.Attribute] is { } found && condition.First(found, profile) is null)
        {
            return null;
        }

        var message = $"The deployed version does not hold {condition.Subject}. Remove the release from the list and "
            + "deploy; then promote it again and deploy.";
        return condition.MustHold ? throw new DeployException(message) : message;
    }

    /// <summary>Refuses to delete inference profiles through which remaining versions call.</summary>
    /// <exception cref="DeployException">A version would lose its model.</exception>
    public async Task RefuseLostProfiles(
        Plan plan, IReadOnlyList<DeployedResource> gone, CancellationToken cancel)
    {
        if (gone.All(resource => resource.Type is not ResourceTypes.InferenceProfile))
        {
            return;
        }

        foreach (var version in plan.Resources.Where(resource => resource.Postcondition is { Profile: null }))
        {
            var actual = await Read(version, cancel).ConfigureAwait(false);
            if (actual?[version.Postcondition!.Attribute] is { } content
                && version.Postcondition.Verdict(content, isPreview: true).Stops is { } lost)
            {
                throw new DeployException(lost);
            }
        }
    }

    private async Task<Value.Map?> Read(DeclaredResource version, CancellationToken cancel) =>
        state.Find(version.Name)?.Identifier is { } identifier
            ? await cloud.Read(version.Type, identifier, cancel).ConfigureAwait(false)
            : null;
}
