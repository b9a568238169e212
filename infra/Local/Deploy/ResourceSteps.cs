using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>Decides what has to be done to a resource.</summary>
internal static class ResourceSteps
{
    /// <summary>Properties by which a resource is recognised that was made and not remembered.</summary>
    private static readonly string[] Names =
        ["Name", "ManagedPolicyName", "RoleName", "PolicyName", "PromptArn", "FlowArn", "Description"];

    /// <summary>What a resource should be: as declared, but as it was where changes are to be ignored.</summary>
    public static Value.Map Wanted(DeclaredResource resource, Value.Map was, Value.Map declared) => Map(
        was.Entries.Keys.Union(declared.Entries.Keys, StringComparer.Ordinal)
            .Select(key => (key, resource.IgnoreChanges.Contains(key) ? was[key] : declared[key])));

    /// <summary>How to get from one to the other.</summary>
    public static DeployAction Between(DeployedResource was, DeployedResource now)
    {
        var changed = was.Properties.Entries.Keys
            .Union(now.Properties.Entries.Keys, StringComparer.Ordinal)
            .Where(key => Spell(was.Properties[key]) != Spell(now.Properties[key]))
            .ToArray();
        return changed.Length == 0 ? DeployAction.Keep
            : Array.Exists(changed, key => ResourceTypes.IsCreateOnly(now.Type, key)) ? DeployAction.Replace
            : DeployAction.Update;
    }

    /// <summary>A prompt's properties when its draft is to say something else.</summary>
    public static Value.Map Saying(Value.Map prompt, Value variants) => Map(
        prompt.Entries
            .Where(entry => entry.Key is not ("Variants" or "DefaultVariant"))
            .Select(entry => (entry.Key, (Value?)entry.Value))
            .Append(("Variants", variants))
            .Append(("DefaultVariant", ((Value.Map)((Value.List)variants).Items[0])["Name"])));

    /// <summary>Whether a resource is the one whose creation was begun.</summary>
    public static bool IsWhatWasBegun(Value.Map begun, Value.Map found) =>
        Names.All(name => begun[name] is null || found[name] is null || Spell(begun[name]) == Spell(found[name]));

    private static string? Spell(Value? value) => value is null ? null : CanonicalJson.Compact(value);
}
