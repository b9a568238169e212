using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Prompts;

/// <summary>The operations of bedrock-agent on the tags of everything that has an ARN there.</summary>
internal static class Tagging
{
    /// <summary>The most tags of a resource.</summary>
    /// <remarks>Source: AWS General Reference, Tagging your AWS resources.</remarks>
    private const int Most = 50;

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["TagResource"] = new Handler.Changes(Tag),
        ["UntagResource"] = new Handler.Changes(Untag),
        ["ListTagsForResource"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    private static Transition Tag(World world, Call call)
    {
        var arn = call.Required("resourceArn");
        if (!Exists(world, call.Region, arn))
        {
            return new(world, Fault.NotFound());
        }

        var tags = world.TagsOf(call.Region, arn).SetItems(Tags.Map(call.Input["tags"]));
        return tags.Count > Most
            ? new(world, Fault.Validation($"The resource would have more than {Most} tags. Remove some of them."))
            : new(world.Retagged(call.Region, arn, tags), new JsonObject());
    }

    private static Transition Untag(World world, Call call)
    {
        var arn = call.Required("resourceArn");
        if (!Exists(world, call.Region, arn))
        {
            return new(world, Fault.NotFound());
        }

        var keys = call.Input["tagKeys"]!.AsArray().Select(key => key!.GetValue<string>());
        return new(
            world.Retagged(call.Region, arn, world.TagsOf(call.Region, arn).RemoveRange(keys)), new JsonObject());
    }

    private static Reply List(World world, Call call)
    {
        var arn = call.Required("resourceArn");
        return Exists(world, call.Region, arn)
            ? new JsonObject { ["tags"] = Tags.Mapped(world.TagsOf(call.Region, arn)) }
            : Fault.NotFound();
    }

    private static bool Exists(World world, string region, string arn) =>
        Arn.IsPrompt(arn) ? PromptExists(world, region, arn) : FlowExists(world, region, arn);

    private static bool PromptExists(World world, string region, string arn) =>
        Arn.PromptOf(arn, region) is { } prompt
        && world.Find<PromptRow>(region, prompt.Id) is { } found
        && (prompt.Version is null || found.Versions.Keys.Any(number => PromptView.Text(number) == prompt.Version));

    private static bool FlowExists(World world, string region, string arn) =>
        FlowLookup.Flow(world, region, arn) is { } flow
        && (!arn.Contains("/alias/", StringComparison.Ordinal) || FlowLookup.Alias(flow, arn) is not null);
}
