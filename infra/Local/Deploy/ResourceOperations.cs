using Infra.Planning;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>What is done to a resource, remembered before and after, so that a kill in between is made good.</summary>
internal sealed class ResourceOperations(CloudControlClient cloud, StateFile state, string region)
{
    /// <summary>Brings a resource to what it should be, and says what that took.</summary>
    public async Task<DeployAction> Bring(DeclaredResource resource, Value.Map properties, CancellationToken cancel)
    {
        var was = state.Find(resource.Name);
        was = was is { Identifier: null } ? await Adopt(was, cancel).ConfigureAwait(false) : was;
        was = was is null ? null : await CallersView.Of(was, cloud, cancel).ConfigureAwait(false);
        var now = new DeployedResource
        {
            Name = resource.Name,
            Type = resource.Type,
            Identifier = was?.Identifier,
            Region = DeployedResource.RegionOf(resource.Type, region),
            Properties = was is null ? properties : ResourceSteps.Wanted(resource, was.Properties, properties),
            Needs = Resolution.Needs(resource),
            Protect = resource.Protect,
        };
        var action = was is null ? DeployAction.Create : ResourceSteps.Between(was, now);
        switch (action)
        {
            case DeployAction.Create when resource is
            {
                Postcondition: { } content, Properties: var declared,
            } && declared["PromptArn"] is Value.Ref { Resource: var prompt }:
                await Cut(now, state.Find(prompt)!, content.Expected, cancel).ConfigureAwait(false);
                break;
            case DeployAction.Create:
                await Create(now, cancel).ConfigureAwait(false);
                break;
            case DeployAction.Update:
                await Update(was!, now, cancel).ConfigureAwait(false);
                break;
            case DeployAction.Replace:
                await Replace(was!, now, cancel).ConfigureAwait(false);
                break;
            default:
                Remember(was!, now);
                break;
        }

        return action;
    }

    /// <summary>Deletes a resource and forgets it.</summary>
    public async Task Delete(DeployedResource resource, CancellationToken cancel)
    {
        var found = resource.Identifier is null ? await Adopt(resource, cancel).ConfigureAwait(false) : resource;
        if (found is { } present)
        {
            await cloud.In(present.Region).Delete(present, cancel).ConfigureAwait(false);
        }

        state.Remove(resource.Name);
    }

    /// <summary>What the cloud assigned to a resource; its identifier is known without asking.</summary>
    public async Task<Value> ReadAttribute(string name, string attribute)
    {
        var resource = state.Find(name) ?? throw new DeployException($"{name} is referred to before it exists.");
        if (Identifiers.IsIdentifier(resource.Type, attribute))
        {
            return resource.Identifier!;
        }

        var properties = await cloud.Read(resource.Type, resource.Identifier!, CancellationToken.None)
            .ConfigureAwait(false);
        return properties?[attribute] ?? throw new DeployException(
            $"{name} has no attribute {attribute}; it may have been deleted by hand.");
    }

    /// <summary>A warning when a resource is not what it must be; an exception when that must not go on.</summary>
    public async Task<string?> Postcondition(DeclaredResource resource, CancellationToken cancel)
    {
        if (resource.Postcondition is not { } condition)
        {
            return null;
        }

        var identifier = state.Find(resource.Name)!.Identifier!;
        var actual = await cloud.Read(resource.Type, identifier, cancel).ConfigureAwait(false);
        if (actual?[condition.Attribute] is { } found && DeployedContent.IsSame(condition.Expected, found))
        {
            return null;
        }

        var message = $"The deployed version does not hold {condition.Subject}. "
            + "Take the release out of the list, deploy, promote it again, deploy.";
        return condition.MustHold ? throw new DeployException(message) : message;
    }

    /// <summary>Cuts a version that holds its release, whatever the prompt's draft says before and after.</summary>
    /// <remarks>Nobody is served the draft of a prompt that has versions.</remarks>
    private async Task Cut(DeployedResource version, DeployedResource draft, Value content, CancellationToken cancel)
    {
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
        await cloud.Update(was, now.Properties, cancel).ConfigureAwait(false);
        state.Put(now);
    }

    private async Task Create(DeployedResource now, CancellationToken cancel)
    {
        state.Put(now with { Identifier = null });
        state.Put(now with { Identifier = await cloud.Create(now.Type, now.Properties, cancel).ConfigureAwait(false) });
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

    private void Remember(DeployedResource was, DeployedResource now)
    {
        if (was.Protect != now.Protect || was.Region != now.Region || !was.Needs.SequenceEqual(now.Needs))
        {
            state.Put(now);
        }
    }

    /// <summary>Finds a resource whose creation was begun and never confirmed; null when it was never made.</summary>
    private async Task<DeployedResource?> Adopt(DeployedResource begun, CancellationToken cancel)
    {
        var there = cloud.In(begun.Region);
        var known = state.Resources
            .Where(resource => resource.Region == begun.Region)
            .Select(resource => resource.Identifier)
            .ToHashSet(StringComparer.Ordinal);
        var candidates = Identifiers.Named(begun.Type, begun.Properties) is { } named
            ? [named]
            : await there.List(begun.Type, begun.Properties, cancel).ConfigureAwait(false);
        foreach (var identifier in candidates)
        {
            if (!known.Contains(identifier)
                && await there.Read(begun.Type, identifier, cancel).ConfigureAwait(false) is { } found
                && ResourceSteps.IsWhatWasBegun(begun.Properties, found))
            {
                var adopted = begun with { Identifier = identifier };
                state.Put(adopted);
                return adopted;
            }
        }

        return null;
    }
}
