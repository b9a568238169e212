using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Prompts;

/// <summary>The operations of bedrock-agent on prompts.</summary>
internal static class PromptOperations
{
    /// <summary>The most versions of a prompt at the same time; AWS does not raise this quota.</summary>
    /// <remarks>Source: AWS General Reference, Amazon Bedrock quotas, read 2025-06-05.</remarks>
    public const int VersionsPerPrompt = 10;

    private static readonly string[] Kept =
        ["name", "description", "customerEncryptionKeyArn", "defaultVariant", "variants"];

    private static readonly string DraftPlace = Page.HighestFirst(int.MaxValue);

    private static readonly Page Summaries = new("promptSummaries");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["CreatePrompt"] = new Handler.Changes(Create),
        ["GetPrompt"] = new Handler.Reads(Get),
        ["UpdatePrompt"] = new Handler.Changes(Update),
        ["DeletePrompt"] = new Handler.Changes(Delete),
        ["ListPrompts"] = new Handler.Reads(List),
        ["CreatePromptVersion"] = new Handler.Changes(CreateVersion),
    }.ToImmutableDictionary();

    private static Transition Create(World world, Call call)
    {
        if ((PromptChecks.Broken(call.Input) ?? NameTaken(world, call, itself: null)) is { } fault)
        {
            return new(world, fault);
        }

        var (counted, id) = world.NewId();
        var prompt = new PromptRow
        {
            Region = call.Region,
            Id = id,
            Draft = call.Input.Only(Kept),
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
            Versions = ImmutableSortedDictionary<int, VersionRow>.Empty,
        };
        return new(
            counted.Put(prompt).Tagged(call.Region, Arn.Prompt(call.Region, id), Tags.Map(call.Input["tags"])),
            PromptView.Draft(prompt));
    }

    private static Reply Get(World world, Call call) =>
        (Find(world, call), call["promptVersion"] ?? Wanted(call).Version) switch
        {
            (null, _) => Fault.NotFound(),
            ({ } prompt, null or "DRAFT") => PromptView.Draft(prompt),
            ({ } prompt, { } version) when prompt.Versions.ContainsKey(Number(version)) =>
                PromptView.Version(prompt, Number(version)),
            _ => Fault.NotFound(),
        };

    private static Transition Update(World world, Call call)
    {
        if (Find(world, call) is not { } prompt)
        {
            return new(world, Fault.NotFound());
        }

        if ((PromptChecks.Broken(call.Input) ?? NameTaken(world, call, prompt)) is { } fault)
        {
            return new(world, fault);
        }

        var updated = prompt with { Draft = call.Input.Only(Kept), UpdatedAt = call.Now };
        return new(world.Put(updated), PromptView.Draft(updated));
    }

    private static Transition Delete(World world, Call call)
    {
        if (Find(world, call) is not { } prompt)
        {
            return new(world, Fault.NotFound());
        }

        if ((call["promptVersion"] ?? Wanted(call).Version) is not { } version)
        {
            var arns = prompt.Versions.Keys
                .Select(number => Arn.Prompt(prompt.Region, prompt.Id, PromptView.Text(number)))
                .Append(Arn.Prompt(prompt.Region, prompt.Id));
            return new(
                world.Remove(prompt).Untagged(prompt.Region, arns),
                new JsonObject { ["id"] = prompt.Id });
        }

        return !prompt.Versions.ContainsKey(Number(version))
            ? new(world, Fault.NotFound())
            : new(
                world.Put(prompt with { Versions = prompt.Versions.Remove(Number(version)) })
                    .Untagged(prompt.Region, [Arn.Prompt(prompt.Region, prompt.Id, version)]),
                new JsonObject { ["id"] = prompt.Id, ["version"] = version });
    }

    private static Reply List(World world, Call call)
    {
        if (call["promptIdentifier"] is null)
        {
            return Summaries.Of(call, place => world.After<PromptRow>(call.Region, place), PromptView.Draft);
        }

        if (Find(world, call) is not { } prompt)
        {
            return Fault.NotFound();
        }

        var versions = prompt.Versions.Keys.Reverse()
            .Select(number => (Page.HighestFirst(number), PromptView.Version(prompt, number)));
        return Summaries.Of(call, [(DraftPlace, PromptView.Draft(prompt)), .. versions]);
    }

    private static Transition CreateVersion(World world, Call call)
    {
        if (Find(world, call) is not { } prompt)
        {
            return new(world, Fault.NotFound());
        }

        if (prompt.Versions.Count >= VersionsPerPrompt)
        {
            return new(world, Fault.QuotaExceeded(
                $"The number of versions for prompt {prompt.Id} exceeds the limit of {VersionsPerPrompt}. "
                + "Delete versions that you don't need and retry your request."));
        }

        var number = prompt.LastVersion + 1;
        var content = prompt.Draft.Copied();
        content["description"] = call["description"];
        var updated = prompt with
        {
            Versions = prompt.Versions.Add(number, new VersionRow(content.Only(Kept), call.Now)),
            LastVersion = number,
        };
        var arn = Arn.Prompt(prompt.Region, prompt.Id, PromptView.Text(number));
        return new(
            world.Put(updated).Tagged(call.Region, arn, Tags.Map(call.Input["tags"])),
            PromptView.Version(updated, number));
    }

    private static PromptRow? Find(World world, Call call) => world.Find<PromptRow>(call.Region, Wanted(call).Id);

    private static (string Id, string? Version) Wanted(Call call) =>
        Arn.PromptOf(call.Required("promptIdentifier"), call.Region) ?? ("", null);

    private static int Number(string version) => int.Parse(version, CultureInfo.InvariantCulture);

    private static Fault? NameTaken(World world, Call call, PromptRow? itself) =>
        world.Named<PromptRow>(call.Region, call.Required("name")) is { } other && other.Id != itself?.Id
            ? Fault.Conflict(
                $"Couldn't perform {call.Operation} operation. A prompt with the name {other.Name} already exists. "
                + "Retry your request with a different name.")
            : null;
}
