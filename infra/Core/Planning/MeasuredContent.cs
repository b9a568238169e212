using System.Collections.Immutable;
using Infra.Planning.Access;
using Infra.Values;

namespace Infra.Planning;

/// <summary>The content of a version, in which an inference profile may replace the model.</summary>
public static class MeasuredContent
{
    /// <summary>The variants with the model restored where they name its profile.</summary>
    /// <param name="actual">The variants as returned by the service or a provider, in any spelling.</param>
    /// <param name="profile">The profile's ARN; null for none.</param>
    /// <param name="expected">The variants as written.</param>
    public static Value Unmeasured(Value actual, string? profile, Value expected) =>
        profile is not null && Model(expected) is { } model && actual is Value.List variants
            ? new Value.List(ImmutableArray.CreateRange(variants.Items, variant => Named(variant, profile, model)))
            : actual;

    /// <summary>The same without knowing the profiles: any profile may replace the model.</summary>
    /// <inheritdoc cref="Unmeasured"/>
    public static Value ByAnyProfile(Value actual, Value expected) =>
        IsMeasured(actual, expected) ? Unmeasured(actual, Model(actual), expected) : actual;

    /// <summary>Whether a version calls its model through an inference profile that the release does not
    /// name.</summary>
    /// <inheritdoc cref="Unmeasured"/>
    public static bool IsMeasured(Value actual, Value expected) =>
        Model(actual) is { } called && called != Model(expected)
        && ModelReference.Of(called) is ModelReference.ApplicationProfile;

    private static Value Named(Value variant, string profile, string model) =>
        variant is Value.Map map && Entry(map) is { Key: { } key, Value: Value.Text { Content: var named } }
        && named == profile
            ? new Value.Map(map.Entries.SetItem(key, model))
            : variant;

    /// <summary>The model of the single variant.</summary>
    private static string? Model(Value variants) =>
        variants is Value.List { Items: [Value.Map variant, ..] }
        && Entry(variant).Value is Value.Text { Content: var model }
            ? model
            : null;

    private static KeyValuePair<string, Value> Entry(Value.Map variant) => variant.Entries.FirstOrDefault(entry =>
        entry.Key.Equals("ModelId", StringComparison.OrdinalIgnoreCase));
}
