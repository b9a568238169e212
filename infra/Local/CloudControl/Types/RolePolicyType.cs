using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::IAM::RolePolicy: an inline policy of a role.</summary>
internal sealed record RolePolicyType : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.RolePolicy);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (policy, role) = (properties["PolicyName"]!.GetValue<string>(), properties["RoleName"]!.GetValue<string>());
        return world.Find<RoleRow>(RoleRow.Global, role) is not { } owner
                ? Handled.Failed(
                    world, new Fault("ResourceNotFoundException", $"The role with name {role} cannot be found."))
            : owner.Policies.ContainsKey(policy)
                ? Handled.Failed(world, Fault.Conflict($"Policy {policy} already exists on role {role}."))
            : Put(world, owner, policy, properties);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier) =>
        Find(world, identifier) is (var owner, var policy) && owner.Policies.TryGetValue(policy, out var document)
            ? new JsonObject
            {
                ["PolicyName"] = policy,
                ["RoleName"] = owner.Id,
                ["PolicyDocument"] = JsonNode.Parse(document.GetRawText()),
            }
            : null;

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        var (owner, policy) = Find(world, identifier)!.Value;
        return Put(world, owner, policy, properties);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier)
    {
        var (owner, policy) = Find(world, identifier)!.Value;
        return Handled.Done(world.Put(owner with { Policies = owner.Policies.Remove(policy) }), identifier);
    }

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) => [];

    private static (RoleRow Owner, string Policy)? Find(World world, string identifier) =>
        identifier.Split('|') is [var policy, var role] && world.Find<RoleRow>(RoleRow.Global, role) is { } owner
            ? (owner, policy)
            : null;

    private static Handled Put(World world, RoleRow owner, string policy, JsonObject properties)
    {
        var document = properties["PolicyDocument"]!.Frozen();
        return Handled.Done(
            world.Put(owner with { Policies = owner.Policies.SetItem(policy, document) }), $"{policy}|{owner.Id}");
    }
}
