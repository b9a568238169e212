using Infra.Values;

namespace Infra.Planning;

/// <summary>
/// Additional fields for models. aws-native's own resources have a type without properties for them: they would refuse
/// them in a prompt and drop them in a flow. Only its ExtensionResource keeps them.
/// </summary>
public static class AdditionalFields
{
    private const string Key = "AdditionalModelRequestFields";

    /// <summary>Whether a resource contains such fields at any depth.</summary>
    public static bool AreIn(DeclaredResource resource) =>
        resource.Type is ResourceTypes.Prompt or ResourceTypes.Flow && AreIn(resource.Properties);

    /// <summary>Whether a value contains such fields at any depth.</summary>
    public static bool AreIn(Value value) => value switch
    {
        Value.Map map => map[Key] is not (null or Value.Null) || map.Entries.Values.Any(AreIn),
        Value.List list => list.Items.Any(AreIn),
        _ => false,
    };
}
