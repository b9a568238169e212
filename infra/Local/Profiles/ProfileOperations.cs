using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Models;
using Infra.Planning.Access;

namespace Infra.Local.Profiles;

/// <summary>The operations of Bedrock on inference profiles: on those made here, and lookups of AWS's own.</summary>
internal static class ProfileOperations
{
    /// <summary>The most profiles of an account in a region.</summary>
    /// <remarks>Source: AWS General Reference, Amazon Bedrock quotas, read 2025-06-05.</remarks>
    private const int Most = 1000;

    private static readonly Page Summaries = new("inferenceProfileSummaries");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["CreateInferenceProfile"] = new Handler.Changes(Create),
        ["GetInferenceProfile"] = new Handler.Reads(Get),
        ["ListInferenceProfiles"] = new Handler.Reads(List),
        ["DeleteInferenceProfile"] = new Handler.Changes(Delete),
    }.ToImmutableDictionary();

    private static Transition Create(World world, Call call)
    {
        var name = call.Required("inferenceProfileName");
        var source = call.Input["modelSource"]!["copyFrom"]!.GetValue<string>();
        if (Refused(world, call.Region, name, source) is { } fault)
        {
            return new(world, fault);
        }

        var (counted, id) = world.NewId();
        var profile = new ProfileRow
        {
            Region = call.Region,
            Id = id.ToLowerInvariant(),
            Content = call.Input.Only("inferenceProfileName", "description"),
            Source = source,
            CreatedAt = call.Now,
        };
        var arn = ProfileModels.Arn(call.Region, profile.Id);
        return new(
            counted.Put(profile).Tagged(call.Region, arn, ProfileTags.Read(call.Input["tags"])),
            new JsonObject { ["inferenceProfileArn"] = arn, ["status"] = "ACTIVE" });
    }

    /// <remarks>Whether AWS requires a profile's name to be unique is not known; two with the same name are refused
    /// here, since that is probably a mistake.</remarks>
    private static Fault? Refused(World world, string region, string name, string source) =>
        ModelReference.Of(source) is not (ModelReference.Foundation or ModelReference.SystemProfile)
            ? Fault.Validation("The model source must be a foundation model or a system-defined inference profile.")
        : world.Named<ProfileRow>(region, name) is not null
            ? Fault.Conflict($"An inference profile with the name {name} already exists.")
        : world.All<ProfileRow>(region).Count() >= Most
            ? Fault.QuotaExceeded($"The number of inference profiles exceeds the limit of {Most}.")
        : null;

    private static Reply Get(World world, Call call)
    {
        var identifier = call.Required("inferenceProfileIdentifier");
        return ProfileModels.Find(world, call.Region, identifier) is { } profile ? Shown(profile)
            : ModelReference.Of(identifier.Split('/')[^1]) is ModelReference.SystemProfile known
                && ModelCatalog.Known.Of(known.Id) is not null && IsIn(call.Region, known.Id)
                ? Shown(known, call.Region)
            : Fault.NotFound();
    }

    private static Reply List(World world, Call call)
    {
        var type = call["typeEquals"];
        var own = type is "SYSTEM_DEFINED" ? [] : world.All<ProfileRow>(call.Region)
            .OrderBy(profile => profile.Order, StringComparer.Ordinal)
            .Select(profile => ($"1 {profile.Order}", Shown(profile)));
        var system = type is "APPLICATION" ? [] : System(call.Region)
            .Select(profile => ($"2 {profile.Id}", Shown(profile, call.Region)));
        return Summaries.Of(call, [.. own, .. system]);
    }

    private static Transition Delete(World world, Call call) =>
        ProfileModels.Find(world, call.Region, call.Required("inferenceProfileIdentifier")) is { } profile
            ? new(
                world.Remove(profile).Untagged(profile.Region, [ProfileModels.Arn(profile.Region, profile.Id)]),
                new JsonObject())
            : new(world, Fault.NotFound());

    /// <summary>AWS's own profiles that can be called from a region.</summary>
    private static IEnumerable<ModelReference.SystemProfile> System(string region) => ModelCatalog.Known.Profiles
        .Where(id => IsIn(region, id))
        .Order(StringComparer.Ordinal)
        .Select(ModelReference.Of)
        .OfType<ModelReference.SystemProfile>();

    /// <summary>Whether a profile can be called from a region; if its regions are unknown, it can be from any, as in
    /// Converse.</summary>
    private static bool IsIn(string region, string profile) =>
        ModelCatalog.Known.Sources(profile) is var sources && (sources.IsEmpty || sources.Contains(region));

    private static JsonObject Shown(ProfileRow profile)
    {
        var shown = profile.Content.Copied();
        shown["createdAt"] = JsonValue.Create(profile.CreatedAt);
        shown["updatedAt"] = JsonValue.Create(profile.CreatedAt);
        return Filled(
            shown, profile.Id, ProfileModels.Arn(profile.Region, profile.Id), "APPLICATION",
            ProfileModels.Of(profile.Source, profile.Region));
    }

    private static JsonObject Shown(ModelReference.SystemProfile profile, string region)
    {
        var arn = $"arn:aws:bedrock:{region}:{Arn.Account}:inference-profile/{profile.Id}";
        return Filled(
            new() { ["inferenceProfileName"] = profile.Id }, profile.Id, arn, "SYSTEM_DEFINED",
            ProfileModels.Of(profile.Id, region));
    }

    private static JsonObject Filled(
        JsonObject shown, string id, string arn, string type, IEnumerable<string> models)
    {
        shown["inferenceProfileArn"] = arn;
        shown["inferenceProfileId"] = id;
        shown["models"] = new JsonArray([.. models.Select(model => new JsonObject { ["modelArn"] = model })]);
        shown["status"] = "ACTIVE";
        shown["type"] = type;
        return shown;
    }
}
