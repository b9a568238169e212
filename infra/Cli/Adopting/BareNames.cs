using Infra.Cli.Status;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Adopting;

/// <summary>Prompts and flows made by hand, whose names seldom have the stack's prefix; the first deployment adds it,
/// since names can be changed without changing ARNs.</summary>
internal static class BareNames
{
    /// <summary>The plan, with prompts and flows named like their files where only those names exist.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="world">What exists.</param>
    /// <param name="project">The project: names that another stack uses belong to that stack.</param>
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
