using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>A type of resource that Cloud Control manages, with its handlers as functions of the world.</summary>
internal interface IResourceType
{
    /// <summary>Its CloudFormation schema.</summary>
    ResourceSchema Schema { get; }

    /// <summary>Creates a resource from properties that match the schema.</summary>
    Handled Create(World world, Scope scope, JsonObject properties);

    /// <summary>The properties of a resource, including those the service sets; null when it does not exist.</summary>
    JsonObject? Read(World world, Scope scope, string identifier);

    /// <summary>Changes the properties of an existing resource.</summary>
    Handled Update(World world, Scope scope, string identifier, JsonObject properties);

    /// <summary>Deletes an existing resource.</summary>
    Handled Delete(World world, Scope scope, string identifier);

    /// <summary>The identifiers of all resources, or of those that belong to the resource given by
    /// properties.</summary>
    /// <param name="world">The world.</param>
    /// <param name="scope">The region and time.</param>
    /// <param name="given">Properties of the parent.</param>
    /// <param name="after">The place after which the list starts.</param>
    IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after);
}

/// <summary>An identifier with its place in a list.</summary>
internal readonly record struct Placed(string Place, string Identifier)
{
    /// <summary>A short list in which identifiers are their own places, after a place.</summary>
    public static IEnumerable<Placed> After(string place, IEnumerable<string> identifiers) => identifiers
        .Where(identifier => string.CompareOrdinal(identifier, place) > 0)
        .Order(StringComparer.Ordinal)
        .Select(identifier => new Placed(identifier, identifier));
}

/// <summary>The region and time of a handler's call.</summary>
internal readonly record struct Scope(string Region, DateTimeOffset Now);

/// <summary>The result of a handler: the identifier of the resource, or a fault.</summary>
internal readonly record struct Handled(World World, string? Identifier, Fault? Fault)
{
    /// <summary>Success.</summary>
    public static Handled Done(World world, string identifier) => new(world, identifier, null);

    /// <summary>A failure; the world is as the handler left it.</summary>
    public static Handled Failed(World world, Fault fault) => new(world, null, fault);
}
