using System.Collections.Immutable;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>The content of a state file: the last line for a name counts.</summary>
internal sealed record StateContent
{
    /// <summary>The line that says that the state is complete.</summary>
    public static readonly string Complete = CanonicalJson.Compact(Map(("complete", true)));

    /// <summary>The name of the world that the state belongs to.</summary>
    public required string World { get; init; }

    /// <summary>The resources by name.</summary>
    public required Dictionary<string, DeployedResource> Resources { get; init; }

    /// <summary>Whether the lines say that the state is complete.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The line that says that a resource has been deleted.</summary>
    public static string Gone(string name) => CanonicalJson.Compact(Map(("gone", name)));

    /// <summary>Reads lines for a world; lines for another world do not count.</summary>
    public static StateContent Of(ImmutableArray<string> lines, string world)
    {
        var resources = new Dictionary<string, DeployedResource>(StringComparer.Ordinal);
        var isComplete = false;
        foreach (var line in lines.Select(JsonValue.Parse).OfType<Value.Map>())
        {
            switch (line)
            {
                case var other when other["world"] is Value.Text { Content: var name } && name != world:
                    return Of([], world);
                case var gone when gone["gone"] is Value.Text { Content: var name }:
                    resources.Remove(name);
                    break;
                case var present when DeployedResource.Of(present) is { } resource:
                    resources[resource.Name] = resource;
                    break;
                default:
                    isComplete |= line["complete"] is Value.Flag { Content: true };
                    break;
            }
        }

        return new() { World = world, Resources = resources, IsComplete = isComplete };
    }

    /// <summary>The fewest lines with this content.</summary>
    public IEnumerable<string> Lines(bool isComplete) =>
    [
        CanonicalJson.Compact(Map(("world", World))),
        .. Resources.Values.Select(resource => CanonicalJson.Compact(resource.ToValue())),
        .. isComplete ? [Complete] : Array.Empty<string>(),
    ];

    /// <summary>Whether a resource with another name has an identifier.</summary>
    public bool HasOther(DeployedResource resource, string identifier) => Resources.Values.Any(other =>
        (other.Identifier, other.Type, other.Region) == (identifier, resource.Type, resource.Region)
        && other.Name != resource.Name);
}
