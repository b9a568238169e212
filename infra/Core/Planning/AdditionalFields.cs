using Infra.Values;

namespace Infra.Planning;

/// <summary>
/// Fields for the model alone. aws-native's own resources have a type without properties for them and would refuse them
/// in a prompt and drop them in a flow; only its ExtensionResource carries them.
/// </summary>
public static class AdditionalFields
{
    private const string Key = "AdditionalModelRequestFields";

    /// <summary>Whether a resource sends such fields, however deep they stand in it.</summary>
    public static bool AreIn(DeclaredResource resource) =>
        resource.Type is ResourceTypes.Prompt or ResourceTypes.Flow && AreIn(resource.Properties);

    /// <summary>Whether such fields stand anywhere in what is sent.</summary>
    public static bool AreIn(Value value) => value switch
    {
        Value.Map map => map[Key] is not (null or Value.Null) || map.Entries.Values.Any(AreIn),
        Value.List list => list.Items.Any(AreIn),
        _ => false,
    };
}
