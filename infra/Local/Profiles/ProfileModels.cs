using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Models;
using Infra.Planning.Access;

namespace Infra.Local.Profiles;

/// <summary>Finds the models behind inference profiles.</summary>
internal static class ProfileModels
{
    /// <summary>The ARN of an application inference profile.</summary>
    public static string Arn(string region, string id) => $"{Prefix(region)}{id}";

    /// <summary>The profile with an id or ARN; null when it does not exist.</summary>
    public static ProfileRow? Find(World world, string region, string identifier) =>
        world.Find<ProfileRow>(region, identifier.StartsWith(Prefix(region), StringComparison.Ordinal)
            ? identifier[Prefix(region).Length..]
            : identifier);

    /// <summary>The model, or AWS's own profile, at which a call of a model or of a profile made here ends.</summary>
    /// <returns>Instead, the reason if the profile does not exist (any more).</returns>
    /// <remarks>AWS's answer about a deleted profile is not known; this is its answer to other identifiers that do not
    /// exist.</remarks>
    public static (string Model, Fault? Unknown) Behind(World world, string region, string model) =>
        !model.StartsWith(Prefix(region), StringComparison.Ordinal) ? (model, null)
        : Find(world, region, model) is { } profile ? (profile.Source, null)
        : (model, Fault.Validation("The provided model identifier is invalid."));

    /// <summary>The foundation models behind a profile's source, in every region that it may route to.</summary>
    public static IEnumerable<string> Of(string source, string region) =>
        ModelReference.Of(source) is ModelReference.SystemProfile profile
            ? Regions(profile, region).Select(to => $"arn:aws:bedrock:{to}::foundation-model/{profile.Model}")
            : [source];

    /// <summary>The regions that an AWS profile may route to; an empty one means all.</summary>
    private static IEnumerable<string> Regions(
        ModelReference.SystemProfile profile, string region) => profile.IsGlobal
        ? [region, ""]
        : (ModelCatalog.Known.Destinations(profile.Id, region) ?? []).Append(region).Distinct(StringComparer.Ordinal);

    private static string Prefix(string region) =>
        $"arn:aws:bedrock:{region}:{Protocol.Wire.Arn.Account}:application-inference-profile/";
}
