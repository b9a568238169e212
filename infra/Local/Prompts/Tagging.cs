using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.State;
using Infra.Local.Wire;

namespace Infra.Local.Prompts;

/// <summary>Tags of whatever bedrock-agent knows by ARN.</summary>
internal static class Tagging
{
    /// <summary>Tags per resource.</summary>
    /// <remarks>AWS General Reference, Tagging your AWS resources.</remarks>
    private const int Most = 50;

    /// <summary>By name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["TagResource"] = new Handler.Changes(Tag),
        ["UntagResource"] = new Handler.Changes(Untag),
        ["ListTagsForResource"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    /// <summary>Gives a new resource the tags of the call that creates it.</summary>
    public static World Start(World world, Call call, string arn) =>
        call.Input["tags"] is JsonObject { Count: > 0 } tags ? world.Put(Set(call.Region, arn, Read(tags))) : world;

    /// <summary>Drops the tags of resources that are gone.</summary>
    public static World Forget(World world, string region, IEnumerable<string> arns) =>
        arns.Select(arn => world.Find<TagSet>(region, arn))
            .OfType<TagSet>()
            .Aggregate(world, (next, tags) => next.Remove(tags));

    /// <summary>The tags of a resource, by key.</summary>
    public static ImmutableSortedDictionary<string, string> Of(World world, string region, string arn) =>
        world.Find<TagSet>(region, arn)?.Tags
        ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static Outcome Tag(World world, Call call)
    {
        var arn = call.Required("resourceArn");
        if (!Exists(world, call.Region, arn))
        {
            return new(world, Fault.NotFound());
        }

        var tags = Of(world, call.Region, arn).SetItems(Read(call.Input["tags"]!.AsObject()));
        return tags.Count > Most
            ? new(world, Fault.Validation($"The resource would have more than {Most} tags. Remove some of them."))
            : new(world.Put(Set(call.Region, arn, tags)), new JsonObject());
    }

    private static Outcome Untag(World world, Call call)
    {
        var arn = call.Required("resourceArn");
        if (!Exists(world, call.Region, arn))
        {
            return new(world, Fault.NotFound());
        }

        var keys = call.Input["tagKeys"]!.AsArray().Select(key => key!.GetValue<string>());
        return new(world.Put(Set(call.Region, arn, Of(world, call.Region, arn).RemoveRange(keys))), new JsonObject());
    }

    private static Answer List(World world, Call call)
    {
        var arn = call.Required("resourceArn");
        return !Exists(world, call.Region, arn)
            ? Fault.NotFound()
            : new JsonObject
            {
                ["tags"] = new JsonObject(Of(world, call.Region, arn)
                    .Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
            };
    }

    private static bool Exists(World world, string region, string arn) =>
        Arn.PromptOf(arn, region) is { } prompt
        && world.Find<Prompt>(region, prompt.Id) is { } found
        && (prompt.Version is null || found.Versions.Keys.Any(number => PromptView.Text(number) == prompt.Version));

    private static TagSet Set(string region, string arn, ImmutableSortedDictionary<string, string> tags) =>
        new() { Region = region, Id = arn, Tags = tags };

    private static ImmutableSortedDictionary<string, string> Read(JsonObject tags) =>
        tags.ToImmutableSortedDictionary(tag => tag.Key, tag => tag.Value!.GetValue<string>(), StringComparer.Ordinal);
}
