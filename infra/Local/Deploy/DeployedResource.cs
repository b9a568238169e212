using System.Collections.Immutable;
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
        type.StartsWith("AWS::IAM::", StringComparison.Ordinal) ? null : region;

    /// <summary>As a line of the state file.</summary>
    public Value.Map ToValue() => Shorthand.Map(
        ("name", Name),
        ("type", Type),
        ("identifier", Identifier),
        ("region", Region),
        ("properties", Properties),
        ("needs", Shorthand.List(Needs.Select(need => (Value)need))),
        ("protect", Protect));

    /// <summary>A line of the state file.</summary>
    public static DeployedResource Of(Value.Map line) => new()
    {
        Name = ((Value.Text)line["name"]!).Content,
        Type = ((Value.Text)line["type"]!).Content,
        Identifier = (line["identifier"] as Value.Text)?.Content,
        Region = (line["region"] as Value.Text)?.Content,
        Properties = (Value.Map)line["properties"]!,
        Needs = [.. ((Value.List)line["needs"]!).Items.OfType<Value.Text>().Select(need => need.Content)],
        Protect = line["protect"] is Value.Flag { Content: true },
    };
}
