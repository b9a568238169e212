using System.Collections.Immutable;
using Infra.Planning;
using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>A resource that the deployer made, as recorded in its state.</summary>
internal sealed record DeployedResource
{
    /// <summary>Its name in the plan.</summary>
    public required string Name { get; init; }

    /// <summary>The type's name in CloudFormation.</summary>
    public required string Type { get; init; }

    /// <summary>Its identifier in Cloud Control; null while it is being created.</summary>
    public string? Identifier { get; init; }

    /// <summary>Its region, since there may be one of the same name in another; null for a type without
    /// regions.</summary>
    public string? Region { get; init; }

    /// <summary>The properties it was given, with references resolved.</summary>
    public required Value.Map Properties { get; init; }

    /// <summary>The resources that it refers to or depends on.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Whether the plan that it came from protects it from deletion.</summary>
    public bool Protect { get; init; }

    /// <summary>The region of a resource of a type that is made in a given region.</summary>
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

    /// <summary>Whether both records are equal.</summary>
    public bool IsSame(DeployedResource other) =>
        CanonicalJson.Compact(ToValue()) == CanonicalJson.Compact(other.ToValue());

    /// <summary>The record as a line of the state file.</summary>
    public Value.Map ToValue() => Shorthand.Map(
        ("name", Name),
        ("type", Type),
        ("identifier", Identifier),
        ("region", Region),
        ("properties", Properties),
        ("needs", Shorthand.List(Needs.Select(need => (Value)need))),
        ("protect", Protect));

    /// <summary>The record in a line of the state file; null when it is not one.</summary>
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
