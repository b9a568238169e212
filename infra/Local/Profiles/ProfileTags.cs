using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Profiles;

/// <summary>The operations of Bedrock on the tags of inference profiles.</summary>
internal static class ProfileTags
{
    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["TagResource"] = new Handler.Changes((world, call) => Changed(world, call, tags =>
            tags.SetItems(Read(call.Input["tags"])))),
        ["UntagResource"] = new Handler.Changes((world, call) => Changed(world, call, tags =>
            tags.RemoveRange(call.Input["tagKeys"]!.AsArray().Select(key => key!.GetValue<string>())))),
        ["ListTagsForResource"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    /// <summary>Reads <c>[{"key": "key", "value": "value"}]</c>; null means no tags.</summary>
    public static ImmutableSortedDictionary<string, string> Read(JsonNode? tags) =>
        Tags.None.SetItems((tags as JsonArray ?? []).Select(tag =>
            KeyValuePair.Create(tag!["key"]!.GetValue<string>(), tag["value"]!.GetValue<string>())));

    private static Transition Changed(
        World world,
        Call call,
        Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change)
    {
        var arn = call.Required("resourceARN");
        return ProfileModels.Find(world, call.Region, arn) is null
            ? new(world, Fault.NotFound())
            : new(world.Retagged(call.Region, arn, change(world.TagsOf(call.Region, arn))), new JsonObject());
    }

    private static Reply List(World world, Call call)
    {
        var arn = call.Required("resourceARN");
        return ProfileModels.Find(world, call.Region, arn) is null
            ? Fault.NotFound()
            : new JsonObject
            {
                ["tags"] = new JsonArray([.. world.TagsOf(call.Region, arn)
                    .Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
            };
    }
}
