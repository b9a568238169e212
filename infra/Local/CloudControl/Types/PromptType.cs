using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Planning;

namespace Infra.Local.CloudControl.Types;

/// <summary>AWS::Bedrock::Prompt.</summary>
internal sealed record PromptType(Api Agent) : IResourceType
{
    /// <inheritdoc/>
    public ResourceSchema Schema { get; } = ResourceSchema.Read(ResourceTypes.Prompt);

    /// <inheritdoc/>
    public Handled Create(World world, Scope scope, JsonObject properties)
    {
        if (Unsupported(properties) is { } fault)
        {
            return Handled.Failed(world, fault);
        }

        var (next, created, refused) = Agent.Call(
            world, scope, "CreatePrompt", Agent.Model.ToApi("CreatePromptRequest", properties));
        return created is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(next, created["arn"]!.GetValue<string>());
    }

    /// <inheritdoc/>
    public JsonObject? Read(World world, Scope scope, string identifier)
    {
        if (Arn.PromptOf(identifier, scope.Region) is not { Version: null }
            || Agent.Call(world, scope, "GetPrompt", Named(identifier)).Body is not { } prompt)
        {
            return null;
        }

        var properties = Agent.Model.ToProperties("GetPromptResponse", prompt);
        properties.SetTags(world.TagsOf(scope.Region, identifier));
        return properties;
    }

    /// <inheritdoc/>
    public Handled Update(World world, Scope scope, string identifier, JsonObject properties)
    {
        if (Unsupported(properties) is { } fault)
        {
            return Handled.Failed(world, fault);
        }

        var input = Agent.Model.ToApi("UpdatePromptRequest", properties);
        input["promptIdentifier"] = identifier;
        var (next, updated, refused) = Agent.Call(world, scope, "UpdatePrompt", input);
        return updated is null
            ? Handled.Failed(next, refused!)
            : Handled.Done(next.Retagged(scope.Region, identifier, Tags.Map(properties["Tags"])), identifier);
    }

    /// <inheritdoc/>
    public Handled Delete(World world, Scope scope, string identifier) =>
        Handled.Done(Agent.Call(world, scope, "DeletePrompt", Named(identifier)).World, identifier);

    /// <inheritdoc/>
    public IEnumerable<Placed> List(World world, Scope scope, JsonObject given, string after) =>
        world.After<PromptRow>(scope.Region, after)
            .Select(prompt => new Placed(prompt.Order, Arn.Prompt(scope.Region, prompt.Id)));

    private static JsonObject Named(string identifier) => new() { ["promptIdentifier"] = identifier };

    private static Fault? Unsupported(JsonObject properties) =>
        (properties["Variants"] as JsonArray ?? []).Any(variant =>
            variant?["TemplateConfiguration"]?["Text"]?["TextS3Location"] is not null)
            ? Fault.Validation("The local Bedrock has no S3: give the template as Text instead of TextS3Location.")
            : null;
}
