using Infra.Planning;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>Creates, changes and deletes resources.</summary>
/// <remarks>The existing resource is read first. Before a call, the state records everything that may exist after it;
/// after the call, what does exist. So a process killed in between only costs another read, and manual changes and
/// deletions are repaired.</remarks>
internal sealed class ResourceOperations(CloudControlClient cloud, StateFile state, string region)
{
    private const string TakenOver = "existed but was missing from the state; it was added there";

    private readonly Recognition _world = new(cloud, state);

    /// <summary>Makes a resource as declared, and returns what that took.</summary>
    public async Task<(DeployAction Action, string? Message)> Bring(
        DeclaredResource resource, Value.Map properties, CancellationToken cancel)
    {
        var begun = Begun(resource, properties);
        var found = state.Find(resource.Name) is { } claim
            ? await _world.Find(claim, cancel).ConfigureAwait(false)
            : await _world.FindVersion(resource, begun, cancel).ConfigureAwait(false);
        if (found is not null)
        {
            return (await Change(found, resource, properties, cancel).ConfigureAwait(false), null);
        }

        try
        {
            await Make(resource, begun, cancel).ConfigureAwait(false);
            return (DeployAction.Create, null);
        }
        catch (DeployException taken) when (taken.Code is "AlreadyExists")
        {
            if (await _world.Find(begun, cancel).ConfigureAwait(false) is not { } there)
            {
                throw;
            }

            await Change(there, resource, properties, cancel).ConfigureAwait(false);
            return (DeployAction.Update, TakenOver);
        }
    }

    /// <summary>Deletes a resource and its record; one that no longer exists is not an error.</summary>
    public async Task Delete(DeployedResource resource, CancellationToken cancel)
    {
        if (await _world.Find(resource, cancel).ConfigureAwait(false) is { } found
            && !state.IsAnothers(found.Resource.Identifier!, resource))
        {
            await cloud.In(resource.Region).Delete(found.Resource, cancel).ConfigureAwait(false);
        }

        state.Remove(resource.Name);
    }

    /// <summary>Records a declared resource that exists although a lost state does not contain it.</summary>
    public async Task Claim(DeclaredResource resource, Value.Map properties, CancellationToken cancel)
    {
        if (state.Find(resource.Name) is null
            && await _world.Find(Begun(resource, properties), cancel).ConfigureAwait(false) is { } found)
        {
            state.Put(found.Resource);
        }
    }

    /// <summary>An attribute that the cloud assigned; an identifier is known without asking.</summary>
    public async Task<Value> ReadAttribute(string name, string attribute)
    {
        var resource = state.Find(name) ?? throw new DeployException($"{name} is used before it exists.");
        if (Identifiers.IsIdentifier(resource.Type, attribute))
        {
            return resource.Identifier!;
        }

        var properties = await cloud.Read(resource.Type, resource.Identifier!, CancellationToken.None)
            .ConfigureAwait(false);
        return properties?[attribute] ?? throw new DeployException(
            $"{name} has no attribute {attribute}; it may have been deleted by hand.");
    }

    private Task Make(DeclaredResource resource, DeployedResource begun, CancellationToken cancel) =>
        resource.MustExist
            ? throw new DeployException("Its draft holds another arm's release. Deploy the live release first, then "
                + "start the experiment.")
        : resource is { Postcondition: { } content, Properties: var declared }
        && declared["PromptArn"] is Value.Ref { Resource: var prompt }
            ? Cut(begun, state.Find(prompt)!, content.Cut, cancel)
            : Create(begun, cancel);

    /// <summary>Makes a version with its release's content, to which the draft is set first; no caller uses the draft
    /// then.</summary>
    private async Task Cut(DeployedResource version, DeployedResource draft, Value cut, CancellationToken cancel)
    {
        var content = await new Resolution(region, ReadAttribute).Resolve(cut).ConfigureAwait(false);
        var there = await cloud.Read(draft.Type, draft.Identifier!, cancel).ConfigureAwait(false);
        if (there?["Variants"] is not { } said || DeployedContent.IsSame(content, said))
        {
            await Create(version, cancel).ConfigureAwait(false);
            return;
        }

        var other = draft with { Properties = ResourceSteps.Saying(draft.Properties, content) };
        var found = draft with { Properties = ResourceSteps.Saying(draft.Properties, said) };
        await Update(found, other, cancel).ConfigureAwait(false);
        await Create(version, cancel).ConfigureAwait(false);
        await Update(other, draft, cancel).ConfigureAwait(false);
    }

    private async Task Update(DeployedResource was, DeployedResource now, CancellationToken cancel)
    {
        state.Put(ResourceSteps.UnderWay(was, now));
        await cloud.Update(was, now.Properties, cancel).ConfigureAwait(false);
        state.Put(now);
    }

    private async Task<DeployAction> Change(
        FoundResource found, DeclaredResource resource, Value.Map properties, CancellationToken cancel)
    {
        var was = found.Resource;
        var now = Begun(resource, ResourceSteps.Wanted(resource, was.Properties, properties)) with
        {
            Identifier = was.Identifier,
        };
        var action = ResourceSteps.Between(was, now, found.There);
        switch (action)
        {
            case DeployAction.Replace:
                await Replace(was, now with { Identifier = null }, cancel).ConfigureAwait(false);
                break;
            case DeployAction.Update:
                await Update(was, now, cancel).ConfigureAwait(false);
                break;
            default:
                Remember(now);
                break;
        }

        return action;
    }

    private async Task Create(DeployedResource begun, CancellationToken cancel)
    {
        state.Put(begun);
        try
        {
            var identifier = await cloud.Create(begun.Type, begun.Properties, cancel).ConfigureAwait(false);
            state.Put(begun with { Identifier = identifier });
        }
        catch (DeployException refused) when (refused.Code is not "")
        {
            state.Remove(begun.Name);
            throw;
        }
    }

    private async Task Replace(DeployedResource was, DeployedResource now, CancellationToken cancel)
    {
        if (was.Protect)
        {
            throw new DeployException(
                "It would have to be replaced, and it is protected. "
                + "First deploy with 'bedrock-prompts:protect: false'.");
        }

        var old = was with { Name = $"{was.Name} (replaced)" };
        state.Put(old);
        await Create(now, cancel).ConfigureAwait(false);
        await Delete(old, cancel).ConfigureAwait(false);
    }

    private void Remember(DeployedResource now)
    {
        if (state.Find(now.Name) is not { } was || !was.IsSame(now))
        {
            state.Put(now);
        }
    }

    private DeployedResource Begun(DeclaredResource resource, Value.Map properties) =>
        DeployedResource.Of(resource, properties, region);
}
