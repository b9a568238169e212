using System.Text.Json.Nodes;
using Infra.Local.Profiles;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::Bedrock::ApplicationInferenceProfile.</summary>
internal sealed record InferenceProfileType(Api Bedrock) : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.InferenceProfile);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var (next, created, refused) = Bedrock.Call(
            world, scope, "CreateInferenceProfile", Bedrock.Model.ToApi("CreateInferenceProfileRequest", properties));
        return created is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(next, created["inferenceProfileArn"]!.GetValue<string>());
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (ProfileModels.Find(world, scope.Region, identifier) is not { } profile
            || Bedrock.Call(world, scope, "GetInferenceProfile", Named(profile.Id)).Body is not { } shown)
        {
            return null;
        }

        var properties = Bedrock.Model.ToProperties("GetInferenceProfileResponse", shown);
        var arn = ProfileModels.Arn(scope.Region, profile.Id);
        properties["InferenceProfileIdentifier"] = arn;
        properties["Tags"] = Tags.Listed(world.TagsOf(scope.Region, arn));
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties) => Handled.Done(
        world.Retagged(scope.Region, identifier, Tags.List(properties["Tags"])), identifier);

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) => Handled.Done(
        Bedrock.Call(world, scope, "DeleteInferenceProfile", Named(identifier)).World, identifier);

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<ProfileRow>(scope.Region, after)
            .Select(profile => new Placed(profile.Order, ProfileModels.Arn(scope.Region, profile.Id)));

    private static JsonObject Named(string identifier) => new() { ["inferenceProfileIdentifier"] = identifier };
}
