using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl.Types;

/// <summary>A type that nothing else here looks into: what it is given it shows, with what the service adds.</summary>
/// <param name="Schema">What CloudFormation says about it.</param>
/// <param name="Added">The properties that the service sets, for a region and the properties.</param>
internal sealed record PlainType(ResourceSchema Schema, Func<string, JsonObject, JsonObject> Added) : IResourceType
{
    /// <summary>A type by name, and the ARN it adds for a region and the name of a resource.</summary>
    public static PlainType Of(string typeName, Func<string, string, string>? arn = null)
    {
        var schema = ResourceSchema.Read(typeName);
        return new(schema, (region, properties) => arn is null
            ? []
            : new JsonObject { ["Arn"] = arn(region, schema.Identify(properties)) });
    }

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (counted, id) = world.NewId();
        var name = Schema.Identifier.Single();
        var kept = properties.DeepClone().AsObject();
        kept[name] ??= $"{Schema.TypeName.Split("::")[^1]}-{id}";
        var identifier = Schema.Identify(kept);
        return world.Find<Resource>(scope.Region, Key(identifier)) is not null
            ? Handled.Failed(world, Fault.Conflict($"{identifier} of type {Schema.TypeName} already exists."))
            : Handled.Done(counted.Put(Row(scope, identifier, kept)), identifier);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (world.Find<Resource>(scope.Region, Key(identifier)) is not { } resource)
        {
            return null;
        }

        var properties = resource.Properties.Copied();
        foreach (var (name, value) in Added(scope.Region, properties))
        {
            properties[name] = value!.DeepClone();
        }

        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties) =>
        Handled.Done(world.Put(Row(scope, identifier, properties)), identifier);

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) => Handled.Done(
        world.Remove(world.Find<Resource>(scope.Region, Key(identifier))!), identifier);

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<Resource>(scope.Region, after.Length > 0 ? after : Key(""))
            .TakeWhile(resource => resource.Id.StartsWith(Key(""), StringComparison.Ordinal))
            .Select(resource => new Placed(resource.Order, resource.Id[Key("").Length..]));

    private string Key(string identifier) => $"{Schema.TypeName} {identifier}";

    private Resource Row(Scope scope, string identifier, JsonObject properties) => new()
    {
        Region = scope.Region,
        Id = Key(identifier),
        Properties = properties.Only([.. properties.Select(property => property.Key).Except(Schema.ReadOnly)]),
    };
}
