namespace Infra.Local.Deploy;

/// <summary>Finds resources of a stack whose region has changed; the region is part of a resource's identity.</summary>
internal static class MovedResources
{
    /// <summary>
    /// Records resources of another region under names of their own: the new region gets its own resources, and the old
    /// ones are deleted once those exist.
    /// </summary>
    /// <exception cref="DeployException">One of them is protected.</exception>
    public static void SetAside(StateFile state, string region)
    {
        var moved = state.Resources
            .Where(resource => resource.Region is { } other && other != region && Aside(resource) != resource.Name)
            .ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        if (moved.Values.FirstOrDefault(resource => resource.Protect) is { } resource)
        {
            throw new DeployException(
                $"{resource.Name} ({resource.Type}) is in {resource.Region} and is protected, but the stack's region "
                + $"is {region}. Make another stack for the other region; to move this one, first deploy it in "
                + $"{resource.Region} with 'bedrock-prompts:protect: false'.");
        }

        foreach (var old in moved.Values)
        {
            state.Put(old with
            {
                Name = Aside(old),
                Needs = [.. old.Needs.Select(need => moved.TryGetValue(need, out var other) ? Aside(other) : need)],
            });
            state.Remove(old.Name);
        }
    }

    private static string Aside(DeployedResource resource)
    {
        var mark = $" (in {resource.Region})";
        return resource.Name.EndsWith(mark, StringComparison.Ordinal) ? resource.Name : resource.Name + mark;
    }
}
