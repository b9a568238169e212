using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::IAM::ManagedPolicy.</summary>
internal sealed record ManagedPolicyType : IResourceType
{
    /// <summary>The most characters of a policy, without white space.</summary>
    /// <remarks>Source: AWS General Reference, IAM quotas.</remarks>
    private const int MostCharacters = 6_144;

    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.ManagedPolicy);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (counted, id) = world.NewId();
        var name = properties["ManagedPolicyName"]?.GetValue<string>() ?? $"ManagedPolicy-{id}";
        var path = properties["Path"]?.GetValue<string>() ?? "/";
        var arn = Arn.Policy(name, path);
        if (world.Find<ManagedPolicy>(RoleRow.Global, arn) is not null)
        {
            return Handled.Failed(
                world, Fault.Conflict($"A policy called {name} already exists. Duplicate names are not allowed."));
        }

        var kept = properties.DeepClone().AsObject();
        kept["ManagedPolicyName"] = name;
        kept["Path"] = path;
        return TooLong(properties) is { } fault
            ? Handled.Failed(world, fault)
            : Handled.Done(Attached(counted.Put(Row(arn, kept, scope)), arn, kept), arn);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (world.Find<ManagedPolicy>(RoleRow.Global, identifier) is not { } policy)
        {
            return null;
        }

        var properties = policy.Properties.Copied();
        properties["PolicyArn"] = identifier;
        properties["DefaultVersionId"] = "v1";
        properties["IsAttachable"] = true;
        properties["AttachmentCount"] = (properties["Roles"] as JsonArray ?? []).Count;
        properties["CreateDate"] = Timestamp.Iso(policy.CreatedAt);
        properties["UpdateDate"] = Timestamp.Iso(policy.UpdatedAt);
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        var policy = world.Find<ManagedPolicy>(RoleRow.Global, identifier)!;
        return TooLong(properties) is { } fault
            ? Handled.Failed(world, fault)
            : Handled.Done(
                Attached(
                    Detached(world, policy).Put(policy with { Properties = Kept(properties), UpdatedAt = scope.Now }),
                    identifier,
                    properties),
                identifier);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier)
    {
        var policy = world.Find<ManagedPolicy>(RoleRow.Global, identifier)!;
        return Handled.Done(Detached(world, policy).Remove(policy), identifier);
    }

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<ManagedPolicy>(RoleRow.Global, after).Select(policy => new Placed(policy.Order, policy.Id));

    private ManagedPolicy Row(string arn, JsonObject properties, Scope scope) => new()
    {
        Region = RoleRow.Global,
        Id = arn,
        Properties = Kept(properties),
        CreatedAt = scope.Now,
        UpdatedAt = scope.Now,
    };

    private static World Attached(World world, string arn, JsonObject properties) =>
        Roles(world, properties)
            .Aggregate(world, (next, role) => next.Put(role with { Attached = role.Attached.Add(arn) }));

    private static World Detached(World world, ManagedPolicy policy) =>
        Roles(world, policy.Properties.Copied())
            .Aggregate(world, (next, role) => next.Put(role with { Attached = role.Attached.Remove(policy.Id) }));

    private static IEnumerable<RoleRow> Roles(World world, JsonObject properties) =>
        (properties["Roles"] as JsonArray ?? [])
        .Select(name => world.Find<RoleRow>(RoleRow.Global, name!.GetValue<string>()))
        .OfType<RoleRow>();

    private JsonElement Kept(JsonObject properties) =>
        properties.Only([.. properties.Select(property => property.Key).Except(Schema.ReadOnly)]);

    private static Fault? TooLong(JsonObject properties) =>
        properties["PolicyDocument"]!.ToJsonString().Length > MostCharacters
            ? Fault.QuotaExceeded($"Cannot exceed quota for PolicySize: {MostCharacters}")
            : null;
}
