using Infra.Planning;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Cli.Status;

/// <summary>Matches existing versions with those of the plan by their content; a version made by hand has another
/// description.</summary>
/// <param name="plan">The plan.</param>
/// <param name="world">What exists.</param>
internal sealed class VersionContents(Plan plan, StackWorld world)
{
    /// <summary>What exists, with each version of the plan matched by its content; no version is matched
    /// twice.</summary>
    public StackWorld Found()
    {
        // Prompts come first: the content of a flow refers to their versions.
        var resources = world.Resources.ToDictionary(StringComparer.Ordinal);
        var known = world with { Resources = resources };
        foreach (var type in new[] { ResourceTypes.PromptVersion, ResourceTypes.FlowVersion })
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var declared in plan.Resources.Where(resource => resource.Type == type))
            {
                if (Holding(declared, known, taken) is { } version)
                {
                    resources[declared.Name] = version;
                    taken.Add(version.Identifier);
                }
            }
        }

        return known;
    }

    /// <summary>Whether a version has the expected content; null when that is unknown.</summary>
    public bool? Holds(DeclaredResource declared, ReadResource version) => Holds(declared, version, world);

    /// <summary>Whether a version has the expected content: a prompt's version states it, a flow's is made from the
    /// draft.</summary>
    private bool? Holds(DeclaredResource declared, ReadResource version, StackWorld known) =>
        declared.Postcondition is { } condition
            ? version.Properties[condition.Attribute] is { } content
                && condition.First(content, known.Known(condition.Profile)) is null
        : declared is { Type: ResourceTypes.FlowVersion, MustExist: false }
            && Definition(declared.Owner) is { } definition && known.Knows(definition)
            ? version.Properties["Definition"] is { } said && DeployedContent.IsSame(known.Fill(definition), said)
        : null;

    private ReadResource? Holding(DeclaredResource declared, StackWorld known, HashSet<string> taken)
    {
        var release = StackWorld.ReleaseOf(new("", declared.Properties));
        return known.Versions.GetValueOrDefault(declared.Owner, [])
            .Where(version => !taken.Contains(version.Identifier) && Holds(declared, version, known) is true)
            .OrderBy(version => StackWorld.ReleaseOf(version) == release)
            .LastOrDefault();
    }

    private Value? Definition(string flow) => plan.Resources
        .FirstOrDefault(resource => resource.Type is ResourceTypes.Flow && resource.Owner == flow)?
        .Properties["Definition"];
}
