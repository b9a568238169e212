using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::Bedrock::FlowVersion: an immutable copy of the draft at the time of its creation.</summary>
internal sealed record FlowVersionType(Api Agent) : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.FlowVersion);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var input = Agent.Model.ToApi("CreateFlowVersionRequest", properties);
        input["flowIdentifier"] = properties["FlowArn"]!.DeepClone();
        var (next, created, refused) = Agent.Call(world, scope, "CreateFlowVersion", input);
        return created is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(next, $"{created["arn"]}|{created["version"]}");
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (Named(identifier) is not { } named
            || Agent.Call(world, scope, "GetFlowVersion", named).Body is not { } version)
        {
            return null;
        }

        var properties = Agent.Model.ToProperties("GetFlowVersionResponse", version);
        properties["FlowArn"] = properties["Arn"]!.DeepClone();
        properties["FlowId"] = properties["Id"]!.DeepClone();
        properties.Remove("Arn");
        properties.Remove("Id");
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties) =>
        Handled.Done(world, identifier);

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier)
    {
        var (next, deleted, refused) = Agent.Call(world, scope, "DeleteFlowVersion", Named(identifier)!);
        return deleted is null ? Handled.Failed(next, refused!) : Handled.Done(next, identifier);
    }

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        FlowLookup.Flow(world, scope.Region, given["FlowArn"]!.ToString()) is { } flow
            ? Placed.After(after, flow.Versions.Keys.Select(number => string.Create(
                CultureInfo.InvariantCulture, $"{Arn.Flow(scope.Region, flow.Id)}|{number}")))
            : [];

    private static JsonObject? Named(string identifier) => identifier.Split('|') is [var flow, var version]
        ? new() { ["flowIdentifier"] = flow, ["flowVersion"] = version }
        : null;
}
