using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>A type that is stored without any behaviour: the resources for watching.</summary>
/// <param name="Type">The name in CloudFormation.</param>
/// <param name="NamedBy">The property with its name; a second resource of the same name is refused.</param>
/// <param name="ReadOnly">The properties that the service adds, made from the name and a unique token.</param>
internal sealed record PlainType(
    string Type, string NamedBy, Func<Scope, string, string, JsonObject> ReadOnly) : IResourceType
{
    /// <summary>All such types.</summary>
    public static IEnumerable<PlainType> All =>
    [
        new(ResourceTypes.Alarm, "AlarmName", Alarm),
        new(ResourceTypes.CompositeAlarm, "AlarmName", Alarm),
        new(ResourceTypes.Rule, "Name", (scope, name, _) => new() { ["Arn"] = $"{Events(scope)}rule/{name}" }),
        new(ResourceTypes.ApiDestination, "Name", (scope, name, token) => new()
        {
            ["Arn"] = $"{Events(scope)}api-destination/{name}/{token}",
            ["ArnForPolicy"] = $"{Events(scope)}api-destination/{name}",
        }),
        new(ResourceTypes.Dashboard, "DashboardName", (_, _, _) => []),
        new(ResourceTypes.QueryDefinition, "Name", (_, _, token) => new() { ["QueryDefinitionId"] = token }),
    ];

    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(Type);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (counted, token) = world.NewToken();
        var made = properties.DeepClone().AsObject();
        var name = made[NamedBy]?.GetValue<string>() ?? token;
        made[NamedBy] = name;
        foreach (var (property, value) in ReadOnly(scope, name, token))
        {
            made[property] = value!.DeepClone();
        }

        var identifier = Schema.Identify(made);
        return world.Find<PlainRow>(scope.Region, PlainRow.IdOf(Type, identifier)) is null
            ? Handled.Done(counted.Put(Row(scope, identifier, made)), identifier)
            : Handled.Failed(world, Fault.Conflict($"{Type} {identifier} already exists."));
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier) =>
        world.Find<PlainRow>(scope.Region, PlainRow.IdOf(Type, identifier))?.Properties.Copied();

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties) =>
        Handled.Done(world.Put(Row(scope, identifier, properties)), identifier);

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) => Handled.Done(
        world.Remove(world.Find<PlainRow>(scope.Region, PlainRow.IdOf(Type, identifier))!), identifier);

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) => Placed.After(
        after,
        world.All<PlainRow>(scope.Region)
            .Where(row => row.Id.StartsWith(PlainRow.IdOf(Type, ""), StringComparison.Ordinal))
            .Select(row => row.Id[PlainRow.IdOf(Type, "").Length..]));

    private PlainRow Row(Scope scope, string identifier, JsonObject properties) => new()
    {
        Region = scope.Region,
        Id = PlainRow.IdOf(Type, identifier),
        Properties = properties.Frozen(),
    };

    private static string Events(Scope scope) => $"arn:aws:events:{scope.Region}:{Arn.Account}:";

    private static JsonObject Alarm(Scope scope, string name, string token) => new()
    {
        ["Arn"] = $"arn:aws:cloudwatch:{scope.Region}:{Arn.Account}:alarm:{name}",
    };
}
