using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Local.State;

/// <summary>The tags of everything that has an ARN.</summary>
internal static class Tags
{
    /// <summary>No tags.</summary>
    public static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The tags of a resource, by key.</summary>
    public static ImmutableSortedDictionary<string, string> TagsOf(this World world, string region, string arn) =>
        world.Find<TagSet>(region, arn)?.Tags ?? None;

    /// <summary>The world after a resource has been given tags, which replace those with the same keys.</summary>
    public static World Tagged(
        this World world, string region, string arn, ImmutableSortedDictionary<string, string> tags) =>
        tags.IsEmpty ? world : world.Retagged(region, arn, world.TagsOf(region, arn).SetItems(tags));

    /// <summary>The world after all tags of a resource have been replaced.</summary>
    public static World Retagged(
        this World world, string region, string arn, ImmutableSortedDictionary<string, string> tags) =>
        !tags.IsEmpty ? world.Put(new TagSet { Region = region, Id = arn, Tags = tags })
        : world.Find<TagSet>(region, arn) is { } old ? world.Remove(old)
        : world;

    /// <summary>The world without the tags of deleted resources.</summary>
    public static World Untagged(this World world, string region, IEnumerable<string> arns) =>
        arns.Aggregate(world, (next, arn) => next.Retagged(region, arn, None));

    /// <summary>Reads <c>{"key": "value"}</c>; null means no tags.</summary>
    public static ImmutableSortedDictionary<string, string> Map(JsonNode? tags) =>
        None.SetItems((tags as JsonObject ?? []).Select(tag =>
            KeyValuePair.Create(tag.Key, tag.Value!.GetValue<string>())));

    /// <summary>Reads <c>[{"Key": "key", "Value": "value"}]</c>; null means no tags.</summary>
    public static ImmutableSortedDictionary<string, string> List(JsonNode? tags) =>
        None.SetItems((tags as JsonArray ?? []).Select(tag =>
            KeyValuePair.Create(tag!["Key"]!.GetValue<string>(), tag["Value"]!.GetValue<string>())));

    /// <summary>Writes <c>{"key": "value"}</c>.</summary>
    public static JsonObject Mapped(ImmutableSortedDictionary<string, string> tags) =>
        new(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));

    /// <summary>Writes <c>[{"Key": "key", "Value": "value"}]</c>.</summary>
    public static JsonArray Listed(ImmutableSortedDictionary<string, string> tags) =>
        new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
}
