using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::Bedrock::Flow. Unlike the API, CloudFormation prepares a flow whenever it creates or changes
/// one.</summary>
internal sealed record FlowType(Api Agent) : IResourceType
{
    private static readonly string[] NotHere = ["DefinitionString", "DefinitionS3Location", "DefinitionSubstitutions"];

    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.Flow);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        if (Unsupported(properties) is { } fault)
        {
            return Handled.Failed(world, fault);
        }

        var (next, created, refused) = Agent.Call(
            world, scope, "CreateFlow", Agent.Model.ToApi("CreateFlowRequest", properties));
        return created is null
            ? Handled.Failed(next, refused!)
            : Prepared(next, scope, created["arn"]!.GetValue<string>(), properties);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (Agent.Call(world, scope, "GetFlow", Named(identifier)).Body is not { } flow)
        {
            return null;
        }

        var properties = Agent.Model.ToProperties("GetFlowResponse", flow);
        properties["Validations"] = new JsonArray([.. properties["Validations"]!.AsArray()
            .Select(validation => new JsonObject { ["Message"] = validation!["Message"]!.DeepClone() })]);
        properties.SetTags(world.TagsOf(scope.Region, identifier));
        properties.SetTags(world.TagsOf(scope.Region, TestAlias(scope, identifier)), "TestAliasTags");
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        if (Unsupported(properties) is { } fault)
        {
            return Handled.Failed(world, fault);
        }

        var input = Agent.Model.ToApi("UpdateFlowRequest", properties);
        input["flowIdentifier"] = identifier;
        var (next, updated, refused) = Agent.Call(world, scope, "UpdateFlow", input);
        return updated is null ? Handled.Failed(next, refused!) : Prepared(next, scope, identifier, properties);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier)
    {
        var (next, deleted, refused) = Agent.Call(world, scope, "DeleteFlow", Named(identifier));
        return deleted is null ? Handled.Failed(next, refused!) : Handled.Done(next, identifier);
    }

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<FlowRow>(scope.Region, after)
            .Select(flow => new Placed(flow.Order, Arn.Flow(scope.Region, flow.Id)));

    private Handled Prepared(World world, Scope scope, string arn, JsonObject properties)
    {
        var prepared = Agent.Call(world, scope, "PrepareFlow", Named(arn)).World
            .Retagged(scope.Region, arn, Tags.Map(properties["Tags"]))
            .Retagged(scope.Region, TestAlias(scope, arn), Tags.Map(properties["TestAliasTags"]));
        var flow = Agent.Call(prepared, scope, "GetFlow", Named(arn)).Body!;
        return flow["status"]!.GetValue<string>() is "Prepared"
            ? Handled.Done(prepared, arn)
            : new Handled(prepared, arn, NotPrepared(flow));
    }

    private static Fault NotPrepared(JsonObject flow)
    {
        var errors = flow["validations"]!.AsArray()
            .Where(validation => validation!["severity"]!.GetValue<string>() is "Error")
            .Select(validation => validation!["message"]!.GetValue<string>());
        return new("NotStabilizedException", $"The flow could not be prepared: {string.Join(' ', errors)}");
    }

    private static JsonObject Named(string identifier) => new() { ["flowIdentifier"] = identifier };

    private static string TestAlias(Scope scope, string arn) =>
        Arn.FlowAlias(scope.Region, Arn.FlowOf(arn, scope.Region)!, FlowAlias.Test);

    private static Fault? Unsupported(JsonObject properties) =>
        NotHere.FirstOrDefault(properties.ContainsKey) is { } name
            ? Fault.Validation($"The local Bedrock doesn't read {name}: give the flow as Definition.")
            : null;
}
