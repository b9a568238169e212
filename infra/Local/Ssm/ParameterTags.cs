using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>The operations of SSM on the tags of parameters.</summary>
internal static class ParameterTags
{
    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["AddTagsToResource"] = new Handler.Changes(Add),
        ["RemoveTagsFromResource"] = new Handler.Changes(Remove),
        ["ListTagsForResource"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    private static Transition Add(World world, Call call) => Tagged(world, call) is { } arn
        ? new(world.Tagged(call.Region, arn, Tags.List(call.Input["Tags"])), new JsonObject())
        : new(world, InvalidResource);

    private static Transition Remove(World world, Call call)
    {
        if (Tagged(world, call) is not { } arn)
        {
            return new(world, InvalidResource);
        }

        var keys = call.Input["TagKeys"]!.AsArray().Select(key => key!.GetValue<string>());
        return new(
            world.Retagged(call.Region, arn, world.TagsOf(call.Region, arn).RemoveRange(keys)), new JsonObject());
    }

    private static Reply List(World world, Call call) => Tagged(world, call) is { } arn
        ? new JsonObject { ["TagList"] = Tags.Listed(world.TagsOf(call.Region, arn)) }
        : InvalidResource;

    private static string? Tagged(World world, Call call) =>
        call["ResourceType"] is "Parameter"
        && ParameterView.Named(world, call.Region, call.Required("ResourceId")) is { } found
            ? Arn.Parameter(call.Region, found.Id)
            : null;

    private static Fault InvalidResource =>
        new("InvalidResourceId", "The resource ID isn't valid. Verify that you entered the correct ID and try again.");
}
