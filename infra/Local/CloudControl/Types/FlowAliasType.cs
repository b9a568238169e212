using System.Text.Json.Nodes;
using Infra.Local.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::Bedrock::FlowAlias.</summary>
internal sealed record FlowAliasType(Api Agent) : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.FlowAlias);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var input = Agent.Model.ToApi("CreateFlowAliasRequest", properties);
        input["flowIdentifier"] = properties["FlowArn"]!.DeepClone();
        var (next, created, refused) = Agent.Call(world, scope, "CreateFlowAlias", input);
        return created is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(next, $"{created["arn"]}|{properties["FlowArn"]}");
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (Named(identifier) is not { } named
            || Agent.Call(world, scope, "GetFlowAlias", named).Body is not { } alias)
        {
            return null;
        }

        var properties = Agent.Model.ToProperties("GetFlowAliasResponse", alias);
        properties["FlowArn"] = identifier.Split('|')[1];
        properties.SetTags(world.TagsOf(scope.Region, identifier.Split('|')[0]));
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        var input = Agent.Model.ToApi("UpdateFlowAliasRequest", properties);
        foreach (var (name, value) in Named(identifier)!)
        {
            input[name] = value!.DeepClone();
        }

        var (next, updated, refused) = Agent.Call(world, scope, "UpdateFlowAlias", input);
        return updated is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(
                next.Retagged(scope.Region, identifier.Split('|')[0], Tags.Map(properties["Tags"])), identifier);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier)
    {
        var (next, deleted, refused) = Agent.Call(world, scope, "DeleteFlowAlias", Named(identifier)!);
        return deleted is null ? Handled.Failed(next, refused!) : Handled.Done(next, identifier);
    }

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        FlowLookup.Flow(world, scope.Region, given["FlowArn"]!.ToString()) is { } flow
            ? Placed.After(after, flow.Aliases.Keys.Select(alias =>
                $"{Arn.FlowAlias(scope.Region, flow.Id, alias)}|{Arn.Flow(scope.Region, flow.Id)}"))
            : [];

    private static JsonObject? Named(string identifier) => identifier.Split('|') is [var alias, var flow]
        ? new() { ["flowIdentifier"] = flow, ["aliasIdentifier"] = alias.Split('/')[^1] }
        : null;
}
