using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::IAM::Role.</summary>
internal sealed record RoleType : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.Role);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (counted, id) = world.NewId();
        var name = properties["RoleName"]?.GetValue<string>() ?? $"Role-{id}";
        if (world.Find<RoleRow>(RoleRow.Global, name) is not null)
        {
            return Handled.Failed(world, Fault.Conflict($"Role with name {name} already exists."));
        }

        var role = new RoleRow
        {
            Region = RoleRow.Global,
            Id = name,
            RoleId = $"AROALOCAL{id}",
            Properties = Kept(name, properties),
            Policies = ImmutableSortedDictionary<string, JsonElement>.Empty,
        };
        return Handled.Done(counted.Put(role), name);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (world.Find<RoleRow>(RoleRow.Global, identifier) is not { } role)
        {
            return null;
        }

        var properties = role.Properties.Copied();
        properties["Arn"] = Arn.Role(identifier, properties["Path"]!.GetValue<string>());
        properties["RoleId"] = role.RoleId;
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        var role = world.Find<RoleRow>(RoleRow.Global, identifier)!;
        return Handled.Done(world.Put(role with { Properties = Kept(identifier, properties) }), identifier);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) =>
        Handled.Done(world.Remove(world.Find<RoleRow>(RoleRow.Global, identifier)!), identifier);

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<RoleRow>(RoleRow.Global, after).Select(role => new Placed(role.Order, role.Id));

    private JsonElement Kept(string name, JsonObject properties)
    {
        var kept = properties.DeepClone().AsObject();
        kept["RoleName"] = name;
        kept["Path"] ??= "/";
        kept["MaxSessionDuration"] ??= 3600;
        return kept.Only([.. kept.Select(property => property.Key).Except(Schema.ReadOnly)]);
    }
}
