using Infra.Planning;
using Infra.Rendering;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>Decides what to do with a resource.</summary>
internal static class ResourceSteps
{
    /// <summary>Properties by which a resource is recognised that was made but not recorded.</summary>
    private static readonly string[] Names =
        ["Name", "ManagedPolicyName", "RoleName", "PolicyName", "PromptArn", "FlowArn", "Description",
        "InferenceProfileName"];

    /// <summary>The properties that a resource should have: the declared ones, but the old ones where changes are
    /// ignored.</summary>
    public static Value.Map Wanted(DeclaredResource resource, Value.Map was, Value.Map declared) => Map(
        was.Entries.Keys.Union(declared.Entries.Keys, StringComparer.Ordinal)
            .Select(key => (key, resource.IgnoreChanges.Contains(key) ? was[key] : declared[key])));

    /// <summary>The action from the old to the new properties, taking changes by others into account.</summary>
    public static DeployAction Between(DeployedResource was, DeployedResource now, Value.Map there)
    {
        var changed = Changed(now.Type, was.Properties, now.Properties, there).ToArray();
        return changed.Length == 0 ? DeployAction.Keep
            : Array.Exists(changed, key => ResourceTypes.IsCreateOnly(now.Type, key)) ? DeployAction.Replace
            : DeployAction.Update;
    }

    /// <summary>A prompt's properties with other variants in its draft.</summary>
    public static Value.Map Saying(Value.Map prompt, Value variants) => Map(
        prompt.Entries
            .Where(entry => entry.Key is not ("Variants" or "DefaultVariant"))
            .Select(entry => (entry.Key, (Value?)entry.Value))
            .Append(("Variants", variants))
            .Append(("DefaultVariant", ((Value.Map)((Value.List)variants).Items[0])["Name"])));

    /// <summary>The properties that differ from those given before, or from those that the service returns.</summary>
    public static IEnumerable<string> Changed(string type, Value.Map was, Value.Map now, Value.Map there) =>
        Either(was, now).Where(key => Spell(was[key]) != Spell(now[key])
            || (now[key] is { } wanted && !ResourceTypes.IsCreateOnly(type, key) && !IsHeld(wanted, there[key])));

    /// <summary>The record of a resource while it changes: changing properties are unknown, and it may depend on old
    /// and new resources.</summary>
    public static DeployedResource UnderWay(DeployedResource was, DeployedResource now) => now with
    {
        Properties = Map(Either(was.Properties, now.Properties).Select(key =>
            (key, Spell(was.Properties[key]) == Spell(now.Properties[key]) ? now.Properties[key] : new Value.Null()))),
        Needs = [.. was.Needs.Union(now.Needs, StringComparer.Ordinal)],
    };

    /// <summary>Whether a resource is the one in a record.</summary>
    /// <remarks>Versions of one parent are distinguished by their descriptions; the descriptions of other types may
    /// have changed.</remarks>
    public static bool IsWhatWasBegun(string type, Value.Map begun, Value.Map found) => Names
        .Where(name => name is not "Description" || ResourceTypes.IsCreateOnly(type, name))
        .All(name => begun[name] is null or Value.Null || found[name] is null
            || Spell(begun[name]) == Spell(found[name]));

    private static IEnumerable<string> Either(Value.Map was, Value.Map now) =>
        was.Entries.Keys.Union(now.Entries.Keys, StringComparer.Ordinal);

    /// <summary>Whether the service has the wanted value; what it does not return, such as a parameter's tags, cannot
    /// be compared.</summary>
    private static bool IsHeld(Value wanted, Value? found) => found is null || DeployedContent.IsSame(wanted, found);

    private static string? Spell(Value? value) => value is null ? null : CanonicalJson.Compact(value);
}
