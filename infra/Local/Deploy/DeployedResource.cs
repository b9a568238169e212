using System.Collections.Immutable;
using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>A resource that the deployer made, as its state remembers it.</summary>
internal sealed record DeployedResource
{
    /// <summary>Its name in the plan.</summary>
    public required string Name { get; init; }

    /// <summary>As CloudFormation calls it.</summary>
    public required string Type { get; init; }

    /// <summary>What Cloud Control calls it by; null while its creation is under way.</summary>
    public string? Identifier { get; init; }

    /// <summary>The region it lies in: there may be one of its name in another; null where there are none.</summary>
    public string? Region { get; init; }

    /// <summary>What it was told to be, references resolved.</summary>
    public required Value.Map Properties { get; init; }

    /// <summary>The resources it refers to or depends on.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Whether the plan it came from protects it from deletion.</summary>
    public bool Protect { get; init; }

    /// <summary>The region that a resource of a type lies in when it is made in one.</summary>
    public static string? RegionOf(string type, string region) =>
        type is ResourceTypes.ManagedPolicy or ResourceTypes.Role or ResourceTypes.RolePolicy ? null : region;

    /// <summary>A declared resource before it is made.</summary>
    public static DeployedResource Of(DeclaredResource resource, Value.Map properties, string region) => new()
    {
        Name = resource.Name,
        Type = resource.Type,
        Region = RegionOf(resource.Type, region),
        Properties = properties,
        Needs = Resolution.Needs(resource),
        Protect = resource.Protect,
    };

    /// <summary>Whether both say the same to the letter.</summary>
    public bool IsSame(DeployedResource other) =>
        CanonicalJson.Compact(ToValue()) == CanonicalJson.Compact(other.ToValue());

    /// <summary>As a line of the state file.</summary>
    public Value.Map ToValue() => Shorthand.Map(
        ("name", Name),
        ("type", Type),
        ("identifier", Identifier),
        ("region", Region),
        ("properties", Properties),
        ("needs", Shorthand.List(Needs.Select(need => (Value)need))),
        ("protect", Protect));

    /// <summary>A line of the state file; null when it is none.</summary>
    public static DeployedResource? Of(Value.Map line) =>
        (line["name"], line["type"], line["properties"]) is
            (Value.Text { Content: var name }, Value.Text { Content: var type }, Value.Map properties)
            ? new()
            {
                Name = name,
                Type = type,
                Identifier = (line["identifier"] as Value.Text)?.Content,
                Region = (line["region"] as Value.Text)?.Content,
                Properties = properties,
                Needs = line["needs"] is Value.List { Items: var needs }
                    ? [.. needs.OfType<Value.Text>().Select(need => need.Content)]
                    : [],
                Protect = line["protect"] is Value.Flag { Content: true },
            }
            : null;
}
