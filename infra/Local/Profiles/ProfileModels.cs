using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Models;
using Infra.Planning.Access;

namespace Infra.Local.Profiles;

/// <summary>What inference profiles lead to.</summary>
internal static class ProfileModels
{
    /// <summary>The ARN of an application inference profile.</summary>
    public static string Arn(string region, string id) => $"{Prefix(region)}{id}";

    /// <summary>The profile that an id or ARN means; null when it is not there.</summary>
    public static ProfileRow? Find(World world, string region, string identifier) =>
        world.Find<ProfileRow>(region, identifier.StartsWith(Prefix(region), StringComparison.Ordinal)
            ? identifier[Prefix(region).Length..]
            : identifier);

    /// <summary>What a call that names a model, or a profile made here, ends at: a model or a profile of AWS's own.
    /// </summary>
    /// <returns>The reason instead where the profile is not there (any more).</returns>
    /// <remarks>What AWS says of a profile that is gone has not been seen; this is its answer to any other identifier
    /// that leads nowhere.</remarks>
    public static (string Model, Fault? Unknown) Behind(World world, string region, string model) =>
        !model.StartsWith(Prefix(region), StringComparison.Ordinal) ? (model, null)
        : Find(world, region, model) is { } profile ? (profile.Source, null)
        : (model, Fault.Validation("The provided model identifier is invalid."));

    /// <summary>The foundation models behind what a profile was copied from, wherever it may route to.</summary>
    public static IEnumerable<string> Of(string source, string region) =>
        ModelReference.Of(source) is ModelReference.SystemProfile profile
            ? Regions(profile, region).Select(to => $"arn:aws:bedrock:{to}::foundation-model/{profile.Model}")
            : [source];

    /// <summary>The regions that a profile of AWS's own may route to; an empty one stands for all.</summary>
    private static IEnumerable<string> Regions(
        ModelReference.SystemProfile profile, string region) => profile.IsGlobal
        ? [region, ""]
        : (ModelCatalog.Known.Destinations(profile.Id, region) ?? []).Append(region).Distinct(StringComparer.Ordinal);

    private static string Prefix(string region) =>
        $"arn:aws:bedrock:{region}:{Protocol.Wire.Arn.Account}:application-inference-profile/";
}
