using Infra.Planning;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>A resource that exists.</summary>
/// <param name="Resource">Its record, including its identifier.</param>
/// <param name="There">The properties that the service returns.</param>
internal sealed record FoundResource(DeployedResource Resource, Value.Map There);

/// <summary>Looks for the resources that the state records: everything that can be checked is checked.</summary>
internal sealed class Recognition(CloudControlClient cloud, StateFile state)
{
    /// <summary>The resource of a record; null when it no longer exists, or was never made.</summary>
    public async Task<FoundResource?> Find(DeployedResource claim, CancellationToken cancel)
    {
        foreach (var identifier in await Candidates(claim, cancel).ConfigureAwait(false))
        {
            if (await cloud.In(claim.Region).Read(claim.Type, identifier, cancel).ConfigureAwait(false) is { } there
                && ResourceSteps.IsWhatWasBegun(claim.Type, claim.Properties, there)
                && (claim.Identifier is not null || IsFree(identifier, claim)))
            {
                return new(claim with { Identifier = identifier }, there);
            }
        }

        return null;
    }

    /// <summary>A version that was in a lost state; null for none.</summary>
    /// <remarks>The service would make another version without complaint, so existing ones are looked for
    /// first.</remarks>
    public async Task<FoundResource?> FindVersion(
        DeclaredResource declared, DeployedResource begun, CancellationToken cancel) =>
        !state.IsComplete
        && await Expected(declared, begun, cancel).ConfigureAwait(false) is var (attribute, content)
        && await Find(begun, cancel).ConfigureAwait(false) is { } found
        && found.There[attribute] is { } said
        && DeployedContent.IsSame(content, MeasuredContent.ByAnyProfile(said, content))
            ? found
            : null;

    private async Task<(string Attribute, Value Content)?> Expected(
        DeclaredResource declared, DeployedResource begun, CancellationToken cancel) => declared switch
        {
            { Type: ResourceTypes.PromptVersion, Postcondition: { } condition } =>
                (condition.Attribute, condition.Expected),
            { Type: ResourceTypes.FlowVersion } when begun.Properties["FlowArn"] is Value.Text { Content: var flow }
                && await cloud.Read(ResourceTypes.Flow, flow, cancel).ConfigureAwait(false) is { } draft =>
                ("Definition", draft["Definition"] ?? new Value.Null()),
            _ => null,
        };

    private bool IsFree(string identifier, DeployedResource claim) =>
        !state.IsAnothers(identifier, claim) && !state.IsOfAnotherStack(identifier, claim);

    private async Task<IReadOnlyList<string>> Candidates(DeployedResource claim, CancellationToken cancel) =>
        (claim.Identifier ?? Identifiers.Named(claim.Type, claim.Properties)) is { } known
            ? [known]
            : await cloud.In(claim.Region).List(claim.Type, claim.Properties, cancel).ConfigureAwait(false);
}
