using Infra.Exchange.Adoption;
using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>Deploys a plan to a local Bedrock: creates and updates in parallel, then deletes.</summary>
internal sealed class Deployer
{
    private readonly ResourceOperations _operations;
    private readonly Takeover _takeover;
    private readonly VersionChecks _checks;
    private readonly StateFile _state;
    private readonly Action<DeployEvent> _tell;
    private readonly Resolution _resolution;
    private readonly string _region;

    public Deployer(CloudControlClient cloud, StateFile state, string region, Action<DeployEvent> tell)
    {
        (_operations, _state, _region, _tell) = (new(cloud, state, region), state, region, tell);
        _takeover = new(cloud, state, region);
        _checks = new(cloud, state, _operations);
        _resolution = new(region, _operations.ReadAttribute);
    }

    /// <summary>Deploys a plan and returns the targets of its aliases.</summary>
    /// <exception cref="DeployException">An operation failed; what was done so far is recorded.</exception>
    public async Task<IReadOnlyList<DeployedAlias>> Deploy(Plan plan, CancellationToken cancel)
    {
        var declared = plan.Resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        MovedResources.SetAside(_state, _region);
        var gone = _state.Resources.Where(resource => !declared.ContainsKey(resource.Name)).ToArray();
        RefuseProtected(gone, "");
        await _checks.RefuseLostProfiles(plan, gone, cancel).ConfigureAwait(false);
        using var slots = new DeploySlots(cancel);
        await ForEach(plan, slots, Bring).ConfigureAwait(false);
        await DeleteAll(gone, slots).ConfigureAwait(false);
        _state.Complete();
        return await Aliases(plan).ConfigureAwait(false);
    }

    /// <summary>Adopts existing resources, which then belong to the stack.</summary>
    /// <exception cref="DeployException">One does not exist, or the stack has it under another name.</exception>
    public async Task Adopt(IEnumerable<AdoptedResource> adopted, CancellationToken cancel)
    {
        foreach (var resource in adopted)
        {
            cancel.ThrowIfCancellationRequested();
            if (await _takeover.Take(resource, cancel).ConfigureAwait(false))
            {
                _tell(new(DeployAction.Adopt, resource.Declared.Type, resource.Declared.Name, null));
            }
        }
    }

    /// <summary>Deletes everything in the state, each resource before those it depends on.</summary>
    /// <param name="plan">What may exist besides, if the state has been lost; null for nothing.</param>
    /// <param name="force">Whether protected resources are deleted as well.</param>
    /// <param name="cancel">Stops between two operations.</param>
    /// <exception cref="DeployException">Something is protected, or an operation failed.</exception>
    public async Task Destroy(Plan? plan, bool force, CancellationToken cancel)
    {
        using var slots = new DeploySlots(cancel);
        if (plan is not null && !_state.IsComplete)
        {
            await ForEach(plan, slots, Claim).ConfigureAwait(false);
        }

        if (!force)
        {
            RefuseProtected(_state.Resources, " To delete it anyway, add --force.");
        }

        await DeleteAll(_state.Resources, slots).ConfigureAwait(false);
        _state.Complete();
    }

    /// <summary>Runs an action for each resource, after those it depends on.</summary>
    private static Task ForEach(Plan plan, DeploySlots slots, Func<DeclaredResource, CancellationToken, Task> step)
    {
        var declared = plan.Resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        var runs = new Dictionary<string, Task>(StringComparer.Ordinal);
        return Task.WhenAll(plan.Resources.Select(resource => Start(resource.Name)));

        Task Start(string name)
        {
            if (!runs.TryGetValue(name, out var run))
            {
                var needs = Resolution.Needs(declared[name]).Select(Start).ToArray();
                runs[name] = run = slots.Run(needs, cancel => step(declared[name], cancel));
            }

            return run;
        }
    }

    private async Task Bring(DeclaredResource resource, CancellationToken cancel)
    {
        try
        {
            var properties = (Value.Map)await _resolution.Resolve(resource.Properties).ConfigureAwait(false);
            var (action, message) = await _operations.Bring(resource, properties, cancel).ConfigureAwait(false);
            _tell(new(action, resource.Type, resource.Name, message));
            if (await _checks.Postcondition(resource, cancel).ConfigureAwait(false) is { } warning)
            {
                _tell(new(DeployAction.Warn, resource.Type, resource.Name, warning));
            }
        }
        catch (DeployException refused)
        {
            throw new DeployException(refused.Code, $"{resource.Name} ({resource.Type}): {refused.Message}");
        }
    }

    /// <summary>Records a declared resource if it exists; it cannot exist if one that it refers to does not.</summary>
    private async Task Claim(DeclaredResource resource, CancellationToken cancel)
    {
        if (Resolution.Needs(resource).All(need => _state.Find(need) is { Identifier: not null }))
        {
            var properties = (Value.Map)await _resolution.Resolve(resource.Properties).ConfigureAwait(false);
            await _operations.Claim(resource, properties, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes resources, each after those that depend on it.</summary>
    private async Task DeleteAll(IReadOnlyList<DeployedResource> gone, DeploySlots slots)
    {
        var byName = gone.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        var users = gone
            .SelectMany(resource => resource.Needs
                .Where(byName.ContainsKey)
                .Select(need => (Need: need, User: resource.Name)))
            .ToLookup(pair => pair.Need, pair => pair.User, StringComparer.Ordinal);
        var runs = new Dictionary<string, Task>(StringComparer.Ordinal);
        await Task.WhenAll(gone.Select(resource => Start(resource.Name))).ConfigureAwait(false);

        Task Start(string name)
        {
            if (!runs.TryGetValue(name, out var run))
            {
                var first = users[name].Select(Start).ToArray();
                runs[name] = run = slots.Run(first, async cancel =>
                {
                    await _operations.Delete(byName[name], cancel).ConfigureAwait(false);
                    _tell(new(DeployAction.Delete, byName[name].Type, name, null));
                });
            }

            return run;
        }
    }

    private static void RefuseProtected(IReadOnlyList<DeployedResource> gone, string otherWay)
    {
        if (gone.FirstOrDefault(resource => resource.Protect) is { } resource)
        {
            throw new DeployException(
                $"{resource.Name} ({resource.Type}) is protected. First deploy with 'bedrock-prompts:protect: false'."
                + otherWay);
        }
    }

    private async Task<IReadOnlyList<DeployedAlias>> Aliases(Plan plan)
    {
        var aliases = new List<DeployedAlias>();
        foreach (var alias in plan.Aliases)
        {
            var version = (Value.Text)await _resolution.Resolve(alias.Version).ConfigureAwait(false);
            var arn = (Value.Text)await _resolution.Resolve(alias.Arn).ConfigureAwait(false);
            aliases.Add(new(
                alias.Owner, alias.Kind, alias.Release, version.Content, arn.Content, alias.Parameter));
        }

        return aliases;
    }
}
