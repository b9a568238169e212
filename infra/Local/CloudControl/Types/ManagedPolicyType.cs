using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.State;
using Infra.Local.Wire;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::IAM::ManagedPolicy.</summary>
internal sealed record ManagedPolicyType : IResourceType
{
    /// <summary>Characters of a policy, blanks aside.</summary>
    /// <remarks>AWS General Reference, IAM quotas.</remarks>
    private const int MostCharacters = 6_144;

    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read("AWS::IAM::ManagedPolicy");

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (counted, id) = world.NewId();
        var name = properties["ManagedPolicyName"]?.GetValue<string>() ?? $"ManagedPolicy-{id}";
        var path = properties["Path"]?.GetValue<string>() ?? "/";
        var arn = Arn.Policy(name, path);
        if (world.Find<ManagedPolicy>(Role.Global, arn) is not null)
        {
            return Handled.Failed(
                world, Fault.Conflict($"A policy called {name} already exists. Duplicate names are not allowed."));
        }

        var kept = properties.DeepClone().AsObject();
        kept["ManagedPolicyName"] = name;
        kept["Path"] = path;
        return TooLong(properties) is { } fault
            ? Handled.Failed(world, fault)
            : Handled.Done(
                counted.Put(new ManagedPolicy
                {
                    Region = Role.Global,
                    Id = arn,
                    Properties = Kept(kept),
                    CreatedAt = scope.Now,
                    UpdatedAt = scope.Now,
                }),
                arn);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (world.Find<ManagedPolicy>(Role.Global, identifier) is not { } policy)
        {
            return null;
        }

        var properties = policy.Properties.Copied();
        properties["PolicyArn"] = identifier;
        properties["DefaultVersionId"] = "v1";
        properties["IsAttachable"] = true;
        properties["AttachmentCount"] = (properties["Roles"] as JsonArray ?? []).Count;
        properties["CreateDate"] = policy.CreatedAt.UtcDateTime.ToString("O");
        properties["UpdateDate"] = policy.UpdatedAt.UtcDateTime.ToString("O");
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        var policy = world.Find<ManagedPolicy>(Role.Global, identifier)!;
        return TooLong(properties) is { } fault
            ? Handled.Failed(world, fault)
            : Handled.Done(
                world.Put(policy with { Properties = Kept(properties), UpdatedAt = scope.Now }), identifier);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) =>
        Handled.Done(world.Remove(world.Find<ManagedPolicy>(Role.Global, identifier)!), identifier);

    /// <inheritdoc/>
    public IEnumerable<string> List(World world, Scope scope, JsonObject given) =>
        world.All<ManagedPolicy>(Role.Global).Select(policy => policy.Id);

    private JsonElement Kept(JsonObject properties) =>
        properties.Only([.. properties.Select(property => property.Key).Except(Schema.ReadOnly)]);

    private static Fault? TooLong(JsonObject properties) =>
        properties["PolicyDocument"]!.ToJsonString().Length > MostCharacters
            ? Fault.QuotaExceeded($"Cannot exceed quota for PolicySize: {MostCharacters}")
            : null;
}
