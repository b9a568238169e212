using Infra.Cli.Status;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Adopting;

/// <summary>Prompts and flows that were made by hand seldom have the stack's prefix; the first deployment gives it to
/// them, since a name can change where an ARN cannot.</summary>
internal static class BareNames
{
    /// <summary>The plan, its prompts and flows called as their files where only that is there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="world">What is there.</param>
    /// <param name="project">The files: what another stack calls so is that stack's.</param>
    public static Plan In(Plan plan, StackWorld world, Project project)
    {
        var others = project.Stacks.Values
            .Where(stack => stack.Stack != plan.Stack && stack.NamePrefix.Length == 0)
            .ToArray();
        return project.Stacks[plan.Stack].NamePrefix.Length == 0 || others.Length > 0 ? plan : plan with
        {
            Resources = [.. plan.Resources.Select(resource => Named(resource, world))],
        };
    }

    private static DeclaredResource Named(DeclaredResource resource, StackWorld world) =>
        resource.Type is ResourceTypes.Prompt or ResourceTypes.Flow
        && !world.Resources.ContainsKey(resource.Name)
        && world.Named.Contains((resource.Type, resource.Owner))
            ? resource with
            {
                Properties = Shorthand.Map(resource.Properties.Entries.Select(property =>
                    (property.Key, (Value?)(property.Key is "Name" ? resource.Owner : property.Value)))),
            }
            : resource;
}
