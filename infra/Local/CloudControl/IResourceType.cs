using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>A type of resource that Cloud Control manages: its handlers, as functions of the world.</summary>
internal interface IResourceType
{
    /// <summary>What CloudFormation says about it.</summary>
    ResourceSchema Schema { get; }

    /// <summary>Makes a resource of properties that the schema permits.</summary>
    Handled Create(World world, Scope scope, JsonObject properties);

    /// <summary>The properties of a resource, those the service sets included; null when there is none.</summary>
    JsonObject? Read(World world, Scope scope, string identifier);

    /// <summary>Gives a resource that exists other properties.</summary>
    Handled Update(World world, Scope scope, string identifier, JsonObject properties);

    /// <summary>Removes a resource that exists.</summary>
    Handled Delete(World world, Scope scope, string identifier);

    /// <summary>The identifiers of all resources, or of those below the one that the given properties name.</summary>
    /// <param name="world">What exists.</param>
    /// <param name="scope">Where.</param>
    /// <param name="given">Properties of what they are below.</param>
    /// <param name="after">The place after which the list begins.</param>
    IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after);
}

/// <summary>An identifier, and where it stands in a list.</summary>
internal readonly record struct Placed(string Place, string Identifier)
{
    /// <summary>Of a few identifiers that are their own places, those after a place.</summary>
    public static IEnumerable<Placed> After(string place, IEnumerable<string> identifiers) => identifiers
        .Where(identifier => string.CompareOrdinal(identifier, place) > 0)
        .Order(StringComparer.Ordinal)
        .Select(identifier => new Placed(identifier, identifier));
}

/// <summary>Where and when a handler runs.</summary>
internal readonly record struct Scope(string Region, DateTimeOffset Now);

/// <summary>What a handler did: the identifier of the resource, or the fault that stopped it.</summary>
internal readonly record struct Handled(World World, string? Identifier, Fault? Fault)
{
    /// <summary>It is done.</summary>
    public static Handled Done(World world, string identifier) => new(world, identifier, null);

    /// <summary>It failed; the world is as the handler left it.</summary>
    public static Handled Failed(World world, Fault fault) => new(world, null, fault);
}
