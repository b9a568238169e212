using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::SSM::Parameter.</summary>
internal sealed record ParameterType(Api Ssm) : IResourceType
{
    private static readonly string[] Put =
        ["Name", "Type", "Value", "Description", "Tier", "AllowedPattern", "DataType"];

    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.Parameter);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (counted, id) = world.NewId();
        var name = properties["Name"]?.GetValue<string>() ?? $"CFN-Parameter-{id}";
        return Write(counted, scope, name, properties, overwrite: false);
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (world.Find<ParameterRow>(scope.Region, ParameterRow.IdOf(identifier)) is not { } parameter)
        {
            return null;
        }

        var arn = Arn.Parameter(scope.Region, identifier);
        var properties = new JsonObject
        {
            ["Name"] = parameter.Spelled,
            ["Type"] = parameter.Type,
            ["Value"] = parameter.Values[parameter.Last].Text,
            ["DataType"] = parameter.DataType,
            ["Arn"] = arn,
        };
        properties.SetTags(world.TagsOf(scope.Region, arn));
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties) =>
        Write(world, scope, identifier, properties, overwrite: true);

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) => Handled.Done(
        Ssm.Call(world, scope, "DeleteParameter", new JsonObject { ["Name"] = identifier }).World, identifier);

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<ParameterRow>(scope.Region, after)
            .Select(parameter => new Placed(parameter.Order, parameter.Spelled));

    private Handled Write(World world, Scope scope, string name, JsonObject properties, bool overwrite)
    {
        var input = new JsonObject { ["Overwrite"] = overwrite };
        foreach (var member in Put.Where(properties.ContainsKey))
        {
            input[member] = properties[member]!.DeepClone();
        }

        input["Name"] = name;
        var (next, written, refused) = Ssm.Call(world, scope, "PutParameter", input);
        return written is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(
                next.Retagged(scope.Region, Arn.Parameter(scope.Region, name), Tags.Map(properties["Tags"])), name);
    }
}
