using System.Text.Json.Nodes;
using Infra.Local.Prompts;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::Bedrock::PromptVersion: an immutable copy of the draft at the time of its creation.</summary>
internal sealed record PromptVersionType(Api Agent) : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.PromptVersion);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        var input = Agent.Model.ToApi("CreatePromptVersionRequest", properties);
        input["promptIdentifier"] = properties["PromptArn"]!.DeepClone();
        var (next, created, refused) = Agent.Call(world, scope, "CreatePromptVersion", input);
        return created is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(next, created["arn"]!.GetValue<string>());
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (Arn.PromptOf(identifier, scope.Region) is not { Version: not null } wanted
            || Agent.Call(world, scope, "GetPrompt", Named(identifier, wanted.Version)).Body is not { } version)
        {
            return null;
        }

        var properties = Agent.Model.ToProperties("GetPromptResponse", version);
        properties.Remove("Id");
        properties["PromptId"] = wanted.Id;
        properties["PromptArn"] = Arn.Prompt(scope.Region, wanted.Id);
        properties.SetTags(world.TagsOf(scope.Region, identifier));
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties) =>
        Handled.Done(world, identifier);

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier)
    {
        var version = Arn.PromptOf(identifier, scope.Region)!.Value.Version!;
        return Handled.Done(Agent.Call(world, scope, "DeletePrompt", Named(identifier, version)).World, identifier);
    }

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        Arn.PromptOf(given["PromptArn"]!.ToString(), scope.Region) is { } wanted
        && world.Find<PromptRow>(scope.Region, wanted.Id) is { } prompt
            ? Placed.After(after, prompt.Versions.Keys.Select(number =>
                Arn.Prompt(scope.Region, prompt.Id, PromptView.Text(number))))
            : [];

    private static JsonObject Named(string identifier, string version) =>
        new() { ["promptIdentifier"] = identifier, ["promptVersion"] = version };
}
