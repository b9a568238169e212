using Infra.Exchange.Adoption;
using Infra.Local.CloudControl;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>Makes existing resources part of a stack.</summary>
internal sealed class Takeover(CloudControlClient cloud, StateFile state, string region)
{
    /// <summary>Records an existing resource, and returns whether it was new to the state.</summary>
    /// <exception cref="DeployException">It does not exist, or the stack has another one with this name.</exception>
    public async Task<bool> Take(AdoptedResource adopted, CancellationToken cancel)
    {
        var (name, type) = (adopted.Declared.Name, adopted.Declared.Type);
        if (state.Find(name) is { Identifier: { } known })
        {
            return known == adopted.Identifier
                ? false
                : throw new DeployException($"{name} ({type}) is already {known} in this stack, so it cannot be "
                    + $"{adopted.Identifier} as well.");
        }

        var there = await cloud.Read(type, adopted.Identifier, cancel).ConfigureAwait(false)
            ?? throw new DeployException($"{name} ({type}): there is no {adopted.Identifier}.");
        var set = ResourceSchema.Read(type).ReadOnly;
        state.Put(DeployedResource.Of(
            adopted.Declared,
            Shorthand.Map(there.Entries
                .Where(property => !set.Contains(property.Key))
                .Select(property => (property.Key, (Value?)property.Value))),
            region) with
        { Identifier = adopted.Identifier });
        return true;
    }
}
